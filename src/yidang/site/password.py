"""Changing one's own password, on a page without the other tabs of Plone's account pages."""

from plone.app.users.browser.passwordpanel import PasswordPanel
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class PasswordPage(PasswordPanel):
    """`/@@change-password`."""

    label = "修改密码"
    description = ""
    template = ViewPageTemplateFile("templates/password.pt")

    def updateActions(self) -> None:
        """The one button of the page is the main one."""
        super().updateActions()
        self.actions["reset_passwd"].addClass("btn-primary")
