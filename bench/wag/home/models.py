"""A home page, a list by twenties, and articles."""

from django.core.paginator import Paginator
from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    """The newest six."""

    def get_context(self, request):
        """What the template shows."""
        context = super().get_context(request)
        context["latest"] = NewsPage.objects.live().order_by("-first_published_at")[:6]
        return context


class NewsIndex(Page):
    """All, newest first."""

    def get_context(self, request):
        """What the template shows."""
        context = super().get_context(request)
        articles = NewsPage.objects.live().child_of(self).order_by("-first_published_at")
        context["articles"] = Paginator(articles, 20).get_page(request.GET.get("p"))
        return context


class NewsPage(Page):
    """One article."""

    intro = models.CharField(max_length=250, blank=True)
    body = RichTextField()
