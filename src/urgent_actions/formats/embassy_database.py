"""The public Database of Embassies and Consulates, a table made of Wikidata, as a mission directory.

Its layout: a row for each mission, cells set apart by semicolons and never in quotes. Taken are the columns `operator`,
`operatorISO`, `jurisdictions` (set apart by `|`), `country`, `countryISO`, `city`, `address`, `phone`, `email`,
`website`, `facebook`, `twitter`, `youtube`, `type`, `creation` and `QID`; not taken are coordinates, pictures, and the
other identifiers of Wikidata. https://github.com/database-of-embassies/database-of-embassies
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import attrs

from urgent_actions.contact_channel import Address, ContactChannel, parse_address
from urgent_actions.errors import InvalidData, InvalidValue, Problem, did_you_mean
from urgent_actions.missions import Mission, MissionDirectory
from urgent_actions.target import Target, target_id
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.country import Country
from urgent_actions.values.data_table import data_rows
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.source import Source
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.window import ALWAYS, Window

Tell = Callable[[Problem], None]

_NEEDED = ("operator", "country", "type", "QID")
_TAKEN = (
    *_NEEDED, "operatorISO", "jurisdictions", "countryISO", "city", "address", "phone", "email", "website", "facebook",
    "twitter", "youtube", "creation",
)  # fmt: skip
_NOT_TAKEN = (
    "operatorQID", "jurisdictionQIDs", "countryQID", "cityQID", "typeQID", "latitude", "longitude", "picture",
    "pictureAuthor", "pictureLicense", "pictureLicenseURL",
)  # fmt: skip
_LEFT_OUT = "the row is left out"
_CHANNELS = (
    ("email", ChannelKind.EMAIL, ""),
    ("phone", ChannelKind.PHONE, ""),
    ("twitter", ChannelKind.TWITTER, ""),
    ("facebook", ChannelKind.FACEBOOK, "https://www.facebook.com/"),
    ("youtube", ChannelKind.YOUTUBE, "https://www.youtube.com/channel/"),
    ("website", ChannelKind.WEBSITE, ""),
)


def read_embassy_database(
    text: str, problems: Tell | None = None, *, checked: PartialDate | str | None = None
) -> MissionDirectory:
    """Make a directory of the public table; what cannot be taken is told row by row, and the rest is taken.

    Args:
        text: the table, as it is published.
        problems: is called with each problem, and the reading goes on: a row without a state, a country or a known type
            is left out, a cell that cannot be read is left out of its row. Without it, all of them are raised.
        checked: when the table was fetched, for the sources.

    Raises:
        InvalidData: the table has not the columns that make a mission; or something could not be taken, and no function
            was given for it. Every problem has its line and its column.
    """
    refuse_wrong(text=(text, str))
    found: list[Problem] = []
    tell = problems or found.append
    missions: dict[str, Mission] = {}
    for line, cells in _rows(text, tell):
        row = _Row(cells, line, tell, PartialDate.of(checked) if checked else None)
        mission = row.mission()
        if mission is not None and mission.target.id in missions:
            row.tell(f"the mission {cells['QID']} stands there twice", "QID", _LEFT_OUT)
        elif mission is not None:
            missions[mission.target.id] = mission
    if found:
        raise InvalidData(*found)
    return MissionDirectory(missions.values())


def is_embassy_database(text: str) -> bool:
    """Whether the first line of a text is the heading of the public table."""
    columns = text.removeprefix("\ufeff").partition("\n")[0].split(";")
    return {*_NEEDED} <= {column.strip() for column in columns}


@attrs.frozen
class _Row:
    """One row of the table, and to whom is told what cannot be taken of it."""

    cells: Mapping[str, str]
    line: int
    problems: Tell
    checked: PartialDate | None

    def tell(self, what: str, column: str, way_out: str = "") -> None:
        self.problems(Problem("not-taken", what, where=column, way_out=way_out, line=self.line))

    def mission(self) -> Mission | None:
        """The mission of the row, or None where it is told why there is none."""
        state, seat = self._country("operator", "operatorISO"), self._country("country", "countryISO")
        kind = _kinds().get(self.cells["type"].casefold())
        if kind is None:
            self.tell(f"unknown type of mission {self.cells['type']!r}", "type", _LEFT_OUT)
        if state is None or seat is None or kind is None:
            return None
        try:
            return self._accredited(self._target(state, seat, kind), state, seat)
        except InvalidValue as error:
            for problem in error.problems:
                self.tell(problem.what, problem.where, _LEFT_OUT)
            return None

    def _accredited(self, target: Target, state: Country, seat: Country) -> Mission:
        countries, others = set[Country](), list[str]()
        for name in filter(None, map(str.strip, self.cells["jurisdictions"].split("|"))):
            country = _country_named(name)
            if country is None:
                others.append(name)
            else:
                countries.add(country)
        permanent = target.kind is TargetKind.MISSION
        for name in () if permanent else others:
            self.tell(f"the jurisdiction {name!r} is no country", "jurisdictions")
        qid = self.cells["QID"]
        source = Source(f"Wikidata {qid.rpartition('/')[2]}", qid or None, publisher="Wikidata", checked=self.checked)
        covers = frozenset() if permanent else frozenset(countries - {state, seat})
        to = ", ".join(others) or None if permanent else None
        return Mission(target, source, during=self._since(), covers=covers, to=to)

    def _target(self, state: Country, seat: Country, kind: TargetKind) -> Target:
        place = self.cells["city"] or seat.name()
        name = f"{self.cells['type']} of {self.cells['operator']} in {place}"
        number = self.cells["QID"].rpartition("/")[2]
        return Target(
            target_id(f"{kind} of {state.name()} in {place} {number}"),
            kind,
            organisation=name[:1].upper() + name[1:],
            country=state,
            accredited_to=seat,
            channels=list(self._channels(seat)),
        )

    def _channels(self, seat: Country) -> Iterator[ContactChannel]:
        street = " ".join(self.cells["address"].split())
        if street:
            city = self.cells["city"]
            lines = [street, *([city] if city and city.casefold() not in street.casefold() else []), seat.name()]
            yield ContactChannel(ChannelKind.POST, PostalAddress(lines))
        for column, kind, site in _CHANNELS:
            address = self._address(column, kind, site)
            if address is not None:
                yield ContactChannel(kind, address)

    def _address(self, column: str, kind: ChannelKind, site: str) -> Address | None:
        cell = self.cells[column]
        if not cell:
            return None
        try:
            return parse_address(kind, cell if cell.startswith("http") else site + cell.removeprefix("mailto:"))
        except InvalidValue as error:
            self.tell(error.problems[0].what, column)
            return None

    def _since(self) -> Window:
        day = self.cells["creation"].partition("T")[0]
        try:
            return Window(day) if day else ALWAYS
        except InvalidValue as error:
            self.tell(error.problems[0].what, "creation")
            return ALWAYS

    def _country(self, column: str, code_column: str) -> Country | None:
        name, code = self.cells[column], self.cells[code_column]
        country = _country_named(code) or _country_named(name)
        if country is None:
            self.tell(f"{name!r} is no state that has a code", column, _LEFT_OUT)
        return country


@lru_cache(maxsize=1024)
def _country_named(name: str) -> Country | None:
    try:
        return Country.parse(name) if name else None
    except InvalidValue:
        return None


@lru_cache(maxsize=1)
def _kinds() -> dict[str, TargetKind]:
    return {label.casefold(): TargetKind.of(kind) for label, kind in data_rows("embassy_types.tsv")}


def _rows(text: str, tell: Tell) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with their lines; the heading ends in a semicolon that opens no column."""
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    rows = ((number, [cell.strip() for cell in line.split(";")]) for number, line in lines)
    _, heading = next(rows)
    columns = heading[:-1] if heading[-1] == "" else heading
    missing = [Problem("missing-column", f"missing column {name!r}", line=1) for name in _NEEDED if name not in columns]
    if missing:
        raise InvalidData(*missing)
    for name in columns:
        if name not in {*_TAKEN, *_NOT_TAKEN}:
            way_out = did_you_mean(name, _TAKEN)
            tell(Problem("unknown-column", f"the column {name!r} is not taken", way_out=way_out, line=1))
    for line, row in rows:
        if len(row) > len(columns):
            what = f"the row has {len(row)} cells, and the table {len(columns)} columns"
            tell(Problem("too-many-cells", what, way_out=_LEFT_OUT, line=line))
        elif any(row):
            yield line, dict.fromkeys(_TAKEN, "") | dict(zip(columns, row, strict=False))
