"""Reference counts behind distinct numbers: whatever is merged leaves the number that a recount finds."""

from hypothesis import given
from hypothesis import strategies as st
from unittest import TestCase
from yidang.indicators.names import Names
from ZODB.POSException import ConflictError


KEY = ("*", ("I1", "value", "submitted", ""), "", "")
subjects = st.sampled_from(["a", "b", "c"])
edits = st.lists(st.tuples(subjects, st.sampled_from([1, -1])), max_size=6)


def edited(counts: dict[str, int], changes: list) -> tuple[Names, int]:
    """Names with these counts and changes, and by how much the distinct number moved; none goes below zero."""
    names, moved = Names(), 0
    for subject, count in counts.items():
        for _ in range(count):
            names.refer(subject, KEY, 1)
    for subject, by in changes:
        if by > 0 or sum(n for (one, _), n in names.counts.items() if one == subject):
            moved += names.refer(subject, KEY, by)
    return names, moved


class NamesTest(TestCase):
    def test_a_subject_counts_at_its_first_mention_and_no_more_after_its_last(self):
        names = Names()
        self.assertEqual([1, 0, 0, -1], [names.refer("a", KEY, by) for by in (1, 1, -1, -1)])
        self.assertEqual({}, names.counts)

    @given(st.dictionaries(subjects, st.integers(0, 3)), edits, edits)
    def test_a_merge_either_adds_up_or_asks_to_try_again(self, counts, left, right):
        old, _ = edited(counts, [])
        (saved, one), (new, two) = edited(counts, left), edited(counts, right)
        states = [{"counts": dict(names.counts)} for names in (old, saved, new)]
        try:
            merged = Names()._p_resolveConflict(*states)["counts"]
        except ConflictError:
            return
        self.assertEqual(len(old.counts) + one + two, len(merged))
        self.assertTrue(all(number > 0 for number in merged.values()))

    def test_mentions_of_a_subject_that_stays_counted_merge(self):
        states = [{"counts": dict(edited({"a": number}, [])[0].counts)} for number in (2, 3, 3)]
        self.assertEqual([4], list(Names()._p_resolveConflict(*states)["counts"].values()))

    def test_two_first_mentions_do_not_merge(self):
        states = [{"counts": dict(edited({"a": number}, [])[0].counts)} for number in (0, 1, 1)]
        with self.assertRaises(ConflictError):
            Names()._p_resolveConflict(*states)
