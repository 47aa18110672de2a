"""What a page adds is right when it is there, and all that is not is told at once."""

import pytest

from urgent_actions import EmailAddress, InvalidValue, Paper, WebLink, Wishes


def test_all_that_is_wrong_with_wishes_is_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        Wishes(
            copies=iter(["nobody", 4]),
            form_limit="x",
            hashtags=["not a tag!"],
            link="javascript:alert(1)",
            paper=7,
            place=5,
            postage=[],
        )
    assert [problem.where for problem in caught.value.problems] == [
        "form_limit",
        "place",
        "postage",
        "copies",
        "copies",
        "link",
        "paper",
        "hashtags",
    ]


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"form_limit": 0}, "a form of 0 signs holds no message at form_limit; give 1 or more, or None for any number"),
        ({"hashtags": "Kotov"}, "expected a collection of things, not 'Kotov' at hashtags; write {'Kotov'}"),
        ({"paper": "A3"}, "unknown paper 'A3' at paper; expected one of A4, US Letter"),
        ({"hashtags": ["Kotov", 5]}, "5 is no hashtag at hashtags; use letters, digits and _, and at least one letter"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told_with_the_way_out(wish, told):
    with pytest.raises(InvalidValue) as caught:
        Wishes(**wish)
    assert str(caught.value) == told


def test_wishes_are_values_whatever_they_were_written_as():
    wishes = Wishes(copies="embassy@example.org", paper="A4", link="https://example.org/case")
    assert wishes == Wishes(
        copies=[EmailAddress("embassy@example.org")], paper=Paper.A4, link=WebLink("https://example.org/case")
    )
