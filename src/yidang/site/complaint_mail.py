"""The notice to the purchaser that a complaint came: its number and where to read it, nothing of what it says."""

from yidang.mailing import letters_to
from yidang.mailing import send
from yidang.people.team import members
from yidang.tree import contract_of


TEXT = """收到一件公众投诉，受理编号 {number}。投诉内容只有采购方能看到，请登录后查看并办理：
{url}"""


def tell_purchaser(complaint) -> int:
    """One mail to each of the purchaser's people who has an address; how many are on their way. A complaint does not
    fail for want of a mail server: what could not be sent stands in the log, and the complaint in the archive."""
    people = members(contract_of(complaint), "Purchaser")
    text = TEXT.format(number=complaint.title, url=complaint.absolute_url())
    return send(letters_to(people, f"收到公众投诉 {complaint.title}", text))
