"""Posts and threads, each within what its network takes."""

import tomllib
from datetime import date
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import kotov
from letters_to_send import ANY_TEXT, BODIES, DAY, asking_letter

from urgent_actions import ContactChannel, Handle, InvalidValue, WebLink
from urgent_actions.letters.asks import asks_of
from urgent_actions.letters.network import network_of
from urgent_actions.letters.social_post import SocialPost
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.data_table import data_text

NETWORKS = ["twitter", "facebook", "instagram", "telegram", "tiktok"]
CASE = kotov()


def post(letter=None, network="twitter", **more):
    channel = ContactChannel(network, Handle("RusEmbUSA"))
    return SocialPost.of(letter or asking_letter(), channel, case=CASE, on=more.pop("on", DAY), **more)


def test_a_post_names_the_person_asks_and_mentions_the_account_behind_the_first_words():
    (text,) = post(hashtags=["FreeHer"], link="https://example.org/case").posts
    assert text == "A. Example: Please see that she is free again. @RusEmbUSA #FreeHer https://example.org/case"


def test_what_the_bulletin_asks_goes_before_the_words_of_the_letter():
    case = attrs.evolve(CASE, demands=("Release her",))
    channel = ContactChannel("twitter", Handle("RusEmbUSA"))
    assert SocialPost.of(asking_letter(), channel, case=case, on=DAY).posts == ("A. Example: Release her @RusEmbUSA",)
    in_french = SocialPost.of(asking_letter("fr"), channel, case=case, on=DAY)
    assert in_french.posts == ("A. Example: Je vous demande de la libérer. @RusEmbUSA",)


@given(
    st.sampled_from(NETWORKS),
    st.builds(str.__mul__, st.sampled_from([*BODIES.values()]) | ANY_TEXT, st.integers(1, 60)),
    st.sampled_from([date(2015, 1, 1), DAY]),
    st.lists(st.sampled_from(["FreeHer", "#Свободу", "释放"]), max_size=3),
)
def test_every_part_of_a_thread_fits_and_no_word_of_it_is_lost(network, body, on, hashtags):
    letter = asking_letter(body=body if body.strip() else "x")
    made = post(letter, network, on=on, hashtags=hashtags, link="https://example.org/case")
    rules = network_of(ChannelKind.of(network))
    assert all(rules.length(text) <= rules.limit(on) for text in made.posts)
    count = len(made.posts)
    ends = [f" {number}/{count}" if count > 1 else "" for number in range(1, count + 1)]
    tags = "".join(f" #{tag.removeprefix('#')}" for tag in hashtags)
    ends[-1] = f"{tags} https://example.org/case{ends[-1]}"
    ends[0] = f" @RusEmbUSA{ends[0]}"
    assert all(text.endswith(end) for text, end in zip(made.posts, ends, strict=True))
    words = "".join(text.removesuffix(end) for text, end in zip(made.posts, ends, strict=True))
    asked = asks_of(CASE, letter)
    assert words.replace(" ", "") == "".join(("A. Example:" if asked else "A. Example", *asked)).replace(" ", "")


def test_the_limit_is_that_of_the_day():
    letter = asking_letter(body="Please let her go home to her children at once. " * 4)
    assert len(post(letter, on=date(2017, 11, 6)).posts) > 1
    assert len(post(letter, on=date(2017, 11, 7)).posts) == 1


def test_a_link_opens_each_part_where_the_network_has_one():
    made = post(asking_letter("ru", body="Прошу освободить её. " * 40))
    assert len(made.posts) > 2
    assert [unquote(link.removeprefix("https://x.com/intent/post?text=")) for link in made.links] == [*made.posts]
    assert post(network="instagram").links == ()


def test_the_page_of_the_account_is_known():
    assert post().page == "https://x.com/RusEmbUSA"
    channel = ContactChannel("facebook", WebLink("https://www.facebook.com/some.page"))
    assert SocialPost.of(asking_letter(), channel, case=CASE, on=DAY).page == "https://www.facebook.com/some.page"


def test_it_holds_nothing_of_the_supporter():
    assert "Ada" not in "".join(post().posts)


@pytest.mark.parametrize(
    ("network", "on", "most"),
    [
        ("instagram", date(2025, 12, 17), 30),
        ("instagram", date(2025, 12, 18), 5),
        ("tiktok", date(2026, 11, 26), 5),
        ("facebook", date(2026, 11, 26), 40),
    ],
)
def test_a_network_gets_no_more_hashtags_than_it_takes_on_that_day_and_the_first_ones(network, on, most):
    hashtags = [f"tag{number}" for number in range(40)]
    (text,) = post(network=network, hashtags=hashtags, on=on).posts
    assert text.endswith(" ".join(f"#{tag}" for tag in hashtags[:most]))
    assert text.count("#") == most


@pytest.mark.parametrize(
    ("network", "on", "most"),
    [
        ("twitter", date(2017, 11, 6), 140),
        ("twitter", date(2017, 11, 7), 280),
        ("facebook", date(2011, 11, 29), 5000),
        ("facebook", date(2011, 11, 30), 63206),
        ("telegram", date(2020, 5, 25), 4096),
    ],
)
def test_a_post_may_be_as_long_as_the_network_took_it_on_that_day(network, on, most):
    assert network_of(ChannelKind.of(network)).limit(on) == most


def test_every_network_names_where_its_limits_are_stated_and_when_that_was_read():
    for name, table in tomllib.loads(data_text("networks.toml")).items():
        assert {str(WebLink(link)) for link in table["sources"]}, name
        assert isinstance(table["checked"], date), name


@pytest.mark.parametrize("tag", ["two words", "1984", "", "a#b", "<b>", 5])
def test_what_is_no_hashtag_is_refused(tag):
    with pytest.raises(InvalidValue, match="is no hashtag"):
        post(hashtags=["good", tag])


def test_hashtags_that_leave_no_room_are_refused():
    with pytest.raises(InvalidValue, match="leave no room in a post"):
        post(hashtags=["FreeHerAtOnce"] * 20)
    assert len(post(network="instagram", hashtags=["FreeHerAtOnce"] * 20).posts) == 1


@pytest.mark.parametrize("piece", ["a-", "a.", "a.bc-", "@a.bc", "🕯", "https://", "!", "1\ufe0f"])
@pytest.mark.parametrize("network", ["twitter", "facebook"])
def test_a_long_word_of_anything_is_cut_into_posts(piece, network):
    made = post(asking_letter(body=piece * (20_000 // len(piece))), network=network)
    assert "".join(made.posts).count(piece[0]) >= 20_000 // len(piece)


def test_an_account_that_is_hidden_or_on_no_network_is_refused():
    for channel in (ContactChannel.withheld("twitter"), ContactChannel("youtube", Handle("somebody"))):
        with pytest.raises(InvalidValue, match="is no account on a social network"):
            SocialPost.of(asking_letter(), channel, case=CASE, on=DAY)
