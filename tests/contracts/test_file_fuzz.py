"""Whatever is read, the answer is a contract or a ContractFileError, never anything else."""

from .file_samples import SMALL
from .file_samples import ZHONGSHAN
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from unittest import TestCase
from yidang.contracts.file import arithmetic
from yidang.contracts.file import ContractFileError
from yidang.contracts.file import difference
from yidang.contracts.file import read

import copy
import yaml


QUICK = settings(max_examples=100, deadline=None)
CASES = settings(max_examples=40, deadline=None)

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12),
    st.sampled_from(["S0-I01", "case", ">= 3", "2024-02-30", "{serial}", "month", "ratio", "of"]),
)  # fmt: skip
WORDS = st.sampled_from(["field", "is", "in", ">=", "children", "of", "to", "where", "kinds", "measure", "unit", "x"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
    max_leaves=8,
)


def check(test: TestCase, content: str | bytes) -> None:
    """Read it; a refusal must name a problem, a contract must bear being used."""
    try:
        file = read(content)
    except ContractFileError as error:
        test.assertTrue(error.problems)
        test.assertTrue(all(problem.line >= 0 and problem.message for problem in error.problems))
        str(error), error.as_data()
    else:
        arithmetic(file), file.indicators()
        test.assertEqual([], difference(file.data, file.data))


def places(value, path=()):
    """Every place in nested data."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


GOOD = read(ZHONGSHAN).data
PLACES = [path for path in places(GOOD) if path]


class AnyInput(TestCase):
    """Noise, broken text, and good files with one part replaced by anything."""

    @QUICK
    @given(st.text(max_size=300))
    def test_any_text(self, text):
        check(self, text)

    @QUICK
    @given(st.binary(max_size=300))
    def test_any_bytes(self, content):
        check(self, content)

    @QUICK
    @given(st.integers(0, len(SMALL)), st.integers(0, 12), st.text(alphabet=" \n:-[]{}&*!|>'\"#%@`?,a1", max_size=6))
    def test_a_good_file_with_a_piece_cut_out_and_noise_put_in(self, at, length, noise):
        check(self, SMALL[:at] + noise + SMALL[at + length :])

    @CASES
    @given(st.sampled_from(PLACES), VALUES)
    def test_the_zhongshan_file_with_one_part_replaced(self, path, value):
        data = copy.deepcopy(GOOD)
        holder = data
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = value
        check(self, yaml.safe_dump(data, allow_unicode=True))
