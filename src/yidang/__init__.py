"""Yidang: one project, one archive, and every contract figure counted from what is filed."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("yidang")
