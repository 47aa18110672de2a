"""Sentences that ask and sentences that tell, told apart by their structure."""

import pytest

from urgent_actions.bulletins.asking import asks, commands, tells


@pytest.mark.parametrize(
    "text",
    [
        "Before you buy a stamp, find out if the mail gets through.",
        "There is little time left, so get your message off today.",
        "If the line is engaged, dial again.",
        "Renseignez-vous à la poste avant d'affranchir votre lettre.",
        "Passé cette date, demandez à votre section s'il faut encore intervenir.",
        "Averigüen si llega el correo.",
        "Pasada esa fecha, pregunten a su sección.",
        "Danach fragen Sie bei Ihrer Sektion nach.",
        "Kommt Ihre E-Mail zurück, greifen Sie zum Telefon.",
    ],
)
def test_a_verb_in_front_or_behind_a_clause_asks(text):
    assert commands(text)
    assert asks(text)
    assert not tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tweets and phone calls count too.",
        "The letter below is only there to help you.",
        "A letter up to 20 g costs 1.70 euros.",
        "Les courriels et les fax sont aussi les bienvenus.",
        "También valen los faxes y los tuits.",
        "E-Mails und Faxe sind ebenso willkommen.",
    ],
)
def test_what_is_said_of_letters_and_those_who_write_them_asks(text):
    assert not commands(text)
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Letters from her family were returned unopened.",
        "Keep silent, the men told her, or your son will be next.",
        "N'écrivez à personne, lui a dit un gardien.",
        "No escriban a nadie, les dijo un guardia.",
        "Schreiben Sie niemandem, sagte ein Wärter zu ihr.",
        "Police say that post to the prison takes weeks.",
        "Call records showed that the police phoned her.",
        "Ses avocats ont écrit au ministre, sans réponse.",
        "Sus abogados escribieron al ministro sin recibir respuesta.",
        "Ihre Anwälte schrieben an den Minister und bekamen keine Antwort.",
    ],
)
def test_what_was_said_and_what_happened_is_told(text):
    assert tells(text)
    assert not asks(text)


@pytest.mark.parametrize("text", ["Read more about mining.", "Sign up for the newsletter.", "Erfahren Sie mehr."])
def test_a_command_of_the_page_asks_for_no_letters(text):
    assert not commands(text)


def test_a_name_in_a_past_clause_behind_a_request_is_no_story():
    assert not tells("Please mention that she was freed on 3 May.")
    assert not tells("Those who wrote last year may write again.")
