"""What is said of a mission that is elsewhere, without an address, or unknown, in full."""

import pytest

from urgent_actions import Accreditation, Country, Mission, Source, Target, TargetKind
from urgent_actions.guidance.mission_words import (
    host_unknown,
    in_its_place,
    no_address_known,
    nobody_known,
    serves_others,
)

RU, DE, LI, LU = map(Country, ("RU", "DE", "LI", "LU"))
EMBASSY, CONSULATE, MISSION = TargetKind.EMBASSY, TargetKind.CONSULATE, TargetKind.MISSION


def covering(kind, **more):
    """A mission of Russia that sits in Germany, found for a sender in Liechtenstein."""
    target = Target("mission", kind, organisation="Mission of Russia", country=RU, accredited_to=DE)
    return Accreditation(Mission(target, Source("a list"), **more), LI if kind is not MISSION else DE)


@pytest.mark.parametrize(
    ("words", "told", "said"),
    [
        (
            nobody_known,
            (EMBASSY, RU, LI),
            "No embassy of Russia in Liechtenstein is known. Ask your section office for its address.",
        ),
        (
            nobody_known,
            (CONSULATE, RU, LI),
            "No consulate of Russia in Liechtenstein is known. Ask your section office for its address.",
        ),
        (
            no_address_known,
            (EMBASSY, RU, LI),
            "The embassy of Russia in Liechtenstein has no known address. Ask your section office.",
        ),
        (
            no_address_known,
            (CONSULATE, RU, LI),
            "The consulate of Russia in Liechtenstein has no known address. Ask your section office.",
        ),
        (
            in_its_place,
            (EMBASSY, covering(EMBASSY, covers={LI})),
            "No embassy of Russia in Liechtenstein is known; the one in Germany covers Liechtenstein.",
        ),
        (
            in_its_place,
            (CONSULATE, covering(CONSULATE, covers={LI})),
            "No consulate of Russia in Liechtenstein is known; the one in Germany covers Liechtenstein.",
        ),
        (
            in_its_place,
            (EMBASSY, covering(MISSION, to="UN")),
            "No embassy of Russia in Germany is known; this is its permanent mission there (UN).",
        ),
        (
            host_unknown,
            (EMBASSY,),
            "The bulletin does not say in which country this embassy sits; make sure that it is yours.",
        ),
        (
            host_unknown,
            (CONSULATE,),
            "The bulletin does not say in which country this consulate sits; make sure that it is yours.",
        ),
        (
            serves_others,
            (EMBASSY, DE, frozenset()),
            "This embassy serves senders in Germany only; write to the one in your own country.",
        ),
        (
            serves_others,
            (CONSULATE, DE, frozenset()),
            "This consulate serves senders in Germany only; write to the one in your own country.",
        ),
        (
            serves_others,
            (EMBASSY, DE, frozenset({LI, LU})),
            "This embassy serves senders in Germany, and from there only Liechtenstein and Luxembourg; "
            "write to your own.",
        ),
        (
            serves_others,
            (CONSULATE, DE, frozenset({LI, LU})),
            "This consulate serves senders in Germany, and from there only Liechtenstein and Luxembourg; "
            "write to your own.",
        ),
    ],
)
def test_what_is_said_of_a_mission_elsewhere_names_its_kind_and_the_countries(words, told, said):
    message = words(*told)
    assert str(message) == said
    assert len({message.say(locale) for locale in ("en", "fr", "es", "de", "ru", "ar")}) == 6
