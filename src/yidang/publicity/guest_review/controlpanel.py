"""The form in which an administrator says how long a review link lasts."""

from plone.app.registry.browser.controlpanel import RegistryEditForm
from yidang.publicity.guest_review.settings import IGuestReviewSettings
from yidang.publicity.guest_review.settings import PREFIX


class GuestReviewSettingsForm(RegistryEditForm):
    """`/@@guest-review-settings`."""

    schema = IGuestReviewSettings
    schema_prefix = PREFIX
    label = "领导审签链接"
    description = "没有账号的领导用一次性链接审签稿件，这里定链接一般多久有效。"
    control_panel_view = "@@guest-review-settings"
