"""The addresses of the site."""

from django.urls import include
from django.urls import path
from wagtail import urls


urlpatterns = [path("", include(urls))]
