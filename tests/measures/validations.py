"""The telephone numbers and e-mail addresses that reading a text has validated: the least that reading it can cost."""

import sys
from contextlib import suppress

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.errors import UnreadableBulletin
from urgent_actions.values import email_address, phone_number

KEPT = (
    email_address._checked,
    phone_number._normalised,
    phone_number._is_certain,
    phone_number._spoken,
    phone_number._in_plan,
)
"""What asks phonenumbers and email-validator, and keeps the answers."""


def forget_validations():
    """Make every value as new as in the first text that has it."""
    for kept in KEPT:
        kept.cache_clear()


def validations_of(text):
    """What is asked for the first time while a text is read, each question with its arguments."""
    asked = []
    questions = {kept.__wrapped__.__code__: kept for kept in KEPT}

    def note(frame, event, _):
        if event == "call" and frame.f_code in questions:
            asked.append((questions[frame.f_code], tuple(frame.f_locals.values())))

    forget_validations()
    sys.setprofile(note)
    try:
        with suppress(UnreadableBulletin):
            read_bulletin(text)
    finally:
        sys.setprofile(None)
    return asked
