"""Make the portal, in one call of our distribution."""

from plone.dexterity.utils import createContentInContainer
from plone.distribution.api import site as site_api
from plone.distribution.handler import post_handler


SITE_ID = "portal"
FOLDERS = (("contracts", "Contracts", "合同"), ("stations", "Stations", "站点"))


def open_portal(distribution, site, answers: dict):
    """Post handler of the distribution: the two folders that every portal has."""
    site = post_handler(distribution, site, answers)
    add_folders(site)
    return site


def add_folders(site) -> None:
    """`contracts` and `stations`; doing it again changes nothing."""
    for id_, portal_type, title in FOLDERS:
        if id_ not in site.objectIds():
            createContentInContainer(site, portal_type, checkConstraints=False, id=id_, title=title)


def create_portal(app, title: str = "一档", site_id: str = SITE_ID):
    """A new portal in the Zope root `app`; the caller commits."""
    answers = {
        "site_id": site_id,
        "title": title,
        "description": "一项目一档案，每个合同数字都从归档材料中数出来。",
        "default_language": "zh-cn",
        "portal_timezone": "Asia/Shanghai",
        "setup_content": False,
    }
    return site_api.create(app, "yidang", answers)
