"""How many supporters there were, kept as a sketch of fixed size from which no token can be read."""

from collections.abc import Iterable, Iterator
from math import ceil, floor
from typing import Any

import attrs

from urgent_actions.errors import InvalidValue, Problem, missing_extra
from urgent_actions.totals.frame_tally import FrameTally
from urgent_actions.totals.tally import Tally
from urgent_actions.values.arguments import refuse_wrong

LG_K = 12
"""The size of a sketch: 2 to this power registers, for a standard error of 1.62 % in a union (HyperLogLog)."""


@attrs.frozen
class SupporterSketch:
    """The distinct supporters of a tally as a HyperLogLog sketch of the library `datasketches` (extra `sketches`).

    Sections that may not pass on tokens pass on sketches: they are joined with `|`, in any order and with repeats, and
    the union counts a person once who is in several, as far as the tokens were made with one key.

    Args:
        content: the sketch as `datasketches` writes it, about 4 kB at most.

    Raises:
        InvalidValue: it is no such sketch.
        MissingExtra: `datasketches` is not installed.
    """

    content: bytes = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        _opened(self.content)

    @classmethod
    def of(cls, tally: Tally | FrameTally) -> "SupporterSketch":
        """The sketch of the supporters of what counts; a person is another one in every case.

        Of files and of relations of DuckDB no more supporters are in memory than are looked at at once.
        """
        refuse_wrong(tally=(tally, (Tally, FrameTally)))
        sketch = _new()
        for some in tally.tokens() if isinstance(tally, FrameTally) else _tokens(tally):
            for token in some:
                sketch.update(token)
        return cls(sketch.serialize_compact())

    @property
    def estimate(self) -> int:
        """The number of distinct supporters, as near as the sketch tells."""
        return round(float(_opened(self.content).get_estimate()))

    @property
    def bounds(self) -> tuple[int, int]:
        """Between which numbers the true one lies with a probability of 95.4 % (two standard errors)."""
        sketch = _opened(self.content)
        return floor(sketch.get_lower_bound(2)), ceil(sketch.get_upper_bound(2))

    @property
    def error(self) -> float:
        """The standard error of a union, as a part of the number: 0.0162 for 1.62 %."""
        sketches = _datasketches()
        return abs(float(sketches.hll_sketch.get_rel_err(False, True, LG_K, 1)))

    def __or__(self, other: "SupporterSketch") -> "SupporterSketch":
        return join_sketches((self, other)) if isinstance(other, SupporterSketch) else NotImplemented

    def __str__(self) -> str:
        low, high = self.bounds
        return f"about {self.estimate} supporters, from {low} to {high}"


def join_sketches(sketches: Iterable[SupporterSketch]) -> SupporterSketch:
    """The sketch of all supporters of several, each person once."""
    union = _datasketches().hll_union(LG_K)
    for sketch in sketches:
        union.update(_opened(sketch.content))
    return SupporterSketch(union.get_result(_datasketches().tgt_hll_type.HLL_8).serialize_compact())


def _tokens(tally: Tally) -> Iterator[list[str]]:
    yield [f"{said.case} {said.supporter}" for said in tally.counted if said.supporter is not None]


def _new() -> Any:
    sketches = _datasketches()
    return sketches.hll_sketch(LG_K, sketches.tgt_hll_type.HLL_8)


def _opened(content: object) -> Any:
    try:
        sketch = _datasketches().hll_sketch.deserialize(content)
    except (RuntimeError, TypeError, ValueError):
        sketch = None
    if sketch is None or sketch.lg_config_k != LG_K:
        way_out = "make it with SupporterSketch.of(tally)"
        raise InvalidValue(Problem("bad-sketch", "the content is no sketch of ours", where="content", way_out=way_out))
    return sketch


def _datasketches() -> Any:
    try:
        import datasketches
    except ModuleNotFoundError:
        raise missing_extra("sketches", "sketching the number of supporters") from None
    return datasketches
