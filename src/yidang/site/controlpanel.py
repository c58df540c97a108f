"""The form in which an administrator fills in the site settings."""

from plone.app.registry.browser.controlpanel import RegistryEditForm
from yidang.site.settings import ISiteSettings
from yidang.site.settings import PREFIX


class SettingsForm(RegistryEditForm):
    """`/@@site-settings`."""

    schema = ISiteSettings
    schema_prefix = PREFIX
    label = "站点设置"
    description = "页眉、首页和页脚上显示的单位、热线和备案信息；留空的不显示。"
    control_panel_view = "@@site-settings"
