"""Make the database and fill it: `python fill.py ARTICLES.jsonl`, a line `{"title", "intro", "body"}` each."""

from django.core.management import call_command
from pathlib import Path

import django
import json
import os
import sys


def main(articles: str) -> None:
    """Home page, list, articles; all of them live."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
    django.setup()
    call_command("makemigrations", "home", verbosity=0)
    call_command("migrate", verbosity=0)
    from django.utils import timezone
    from home.models import HomePage
    from home.models import NewsIndex
    from home.models import NewsPage
    from wagtail.models import Page
    from wagtail.models import Site

    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="首页", slug="site"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="社工服务站")
    for number in range(4):
        home.add_child(instance=NewsIndex(title=f"栏目{number}", slug=f"s{number}", show_in_menus=True))
    news = home.add_child(instance=NewsIndex(title="新闻", slug="news", show_in_menus=True))
    for number, line in enumerate(Path(articles).read_text("utf-8").splitlines()):
        fields = json.loads(line)
        news.add_child(instance=NewsPage(slug=f"a{number}", first_published_at=timezone.now(), live=True, **fields))


if __name__ == "__main__":
    main(sys.argv[1])
