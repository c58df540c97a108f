"""Closing or reopening a case decides whether its case study counts (S0-I05)."""

from plone import api
from yidang.archive.place import archive_of
from yidang.indicators.scoreboard import touch
from zope.container.interfaces import IContainerModifiedEvent


def case_changed(case, event) -> None:
    """Let the ledger look again at the reports that name this case as their source; a new session changes nothing."""
    archive = archive_of(case)
    # A whole contract that is removed takes its reports along.
    if archive is None or event.object is not case or IContainerModifiedEvent.providedBy(event):
        return
    uid, path = case.UID(), "/".join(archive.getPhysicalPath())
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="Report", path=path):
        report = brain._unrestrictedGetObject()
        if report.source_case == uid:
            touch(report)
