"""Who has written on an article: whoever wrote reviews no step of it (domain.md 6.2), also when another began it.

Kept in a list of the section: going back to an old version must not make anybody a stranger to the text.
"""

from hashlib import sha256
from yidang.archive.place import section_of
from yidang.people.acting import acting
from yidang.publicity.captures import LAST
from yidang.publicity.captures import shelf
from yidang.publicity.reviewing.passages import facts_of
from yidang.publicity.reviewing.passages import passages_of


WRITERS = "yidang.writers"
# Beside the users, under a key that no user id has: the digest of the text that was last looked at.
TEXT = "\x00text"


def note_writer(article, event) -> None:
    """Whoever changes what readers see has written on it; who adds a placement or a proof has not."""
    section = section_of(article)
    if section is None:
        return
    uid, now = article.UID(), _digest(article)
    held = shelf(section, WRITERS, make=True)
    if held.get((uid, TEXT)) == now:
        return
    held[uid, TEXT] = now
    user = acting()
    if user and (uid, user) not in held:
        held[uid, user] = True


def writers_of(article) -> set[str]:
    """User ids of all who have ever changed its words or pictures."""
    section = section_of(article)
    if section is None:
        return set()
    uid = article.UID()
    return {key for _, key in shelf(section, WRITERS).keys(min=(uid, ""), max=(uid, LAST)) if key != TEXT}


def _digest(article) -> str:
    said = [*facts_of(article), *passages_of(article)]
    return sha256("\0".join(f"{one.key}\1{one.text}\1{one.picture}" for one in said).encode()).hexdigest()
