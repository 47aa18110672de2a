"""What of a web page is read, what is left out, and that no page can hurt."""

import sys
from functools import cache
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import EmailAddress, InvalidValue, MissingExtra, UnreadableBulletin, read_bulletin
from urgent_actions.bulletins.saved.element import MOST_TAGS
from urgent_actions.bulletins.text_of_html import MOST_CHARACTERS, text_of_html

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
ADDRESSES = ["prosecutor@example.org", "reception@example.org", "embassy@example.org"]


def masked(address, key=0x2A):
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


def lines(html):
    return [line for line in text_of_html(html).splitlines() if line]


@cache
def sample():
    return text_of_html((EXAMPLES / "UA-82-20.html").read_text(encoding="utf-8"))


def is_read_or_refused(html):
    try:
        return bool(text_of_html(html).strip())
    except UnreadableBulletin as refused:
        return bool(refused.problems[0].way_out)


def mails(case):
    return [
        str(channel.address) for target in case.targets for channel in target.channels if str(channel.kind) == "email"
    ]


def without_mails(case):
    targets = (
        attrs.evolve(target, channels=tuple(channel for channel in target.channels if str(channel.kind) != "email"))
        for target in case.targets
    )
    return attrs.evolve(case, targets=tuple(targets))


class TestTheSample:
    def test_the_page_has_the_lines_of_the_text(self):
        text = (EXAMPLES / "UA-82-20.txt").read_text(encoding="utf-8").replace("\u00a0", " ")
        for address in ADDRESSES:
            text = text.replace("[email protected]", address, 1)
        assert sample().replace("\u00a0", " ").split("\n") == text.split("\n")

    def test_the_page_gives_the_case_of_the_text_but_for_the_addresses_it_masks(self):
        read = read_bulletin((EXAMPLES / "UA-82-20.txt").read_text(encoding="utf-8")).case
        seen = read_bulletin(sample()).case
        assert mails(read) == ["None"] * 3
        assert mails(seen) == ADDRESSES
        assert without_mails(seen) == without_mails(read)

    def test_no_line_of_the_page_goes_unread(self):
        assert read_bulletin(sample()).unread == ()


class TestLines:
    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ("<p>a<br>b<br/>c</p>", ["a", "b", "c"]),
            ("<div>a<div>b</div>c</div>d", ["a", "b", "c", "d"]),
            ("<ol><li>a<li>b<ul><li>c</ul><li>d</ol>", ["  1. a", "  2. b", "    • c", "  3. d"]),
            ("<ol start=4><li>a</li><li value=9><p>b</p></li><li>c</li></ol>", ["  4. a", "  9. b", "  10. c"]),
            ("<ol start=x><li>a</ol><li>b", ["  1. a", "  • b"]),
            ("<ul><li></li><li>a</ul>", ["  • a"]),
            ("<h2>a</h2>b<hr>c<blockquote>d</blockquote>", ["a", "b", "c", "d"]),
            ("<pre>a\n  b\n\nc</pre>", ["a", "b", "c"]),
            ("a<span style='display: block'>b</span>c", ["a", "b", "c"]),
            ("<p>a <b>b</b>  <i> c</i>\n\td</p>", ["a b c d"]),
            ("<p>a<wbr>b&shy;c&#8203;d&lrm;e</p>", ["abcde"]),
            ("<p>caf&eacute; &lt;b&gt; &amp; &nbsp;tea</p>", ["café <b> & \u00a0tea"]),
        ],
    )
    def test_elements_become_the_lines_that_one_sees(self, html, expected):
        assert lines(html) == expected

    def test_paragraphs_have_one_empty_line_between_them(self):
        assert text_of_html("<div><h1>a</h1><p>b</p></div><p>&nbsp;</p><p>c<br><br><br>d") == "a\n\nb\n\nc\n\nd\n"

    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ("<table><tr><th>Email<td>a@example.org<tr><th>Fax<td>1 2", ["Email: a@example.org", "Fax: 1 2"]),
            ("<table><tr><td>Phone:<td><p>202 298 5700</p>", ["Phone: 202 298 5700"]),
            ("<table><tr><td>Igor Krasnov<td>Prosecutor General", ["Igor Krasnov", "Prosecutor General"]),
            ("<table><tr><th>Name<th>Office<tr><td>a<td>b", ["Name", "Office", "a", "b"]),
            ("<table><tr><td>Fax:<br>none:<td>x", ["Fax:", "none:", "x"]),
            ("<table><tr><td><table><tr><td>Fax:<td>1</table><td>b", ["Fax: 1", "b"]),
            ("<dl><dt>Phone<dd>1<dt>Fax:<dd>2<dd>3</dl>", ["Phone: 1", "Fax: 2", "3"]),
            (f"<dl><dt>{'long ' * 20}<dd>b</dl>", [("long " * 20).strip(), "b"]),
        ],
    )
    def test_a_label_and_what_it_labels_share_a_line(self, html, expected):
        assert lines(html) == expected

    @pytest.mark.parametrize(
        "html", ["<p>a<b>b<p>c</b>d", "<b><p>a</b>b", "<table>a<tr><td>b", "<li>a</p></div><p>b</ul>"]
    )
    def test_what_was_left_open_or_closed_twice_loses_no_word(self, html):
        assert sorted(text_of_html(html).replace("•", "").split("\n")) != []
        assert {*"ab"} <= {*"".join(lines(html))}


class TestMaskedAddresses:
    def test_an_address_is_decoded_wherever_the_code_stands(self):
        code = masked("name@example.org", 0x00)
        assert lines(f"<span data-cfemail={code}>[email&#160;protected]</span>") == ["name@example.org"]
        assert lines(f"Email: <a href='/cdn-cgi/l/email-protection#{code}'>write</a>") == ["Email: name@example.org"]
        assert lines(f"<a href='https://a.example.org/cdn-cgi/l/email-protection#{code}'>[email protected]</a>") == [
            "name@example.org"
        ]

    def test_a_subject_behind_the_address_is_left_aside(self):
        code = masked("name@example.org?subject=Case 82/20")
        assert lines(f"Email: <a href='/cdn-cgi/l/email-protection#{code}'>write</a>") == ["Email: name@example.org"]

    @pytest.mark.parametrize(
        "code",
        [
            "",
            "2",
            "2a",
            "zz",
            "2a4",
            "2a 4b",
            masked("nobody"),
            masked("a@b"),
            masked("a@b.org\nBcc: c@d.org"),
            "٢٣" * 9,
            masked("a@example.org") * 100,
            masked("name@example.org")[:-6],
        ],
    )
    def test_a_code_that_is_no_address_stays_withheld(self, code):
        assert lines(f"Email: <a data-cfemail='{code}'>x@example.net</a>") == ["Email: [email protected]"]
        link = f"Email: <a href='/cdn-cgi/l/email-protection#{code}'>[email&#160;protected]</a>"
        assert lines(link)[0].replace("\u00a0", " ") == "Email: [email protected]"

    def test_where_one_of_two_codes_can_be_read_the_address_is_known(self):
        inner = "<span data-cfemail='zz'>[email protected]</span>"
        html = f"Email: <a href='/cdn-cgi/l/email-protection#{masked('a@example.org')}'>{inner}</a>"
        assert lines(html) == ["Email: a@example.org"]

    @given(st.emails(), st.integers(0, 255))
    def test_decoding_undoes_the_mask_or_withholds(self, address, key):
        try:
            shown = str(EmailAddress.parse(address))
        except InvalidValue:
            shown = "[email protected]"
        assert lines(f"<p data-cfemail='{masked(address, key)}'>") == [shown]


class TestLinks:
    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ("Email: <a href='mailto:a@example.org'>send a message</a>", "Email: a@example.org"),
            ("<a href='mailto:a@example.org'>Email</a>", "Email: a@example.org"),
            ("<a href='MAILTO:a%40example.org?cc=x'>a@example.org</a>", "a@example.org"),
            ("<a href='mailto:a@example.org,b@example.org'>E-mail</a> |", "E-mail: a@example.org b@example.org |"),
            ("please <a href='mailto:a@example.org'>write to us</a>", "please write to us (a@example.org)"),
            ("Email: <a href='mailto:b@example.org'>a@example.org</a>", "Email: a@example.org"),
            ("<a href='mailto:?subject=x'>Send on</a>", "Send on"),
            ("<a href='mailto:a@'>Email</a>", "Email"),
            ("Phone: <a href='tel:+1-202-298-5700'>the Embassy</a>", "Phone: +1-202-298-5700"),
            ("<a href='tel:+12022985700'>202 298 5700</a>", "202 298 5700"),
            ("<a href='fax:+12022985735'>Fax</a>", "Fax: +12022985735"),
            ("<a href='tel:red alert'>Phone</a>", "Phone"),
            ("Online form: <a href='https://example.org/f'>here</a>", "Online form: https://example.org/f"),
            ("<a href='https://example.org/f'>Contact form</a>", "Contact form: https://example.org/f"),
            ("<a href='https://example.org/form/long'>https://example.org/form…</a>", "https://example.org/form/long"),
            ("<a href='https://evil.example.net/'>https://example.org/form</a>", "https://example.org/form"),
            ("<a href='https://example.org/f'>Click here</a> to tell us", "Click here to tell us"),
            (
                "Facebook: <a href='https://facebook.com/RusEmbUSA'>the page</a>",
                "Facebook: https://facebook.com/RusEmbUSA",
            ),
            ("<a href='https://twitter.com/intent/tweet'>Tweet</a>", "Tweet"),
            ("Online form: <a href='javascript:alert(1)'>here</a>", "Online form: here"),
            ("Online form: <a href='/form'>here</a>", "Online form: here"),
            (f"Online form: <a href='https://example.org/{'a' * 3000}'>here</a>", "Online form: here"),
            ("Email: <a href='mailto:a@example.org'><img></a>", "Email: a@example.org"),
            ("x <a href='mailto:a@example.org'><img></a> y", "x y"),
        ],
    )
    def test_a_link_says_where_it_leads_where_that_is_a_way_to_reach_somebody(self, html, expected):
        assert lines(html) == [expected]


class TestWhatIsLeftOut:
    @pytest.mark.parametrize(
        "html",
        [
            "<script>x@example.net</script>",
            "<style>x</style>",
            "<noscript>x</noscript>",
            "<template><p>x</p></template>",
            "<head><title>x</title></head>",
            "<svg><text>x</text></svg>",
            "<iframe>x</iframe>",
            "<!-- x -->",
            "<nav>x</nav>",
            "<select><option>x</select>",
            "<button>x</button>",
            "<textarea>x</textarea>",
            "<del>x@example.net</del>",
            "<s>x</s>",
            "<footer>x@example.net</footer>",
            "<div role=navigation>x</div>",
            "<div role=contentinfo>x@example.net</div>",
            "<form><input type=text>x</form>",
            "<div class='Cookie-Notice big'>x</div>",
            "<div id=onetrust-banner-sdk>x</div>",
            "<ul class=share-buttons><li>x</ul>",
            "<div class=breadcrumbs>x</div>",
            "<dialog>x</dialog>",
        ],
    )
    def test_what_a_site_puts_around_a_text_is_left_out(self, html):
        assert lines(f"<p>a</p>{html}<p>b</p>") == ["a", "b"]

    @pytest.mark.parametrize(
        "html",
        [
            "<article><footer>x</footer></article>",
            "<form>x</form>",
            "<form><input><article>x</article></form>",
            "<form><input type=hidden><input type=submit>x</form>",
            "<div class=share><h1>x</h1></div>",
            "<aside>x</aside>",
            "<div class=social-links>x @RusEmbUSA</div>",
            "<div class=sharecropper>x</div>",
            "<header>x</header>",
            "<div role=toolbar><main>x</main></div>",
            "<details><summary>x</summary></details>",
            "<dialog open>x</dialog>",
            "<form><input>Email: x@example.org</form>",
            "<div hidden=until-found>x</div>",
            "<td width=0>x</td>",
        ],
    )
    def test_what_may_be_the_bulletin_is_kept(self, html):
        assert "x" in text_of_html(f"<p>a</p>{html}")

    @pytest.mark.parametrize(
        "attributes",
        [
            "hidden",
            "hidden=hidden",
            "aria-hidden=true",
            "aria-hidden=TRUE",
            "class='a sr-only'",
            "style=display:none",
            "style='DISPLAY : none !important'",
            "style='color:red;visibility:hidden'",
            "style=font-size:0px",
            "style=opacity:0",
            "style='width:0;color:red'",
            "style='height:0.0px'",
            "style='width:1px;height:1px;overflow:hidden'",
            "height=0",
            "style='position:absolute;left:-9999px'",
            "style=text-indent:-999em",
            "style='clip:rect(0 0 0 0)'",
            "style='clip:rect(1px,1px,1px,1px)'",
            "style='clip-path:inset(50%)'",
            "style=transform:scale(0)",
            r"style='d\69splay:none'",
            "style='display:/**/none'",
            "class=trap",
            "id=bait",
        ],
    )
    def test_no_hidden_address_is_smuggled_in(self, attributes):
        sheet = "<style>p.trap, .other{color:red;display:none} #bait{left:-10000px}</style>"
        bait = f"<span data-cfemail={masked('b@example.net')}></span> <a href=mailto:c@example.net>Email</a>"
        assert lines(f"{sheet}<p>Email: a@example.org</p><p {attributes}>x@example.net {bait}</p>") == [
            "Email: a@example.org"
        ]

    @pytest.mark.parametrize(
        "style",
        [
            "font-size:0.9em",
            "opacity:0.5",
            "width:100%;height:10px",
            "left:-10px",
            "width:1px",
            "color:none",
            "display:block",
            "opacity:0.01",
            "max-height:08px",
            "display",
        ],
    )
    def test_what_is_only_small_is_seen(self, style):
        assert lines(f"<p style='{style}'>a</p>") == ["a"]

    def test_panels_that_a_style_sheet_hides_until_a_click_are_read(self):
        panel = "Dear Minister, please free her. " * 20
        assert lines(f"<style>.panel{{display:none}}</style><div class=panel>{panel}</div>") == [panel.strip()]

    def test_what_is_hidden_on_other_screens_alone_is_read(self):
        sheet = "<style>@media print { .a{color:red} .wide{display:none} } p{} } .b{}</style>"
        assert lines(f"{sheet}<p class=wide>a</p>") == ["a"]


class TestTricks:
    def test_an_address_that_is_shown_backwards_is_withheld(self):
        override = "style='unicode-bidi: bidi-override; direction: rtl'"
        assert lines(f"Email: <span {override}>gro.elpmaxe@eman.org</span>") == ["Email: [email protected]"]
        assert lines("Email: <bdo dir=rtl>gro.elpmaxe@eman.org</bdo> x") == ["Email: [email protected] x"]
        assert lines(f"<bdo><i data-cfemail={masked('a@example.org')}></i></bdo>") == ["[email protected]"]

    def test_an_override_of_direction_leaves_no_address(self):
        read = lines("Email: &#x202e;gro.elpmaxe@eman&#x202c;")[0]
        assert "\u202e" not in read
        assert "\ufffd" in read

    def test_characters_of_no_text_are_shown_as_such(self):
        assert lines("a&#0;b\x01c&#1;\ud800d\u2028e") == ["a\ufffdb\ufffdc\ufffd\ufffdd e"]


class TestLimits:
    def test_a_page_without_words_says_what_to_do(self):
        with pytest.raises(UnreadableBulletin) as refused:
            text_of_html("<div id=app></div><script>run()</script>")
        assert str(refused.value) == (
            "the page itself shows no text; open it in a browser, copy what it shows, and give that text"
        )

    @pytest.mark.parametrize(
        "html",
        [
            pytest.param("a" * (MOST_CHARACTERS + 1), id="letters"),
            pytest.param("<p>" * (MOST_TAGS + 1), id="tags"),
            pytest.param("".join(f"<{name}>" for name in "b i u s em tt big".split()) + "<p>a" * 60_000, id="open"),
        ],
    )
    def test_a_page_longer_than_any_bulletin_is_refused(self, html):
        with pytest.raises(UnreadableBulletin, match="no bulletin"):
            text_of_html(html)

    def test_ten_million_characters_of_words_are_read(self):
        assert len(text_of_html("<p>" + "word " * 2_000_000)) == 10_000_000

    @pytest.mark.parametrize(
        "html",
        [
            "<div>" * 20_000 + "x",
            "<b>" * 20_000 + "x",
            "<table><tr><td>" * 8_000 + "x",
            "<ul><li>" * 10_000 + "x",
            "<p>" + "".join(f"<b a={n}>" for n in range(9_000)) + "</p>" + "<p>x</p>" * 9_000,
            "<!--x" * 20_000 + "-->x",
            "<a href=mailto:a@example.org>" * 9_000 + "x",
            "<x a=1" * 20_000 + ">x",
            "&" * 50_000 + "x",
        ],
        ids=["div", "b", "table", "list", "formatting", "comment", "links", "attributes", "ampersands"],
    )
    def test_nesting_and_repetition_without_end_are_read(self, html):
        assert "x" in text_of_html(html)

    @given(st.text())
    def test_any_text_is_read_or_refused(self, text):
        assert is_read_or_refused(text)

    @given(
        st.lists(
            st.sampled_from(
                [
                    "<p>",
                    "</p>",
                    "<b hidden>",
                    "</b>",
                    "<table>",
                    "<tr>",
                    "<td>",
                    "<dl><dt>",
                    "<dd>",
                    "<a href='mailto:a@b.org'>",
                    "</a>",
                    "<li>",
                    "<ol>",
                    "</ol>",
                    "<pre>\n",
                    "<br>",
                    "<bdo>",
                    "Email: ",
                    "a@b.org",
                    "[email protected]",
                    " ",
                    "x",
                    "<form>",
                    "<template>",
                    "<svg>",
                    "<select>",
                    "<!--",
                    "-->",
                    "<i data-cfemail='2a4b'>",
                    "<style>.a{display:none}",
                    "</style>",
                ],
            )
        )
    )
    def test_any_heap_of_tags_is_read_or_refused(self, tags):
        assert is_read_or_refused("".join(tags))

    def test_without_the_extra_it_is_named(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "justhtml", None)
        with pytest.raises(MissingExtra, match=r"urgent-actions\[html\]"):
            text_of_html("<p>a")
