"""Spans looked up by place."""

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.spans import Spans

PLACES = st.integers(0, 12)
SPANS = st.tuples(PLACES, st.integers(1, 5)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(SPANS), SPANS)
def test_the_first_span_that_touches_another_is_found(spans, other):
    """Bisection finds the span that going through all of them finds."""
    begin, end = other
    touching = [span for span in sorted(spans) if span[0] < end and begin < span[1]]
    assert Spans(spans).touching(begin, end) == (touching[0] if touching else None)
    assert (Spans(spans).around(begin) is not None) == any(a <= begin < b for a, b in spans)
