"""What a report claims, in an order in which the smaller claim comes first."""

from urgent_actions.action_report import ActionReport

Rank = tuple[int, tuple[str, ...]]


def claim(said: ActionReport) -> Rank:
    """The rank of a claim: its count, and between equals what is written in its columns, so that order never decides.

    A column that says nothing comes before any that says something.
    """
    told = (said.case, said.on, said.channel, said.target, said.country, said.language, said.basis, said.supporter)
    return said.count, tuple("" if value is None else str(value) for value in told)
