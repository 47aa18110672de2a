"""A price is an amount of a currency that exists, and says itself as people write it."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidValue
from urgent_actions.testing.strategies.postage import prices
from urgent_actions.values.price import Price


@given(prices())
def test_a_price_is_read_back_from_its_text(price):
    assert Price.parse(str(price)) == price
    assert Price.of(price) is price


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("1.70 USD", "en", "$1.70"),
        ("1.70 USD", "fr", "1,70 $US"),
        ("2.25 EUR", "de", "2,25 €"),
        ("110 JPY", "ja", "￥110"),
        ("110 JPY", "en", "¥110"),
        ("1250.00 RUB", "ru", "1 250,00 ₽"),
    ],
)
def test_a_price_is_said_as_the_language_writes_it(text, language, said):
    assert Price.parse(text).say(language).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1.7 USD", "1.7 is no sum of USD; give it with 2 decimals"),
        ("110.00 JPY", "110.00 is no sum of JPY; give it with 0 decimals"),
        ("1.70 USX", "unknown currency 'USX'; give its code"),
        ("1.70", "cannot read '1.70' as a price; write it as 1.70 USD"),
        ("-1.70 USD", "cannot read '-1.70 USD' as a price"),
        ("1,70 EUR", "cannot read '1,70 EUR' as a price"),
        ("١.٧٠ USD", "as a price; write it as 1.70 USD"),
        ("$1.70", "cannot read '$1.70' as a price"),
    ],
)
def test_what_is_no_price_is_refused_with_the_way_out(text, told):
    with pytest.raises(InvalidValue) as caught:
        Price.parse(text)
    assert told in str(caught.value)


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("Infinity"), Decimal("-1.00"), 1.7])
def test_an_amount_is_a_decimal_number_from_zero_up(amount):
    with pytest.raises(InvalidValue):
        Price(amount, "USD")


@given(st.text("0123456789. USDEURJPY-", max_size=12))
def test_any_text_is_read_or_refused(text):
    with suppress(InvalidValue):
        assert str(Price.parse(text)) in {text, text.lstrip("0"), f"0{text.lstrip('0')}"}
