"""Kinds of evaluations (S2-07, S2-09)."""

from yidang.vocabulary import terms


evaluation_kinds = terms((("midterm", "中期评估"), ("final", "末期评估"), ("third_party", "第三方评估")))
