"""What something costs, in one currency, such as the price of a stamp."""

import re
from decimal import Decimal

import attrs

from urgent_actions.errors import InvalidValue, Problem, refuse_if
from urgent_actions.values.cldr import currency_decimals, money_in_words
from urgent_actions.values.field_types import wrong_types
from urgent_actions.values.language import Language

_WRITTEN = re.compile(r"(\d{1,9}(?:\.\d{1,3})?) ([A-Z]{3})", re.ASCII)


@attrs.frozen
class Price:
    r"""An amount of a currency, with as many decimals as the currency has.

    Args:
        amount: how much; never below zero.
        currency: the code of the currency (ISO 4217), such as `EUR`.

    Raises:
        InvalidValue: there is no such currency, or the amount is no sum of it.

    >>> price = Price.parse("1.70 USD")
    >>> str(price), price.say("en"), price.say("de")
    ('1.70 USD', '$1.70', '1,70\xa0$')
    """

    amount: Decimal
    currency: str

    def __attrs_post_init__(self) -> None:
        refuse_if(wrong_types(self, {"amount": Decimal, "currency": str}))
        decimals = currency_decimals(self.currency)
        if decimals is None:
            way_out = "give its code (ISO 4217), such as EUR"
            raise InvalidValue(Problem("unknown-currency", f"unknown currency {self.currency!r}", way_out=way_out))
        if not self.amount.is_finite() or self.amount < 0 or self.amount.as_tuple().exponent != -decimals:
            what, way_out = f"{self.amount} is no sum of {self.currency}", f"give it with {decimals} decimals"
            raise InvalidValue(Problem("bad-amount", what, way_out=way_out))

    @classmethod
    def parse(cls, text: str) -> "Price":
        """Read `1.70 USD`.

        Raises:
            InvalidValue: the text has another form, or names no sum of a currency.
        """
        found = _WRITTEN.fullmatch(text)
        if found is None:
            what = f"cannot read {text!r} as a price"
            raise InvalidValue(Problem("bad-price", what, way_out="write it as 1.70 USD"))
        return cls(Decimal(found[1]), found[2])

    @classmethod
    def of(cls, value: "Price | str") -> "Price":
        """A price, or its text."""
        return value if isinstance(value, cls) else cls.parse(str(value))

    def say(self, locale: Language | str = "en") -> str:
        """The price as the reader's language writes it (CLDR currency format): `1,70 €`."""
        return money_in_words(self.amount, self.currency, Language.of(locale).tag)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
