"""Whose a body is, by its name alone."""

import pytest

from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.whose_body import is_civil, is_of_many_states


def piece_of(text):
    return Piece(text, 0, len(text))


@pytest.mark.parametrize(
    "name",
    [
        "Turkish Medical Association",
        "Bar Association of Uganda",
        "Grupo de Apoyo Mutuo (GAM)",
        "Ligue burundaise des droits de l'homme",
        "Prensa Libre",
        "The Daily Lake Times",
    ],
)
def test_associations_and_newspapers_are_told_by_their_noun(name):
    assert is_civil(piece_of(name))


@pytest.mark.parametrize(
    "name", ["Ministry of Justice", "National Human Rights Commission", "Comisión Nacional de los Derechos Humanos"]
)
def test_a_body_of_the_state_is_no_association(name):
    assert not is_civil(piece_of(name))


@pytest.mark.parametrize(
    "name", ["Inter-American Commission on Human Rights", "African Union", "Alto Comisionado de las Naciones Unidas"]
)
def test_an_organisation_of_states_answers_for_none(name):
    assert is_of_many_states(piece_of(name))


def test_a_national_commission_is_of_its_state():
    assert not is_of_many_states(piece_of("Human Rights Commission of Sri Lanka"))
