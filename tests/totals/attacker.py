"""Somebody who has all releases of a table, and computes what the withheld numbers can be.

Unknown are the true numbers of every cell in every release: whole numbers from zero on, which never fall from one
release to the next where `growing` is assumed. Every number that is shown is an equation, a rounded one two
inequalities. The limits of all unknowns are narrowed until nothing changes, and what is left is searched, so that an
answer is exact.
"""

from itertools import product

PATIENCE = 400
"""How many cases of one search the attacker looks at; all but a few searches need less than twenty."""


class Attacker:
    """The equations of some releases that show at least their totals.

    A place has `...` for the facets that it is summed over, as in `(..., "DE")`. The true tables, where they are given,
    only tell where to search first.
    """

    def __init__(self, releases, values, *, growing, truths=()):
        self.cells = [*product(*values)]
        self.places = [*product(*([*each, ...] for each in values))]
        self.most = max((release.total + (release.round_to or 0) for release in releases), default=0)
        self.limits = [(0, self.most)] * (len(self.cells) * len(releases))
        self.likely = [truth.get(cell, 0) for truth in truths for cell in self.cells]
        self.sums = []  # terms, least, most
        self.of_place = {}
        for number, release in enumerate(releases):
            self._know(number, release)
            if growing and number:
                for n in range(number * len(self.cells), (number + 1) * len(self.cells)):
                    self.sums.append(([(n, 1), (n - len(self.cells), -1)], 0, self.most))

    def _know(self, number, release):
        begin = number * len(self.cells)
        for place in self.places:
            terms = [(begin + n, 1) for n, cell in enumerate(self.cells) if is_in(cell, place)]
            self.of_place[number, place] = terms
            shown = number_in(release, place)
            if shown is not None:
                multiple = release.round_to or 1
                self.sums.append((terms, shown - multiple // 2, shown + (multiple - 1) // 2))

    def terms_of(self, number, place):
        """The unknowns that a place in a release is the sum of."""
        return self.of_place[number, place]

    def terms_of_change(self, first, second, place):
        """The unknowns that the change of a place between two releases is the sum of."""
        return [*self.of_place[second, place], *((unknown, -1) for unknown, _ in self.of_place[first, place])]

    def range_of(self, terms):
        """The least and the greatest sum that some unknowns can have."""
        low, high = -self.most, self.most
        while not self.may_be(terms, low, low):
            low += 1
        while not self.may_be(terms, high, high):
            high -= 1
        return low, high

    def has_room(self, terms, true, room):
        """Whether two sums are possible that are so far apart, with the true one between them."""
        ups = range(room, -1, -1)
        return any(
            (up == 0 or self.may_be(terms, true + up, self.most))
            and (up == room or self.may_be(terms, -self.most, true - (room - up)))
            for up in ups
        )

    def may_be(self, terms, least, most):
        """Whether a sum of unknowns can lie between two numbers, or the search for that was given up."""
        return possible(self.limits, [*self.sums, (terms, least, most)], self.likely, [PATIENCE])


def is_in(cell, place):
    return all(asked is ... or asked == own for own, asked in zip(cell, place, strict=True))


def number_in(release, place):
    """The number that a release shows in a place; None where it is withheld."""
    facets = tuple(facet for facet, value in zip(release.facets, place, strict=True) if value is not ...)
    return release.number(facets, tuple(value for value in place if value is not ...))


def narrowed(limits, sums):
    """The limits of every unknown as far as each sum by itself narrows them; None if they contradict one another."""
    limits, changed = list(limits), True
    while changed:
        changed = False
        for terms, least, most in sums:
            lows = sum(limits[n][0] if sign > 0 else -limits[n][1] for n, sign in terms)
            highs = sum(limits[n][1] if sign > 0 else -limits[n][0] for n, sign in terms)
            if lows > most or highs < least:
                return None
            if lows >= least and highs <= most:
                continue
            for n, sign in terms:
                low, high = limits[n] if sign > 0 else (-limits[n][1], -limits[n][0])
                tighter = max(low, least - highs + high), min(high, most - lows + low)
                if tighter[0] > tighter[1]:
                    return None
                if tighter != (low, high):
                    limits[n] = tighter if sign > 0 else (-tighter[1], -tighter[0])
                    lows += tighter[0] - low
                    highs += tighter[1] - high
                    changed = True
    return limits


def possible(limits, sums, likely, patience):
    """Whether whole numbers within the limits fit all sums; true, too, where patience comes to its end."""
    patience[0] -= 1
    if patience[0] < 0:
        return True
    limits = narrowed(limits, sums)
    if limits is None:
        return False
    widths = [(high - low, n) for n, (low, high) in enumerate(limits) if low < high]
    if not widths:
        return True
    n = min(widths)[1]
    low, high = limits[n]
    first = min(max(likely[n], low), high) if likely else low
    parts = [(first, first), (low, first - 1), (first + 1, high)]
    return any(
        possible([*limits[:n], part, *limits[n + 1 :]], sums, likely, patience) for part in parts if part[0] <= part[1]
    )
