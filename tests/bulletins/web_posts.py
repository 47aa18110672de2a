"""Cases that a web post can say, made by Hypothesis: offices, embassies and people that do not exist."""

from hypothesis import strategies as st

from urgent_actions.case import Case, Subject
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.edition import Edition, EditionKind
from urgent_actions.letter_template import LetterTemplate, TemplateText, literal
from urgent_actions.note import Note
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.scope import Scope
from urgent_actions.target import Target, target_id
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.country import Country
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.handle import Handle
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.publisher import Publisher
from urgent_actions.values.web_link import WebLink
from urgent_actions.values.window import Window

PUBLISHER = Publisher("Amnesty International USA", Country("US"))
COUNTRIES = {
    "RU": "Russia",
    "CU": "Cuba",
    "VN": "Vietnam",
    "EG": "Egypt",
    "MX": "Mexico",
    "NG": "Nigeria",
    "PE": "Peru",
}
FIRST = ["Ana", "Boris", "Chidi", "Dora", "Emre", "Farid", "Gita", "Hoa", "Ines", "Jalal", "Karim", "Lúcia"]
LAST = ["Aksoy", "Belov", "Castro", "Delgado", "Eze", "Farouk", "García", "Hrynevich", "Ibáñez", "Jandarbek", "Kotova"]
OFFICES = ["Prosecutor General", "Minister of Justice", "Minister of Interior", "Prime Minister", "Attorney General"]
STREETS = ["12 Long Street", "Calle 2 No. 258", "P.O. Box 13", "7 Garden Avenue", "1 Peace Square"]
CITIES = ["10400 Old Town", "Newport 22", "Harbour City 3"]
OWN_WORDS = (
    "Write a letter in your own words or using the sample below as a guide to one or both government officials listed."
)
ANY_CHANNEL = "You can also email, fax, call or Tweet them."
REPORT = "Click here to let us know the actions you took on Urgent Action {}. It’s important to report them."
SENTENCES = [
    "She is in prison.",
    "He may be hurt {soon}.",
    "The trial was not fair, and they know it.",
    "Nothing else is known.",
]

names = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
numbers = st.integers(100, 199).map(lambda n: PhoneNumber(f"+12025550{n}"))
handles = st.from_regex(r"[A-Z][a-z]{3,9}[A-Za-z0-9_]{0,6}", fullmatch=True).map(Handle)
emails = st.from_regex(r"[a-z]{2,9}(\.[a-z]{2,9})?@[a-z]{3,9}\.example\.org", fullmatch=True).map(EmailAddress)
links = st.from_regex(r"https://www\.[a-z]{3,9}\.example\.org/[a-z]{1,9}", fullmatch=True).map(WebLink)
days = st.dates().filter(lambda day: day.year >= 1970).map(PartialDate.of)
months = st.builds(PartialDate, st.integers(1990, 2060), st.integers(1, 12))
sentences = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
paragraphs = st.lists(sentences, min_size=1, max_size=3).map("\n\n".join)
addresses = st.builds(lambda *lines: PostalAddress(lines), st.sampled_from(STREETS), st.sampled_from(CITIES))
via = st.sampled_from([None, "Ministry of Foreign Affairs", "the Mission in Geneva"])
channels = st.one_of(
    st.builds(ContactChannel, st.sampled_from(["phone", "fax"]), numbers, via=via),
    st.builds(ContactChannel, st.just("email"), emails),
    st.just(ContactChannel.withheld("email", printed="[email protected]")),
    st.builds(ContactChannel, st.sampled_from(["form", "website"]), links),
    st.builds(ContactChannel, st.sampled_from(["twitter", "facebook", "instagram", "telegram"]), handles),
)
salutations = st.sampled_from([None, "Dear Minister", "Your Excellency", "Dear Ambassador"])


@st.composite
def officials(draw, country):
    office, channel = draw(st.sampled_from(OFFICES)), ContactChannel("post", draw(addresses))
    return {
        "kind": "official",
        "name": draw(names),
        "title": draw(st.sampled_from([None, "Mr.", "Dr.", "General"])),
        "office": office + draw(st.sampled_from(["", f" of {COUNTRIES[country.code]}"])),
        "country": country,
        "channels": [channel, *draw(st.lists(channels, min_size=1, max_size=4))],
        "salutation": draw(salutations),
    }


@st.composite
def embassies(draw, country):
    seat = PostalAddress((f"{draw(st.integers(1, 9999))} Elm Street NW", "Washington, DC 20009"))
    return {
        "kind": "embassy",
        "name": draw(names),
        "office": "Ambassador",
        "organisation": f"Embassy of {COUNTRIES[country.code]}",
        "country": country,
        "accredited_to": Country("US"),
        "channels": [ContactChannel("post", seat), *draw(st.lists(channels, max_size=4))],
        "salutation": draw(salutations),
    }


def made(parts, taken):
    office, body = parts.get("office"), parts.get("organisation")
    return Target(target_id(*((body, office) if body else (office,)), taken=taken), **parts)


@st.composite
def cases(draw):
    """A case whose every part a web post can say."""
    country = Country(draw(st.sampled_from(sorted(COUNTRIES))))
    reference = CaseReference("UA", draw(st.integers(1, 400)), year=draw(st.integers(1973, 2069)))
    targets = []
    for parts in [*draw(st.lists(officials(country), max_size=3)), *draw(st.lists(embassies(country), max_size=1))]:
        targets.append(made(parts, [target.id for target in targets]))
    kind = draw(st.sampled_from([EditionKind.FIRST, EditionKind.UPDATE, EditionKind.CORRECTION, EditionKind.OUTCOME]))
    edition = Edition(kind, draw(st.none() | days | months))
    over = kind is EditionKind.OUTCOME or draw(st.booleans())
    number = str(reference).removeprefix("UA ").replace("/", ".")
    notes = [Note("own words", OWN_WORDS), Note("any channel", ANY_CHANNEL), Note("report", REPORT.format(number))]
    letter = TemplateText("en", literal(draw(paragraphs)), opening="Dear Minister,", closing=draw(closings))
    case = Case(
        reference,
        edition,
        publisher=PUBLISHER,
        title=draw(st.sampled_from([None, "Activist Jailed", "ARTIST AT RISK", "Five Men Held"])),
        country=country,
        subjects=draw(st.lists(st.builds(Subject, names, pronouns=st.sampled_from([None, "he/him"])), max_size=2)),
        summary=draw(paragraphs),
        deadline=draw(st.none() | st.builds(Deadline, days | months, st.booleans())),
        status="ended" if over else "open",
        ended_on=draw(st.none() | days) if over else None,
        choose="any",
        languages=draw(st.lists(st.sampled_from(["ru", "es", "ar"]), unique=True)),
        targets=targets,
        letter=LetterTemplate(letter) if draw(st.booleans()) else None,
        notes=notes,
    )
    return draw(with_rule(case))


closings = st.sampled_from([None, "Yours sincerely,", "Respectfully,"])


@st.composite
def with_rule(draw, case):
    """The case with the instruction to write to the embassy, where it has one, and an official without an address."""
    from attrs import evolve

    first = case.targets[0] if case.targets and case.targets[0].kind.value == "official" else None
    if first is None or not draw(st.booleans()):
        return case
    rule = Rule(
        f"{case.reference}: post only to the embassy",
        "close",
        when=Scope(cases={case.reference}, countries={case.country}, channels={"post"}),
        unless=Scope(kinds={"embassy"}),
        during=Window(case.issued),
        reason="Due to postal restrictions, please only send physical mail to the Embassy",
        source=case.source,
    )
    spoken = evolve(first, channels=[ContactChannel("post"), *first.channels[1:]])
    return evolve(case, rules=[rule], targets=[spoken, *case.targets[1:]])
