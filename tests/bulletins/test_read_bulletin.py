from pathlib import Path

import pytest
from bulletins.test_expected import FIXTURES
from kotov import POST_ONLY_TO_THE_EMBASSY

from urgent_actions.bulletins.families import FAMILIES
from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.errors import UnreadableBulletin
from urgent_actions.values.publisher import Publisher
from urgent_actions.values.severity import Severity

SAMPLE = (FIXTURES / "h-russia-82-20.txt").read_text(encoding="utf-8")
EXAMPLE = (Path(__file__).parents[2] / "docs" / "examples" / "UA-82-20.txt").read_text(encoding="utf-8")
VICTORY = (FIXTURES / "h-usa-53-18-victory.txt").read_text(encoding="utf-8")


def changed(old, new, text=SAMPLE):
    assert old in text
    return text.replace(old, new)


def codes(reading, *severities):
    return [one.code for one in reading.diagnostics if str(one.severity) in severities]


def refusal(text, **options):
    with pytest.raises(UnreadableBulletin) as caught:
        read_bulletin(text, **options)
    return caught.value.problems


def cut(text, span):
    lines = text.split("\n")
    assert span.line == span.end_line
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]


class TestSample:
    @pytest.mark.parametrize("text", [SAMPLE, EXAMPLE], ids=["fixture", "example"])
    def test_it_is_read_without_an_error_or_a_warning(self, text):
        assert codes(read_bulletin(text, strict=True), "error", "warning") == []

    def test_the_instruction_about_post_is_a_rule_in_its_own_words(self):
        assert read_bulletin(SAMPLE).case.rules == (POST_ONLY_TO_THE_EMBASSY,)

    def test_post_to_the_official_is_spoken_of_and_has_no_address(self):
        official = read_bulletin(SAMPLE).case.targets[0]
        assert [(str(one.kind), str(one.state)) for one in official.channels] == [
            ("post", "missing"),
            ("form", "known"),
            ("email", "withheld"),
            ("email", "withheld"),
        ]

    def test_the_person_at_risk_is_found_and_that_is_said(self):
        reading = read_bulletin(SAMPLE)
        assert [str(subject) for subject in reading.case.subjects] == ["Konstantin Kotov"]
        assert "subject-by-rule" in codes(reading, "info")

    def test_what_was_concluded_is_told(self):
        assert {"publisher-by-layout", "seat-by-address"} <= set(codes(read_bulletin(SAMPLE), "info"))

    def test_parts_of_the_case_know_where_they_stood(self):
        reading = read_bulletin(SAMPLE)
        places = {
            "title": "Activist Jailed for Peaceful Protests",
            "edition.issued": "May 20, 2020",
            "targets[0].name": "Igor Viktorovich Krasnov",
            "targets[1].office": "Ambassador",
            "targets[1].channels[1]": "202 298 5700",
            "targets[1].salutation": "Dear Ambassador",
            "letter.texts[0].opening": "Dear Prosecutor General,",
        }
        assert {path: cut(SAMPLE, reading.where(path)[0]) for path in places} == places

    def test_a_publisher_that_the_caller_names_stands(self):
        section = Publisher("A Section", "CA")
        reading = read_bulletin(SAMPLE, publisher=section)
        assert reading.case.publisher == section
        assert "publisher-by-layout" not in codes(reading, "info")

    def test_a_notebook_shows_case_and_remarks_escaped(self):
        shown = read_bulletin(changed("Anatoly Antonov", "Anatoly <b>Antonov</b>"))._repr_html_()
        assert "UA 82/20" in shown
        assert "<b>" not in shown


class TestRefused:
    @pytest.mark.parametrize("strict", [False, True])
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("", "empty-text"),
            (" \n\t\ufeff", "empty-text"),
            ("\x7fELF\x02\x01\x00", "not-text"),
            ("Urgent\ud800", "not-text"),
            ("How to bake bread: take flour.", "no-bulletin"),
            ("a" * 10_000_000, "too-long"),
            ("a\n" * 6000, "too-long"),
            ("Write a letter in your own words or using the sample below as a guide.", "no-reference"),
        ],
        ids=["empty", "blank", "binary", "half a character", "no bulletin", "10 MB", "6000 lines", "no number"],
    )
    def test_there_is_no_case_to_return(self, text, code, strict):
        (problem, *_) = refusal(text, strict=strict)
        assert problem.code == code
        assert problem.way_out

    @pytest.mark.parametrize(
        "second", [SAMPLE, VICTORY, SAMPLE.partition("\n\n")[2]], ids=["same", "victory", "headless"]
    )
    def test_two_bulletins_in_one_text(self, second):
        (problem,) = refusal(f"{SAMPLE}\n{second}")
        assert problem.code == "two-bulletins"
        assert problem.line > SAMPLE.count("\n")
        assert f"before line {problem.line}" in problem.way_out

    def test_a_link_to_another_bulletin_is_no_second_one(self):
        link = "\nUrgent Action: Artist Held (Cuba: UA 33.20)\n"
        assert read_bulletin(SAMPLE + link).case.reference.number == 82

    def test_strict_reading_raises_everything_at_once(self):
        text = changed("May 20, 2020", "February 30, 2020", changed("Russian Federation: UA", "Freedonia: UA"))
        found = {problem.code for problem in refusal(text, strict=True)}
        assert found == {"no-such-date", "unknown-country", "unread-text"}


class TestFlagged:
    def test_a_date_that_does_not_exist(self):
        reading = read_bulletin(changed("May 20, 2020", "February 30, 2020"))
        assert codes(reading, "error") == ["no-such-date"]
        assert reading.of(Severity.ERROR)[0].line == 3
        assert reading.case.issued is None

    def test_an_unknown_country_in_the_heading(self):
        reading = read_bulletin(changed("Russian Federation: UA", "Freedonia: UA"))
        assert codes(reading, "error") == ["unknown-country"]
        assert "Freedonia" in [words.text.strip("(:") for words in reading.unread]

    def test_a_heading_that_names_several_countries_leaves_the_case_without_one(self):
        reading = read_bulletin(changed("Russian Federation: UA", "Cuba/Mexico: UA"))
        assert "several-countries" in codes(reading, "info")
        assert reading.case.country is None

    def test_a_number_that_cannot_be(self):
        reading = read_bulletin(changed("(Russian Federation: UA 82.20)", "(Russian Federation: UA 0.20)"))
        assert codes(reading, "error") == ["bad-reference"]
        assert str(reading.case.reference) == "UA 82/20"

    def test_an_end_on_a_day_that_does_not_exist(self):
        reading = read_bulletin(changed("May 20, 2020\n", "May 20, 2020\n\nThis action ended on April 31, 2020\n"))
        assert codes(reading, "error") == ["no-such-date"]
        assert (str(reading.case.status), reading.case.ended_on) == ("ended", None)

    def test_a_deadline_before_the_date_of_the_bulletin_is_kept_and_flagged(self):
        text = changed("  1. Write", "  1. This Urgent Action expires on May 1, 2019.\n  2. Write")
        reading = read_bulletin(text)
        assert codes(reading, "error") == ["deadline-before-issue"]
        assert str(reading.case.deadline) == "2019-05-01!"

    def test_a_target_without_channels(self):
        text = changed("Ambassador Anatoly Antonov", "Viktor Petrov\nMinister of Justice\n\nAmbassador Anatoly Antonov")
        reading = read_bulletin(text)
        assert codes(reading, "warning") == ["no-channels"]
        assert "Viktor Petrov" in str(reading.of("warning")[0])

    def test_a_number_in_the_request_that_is_not_the_one_of_the_heading(self):
        reading = read_bulletin(changed("on Urgent Action 82.20", "on Urgent Action 83.20"))
        assert str(reading.case.reference) == "UA 82/20"
        assert codes(reading, "warning") == ["two-references"]

    def test_an_e_mail_that_was_cut_off_is_no_address(self):
        reading = read_bulletin((FIXTURES / "h-usa-116-20-flat.txt").read_text(encoding="utf-8"))
        (email,) = reading.case.targets[0].by("email")
        assert (str(email.state), email.printed, email.address) == ("unreadable", "tony.h.pham@ice.", None)

    def test_a_line_that_is_too_long_stays_unread(self):
        reading = read_bulletin(SAMPLE + "x" * 30_000)
        assert codes(reading, "warning") == ["long-line", "unread-text"]
        assert reading.unread[-1].text == "x" * 30_000

    def test_words_that_are_nothing_stay_as_they_are(self):
        reading = read_bulletin(changed("Facebook: @RusEmbUSA", "Facebook: @RusEmbUSA\nring the bell twice"))
        assert [str(words) for words in reading.unread] == ["23: ring the bell twice"]


class TestValues:
    def read(self, *lines):
        """The one target of a page with these lines of contact data."""
        before, _, rest = SAMPLE.partition("Igor Viktorovich")
        return read_bulletin(before + "\n".join(lines) + "\n\nDear" + rest.partition("\n\nDear")[2]).case.targets[0]

    @pytest.mark.parametrize("label", ["Tel", "Telephone", "Ph.", "Mobile", "PHONE", "Tel. no", "Phone (office)"])
    def test_a_telephone_has_many_labels(self, label):
        target = self.read("Mr. Juan Pérez", "Minister of Health", "12 Oak Street", f"{label}: +44 20 7946 0018")
        assert [str(one) for one in target.by("phone")] == ["phone: +44 20 7946 0018"]

    @pytest.mark.parametrize("label", ["Email", "E-mail", "Emails", "EMAIL ADDRESS", "Mail"])
    def test_addresses_are_given_as_one_would_type_them(self, label):
        target = self.read(
            "Mr. Juan Pérez", "Minister of Health", f"{label}: a.b(at)health.example.org, c@health.example. org"
        )
        assert [str(one.address) for one in target.channels] == ["a.b@health.example.org", "c@health.example.org"]

    @pytest.mark.parametrize(("label", "kind"), [("X", "twitter"), ("Youtube", "youtube"), ("Telegram", "telegram")])
    def test_networks_have_their_names(self, label, kind):
        assert self.read("Mr. Juan Pérez", "Minister of Health", f"{label}: @health").channels[0].kind.value == kind

    @pytest.mark.parametrize("text", ["011 86 10 5550 0101", "7 555 0101", "202 555 0100/01"])
    def test_a_number_whose_country_is_not_certain_stays_as_printed(self, text):
        (phone,) = self.read("Mr. Juan Pérez", "Minister of Health", f"Phone: {text}").by("phone")
        assert phone.address.value == text

    def test_through_whom_a_fax_goes_is_kept(self):
        target = self.read("Mr. Juan Pérez", "Minister of Health", "Fax: +44 20 7946 0018 (via the Mission to the UN)")
        assert target.channels[0].via == "the Mission to the UN"

    def test_a_label_with_nothing_behind_it_is_left_out(self):
        assert self.read("Mr. Juan Pérez", "Minister of Health", "Online form:", "Twitter: @health").by("form") == ()

    def test_an_address_on_the_line_below_its_label_belongs_to_it(self):
        target = self.read("Mr. Juan Pérez", "Minister of Health", "Email:", "juan@health.example.org")
        assert [str(one) for one in target.channels] == ["email: juan@health.example.org"]

    @pytest.mark.parametrize(
        ("lines", "said"),
        [
            (["Twitter: @health", "@minister"], ["twitter: @health", "twitter: @minister"]),
            (
                ["Email: a@health.example.org", "b@health.example.org"],
                ["email: a@health.example.org", "email: b@health.example.org"],
            ),
            (["Email: a@health.example.org", "@health"], ["email: a@health.example.org", "other: @health"]),
            (
                ["Email: a@health.example.org", "www.health.example.org"],
                ["email: a@health.example.org", "website: https://www.health.example.org"],
            ),
            (["Email: https://health.example.org/write"], ["form: https://health.example.org/write"]),
            (["Website: https://www.facebook.com/health"], ["facebook: https://www.facebook.com/health"]),
            (["Phone/Fax: +44 20 7946 0018"], ["phone: +44 20 7946 0018", "fax: +44 20 7946 0018"]),
            (["Phone +44 20 7946 0018 | Fax +44 20 7946 0019"], ["phone: +44 20 7946 0018", "fax: +44 20 7946 0019"]),
        ],
        ids=lambda value: value[0] if isinstance(value, list) else None,
    )
    def test_an_address_tells_what_it_is_where_its_label_does_not(self, lines, said):
        assert [str(one) for one in self.read("Mr. Juan Pérez", "Minister of Health", *lines).channels] == said

    def test_an_address_that_cannot_be_told_from_the_name_is_unreadable_and_kept(self):
        target = self.read("President Juan Pérez Grand Palace Compound, Newtown Phone: +44 20 7946 0018")
        assert (target.name, target.office) == (None, "President")
        post = target.channels[0]
        assert (str(post.state), post.printed) == ("unreadable", "Juan Pérez Grand Palace Compound, Newtown")

    def test_post_may_have_a_label(self):
        target = self.read(
            "Mr. Juan Pérez", "Minister of Health", "Address: 12 Oak Street, Newtown", "Phone: +44 20 7946 0018"
        )
        assert [str(one.kind) for one in target.channels] == ["post", "phone"]

    @pytest.mark.parametrize(
        ("sentence", "facet"),
        [
            ("Please do not send letters to this address.", {"targets": {"minister-of-health"}}),
            ("Please send physical mail only to the Embassy", {"countries": {"RU"}}),
            ("Due to the war, please do not send mail to Russia", {"countries": {"RU"}}),
        ],
    )
    def test_an_instruction_closes_post_as_it_says(self, sentence, facet):
        before, _, rest = SAMPLE.partition("Igor Viktorovich")
        block = f"Mr. Juan Pérez\nMinister of Health\n{sentence}\nTwitter: @health\n\nDear"
        (rule,) = read_bulletin(before + block + rest.partition("\n\nDear")[2]).case.rules
        asked = {name: {str(value) for value in values} for name, values in rule.when.asked}
        assert asked == {"cases": {"UA 82/20"}, "channels": {"post"}, **facet}
        assert str(rule.reason) == sentence.rstrip(".")


class TestMargin:
    def test_names_and_pronouns_are_given_and_not_guessed(self):
        reading = read_bulletin(
            changed("\n\nDear Pro", "\n\nNAME AND PREFERRED PRONOUNS: K. Kotov (he/him)\n\nDear Pro")
        )
        assert [(one.name, one.pronouns) for one in reading.case.subjects] == [("K. Kotov", "he/him")]

    def test_languages_and_hashtags_may_stand_below_the_letter(self):
        text = SAMPLE + "\nPreferred languages: Russian, English or your own language.\nUSE #FreeKotov\n"
        reading = read_bulletin(text)
        assert [language.tag for language in reading.case.languages] == ["ru", "en"]
        assert [str(note.kind) for note in reading.case.notes[-2:]] == ["own language", "other"]
        assert reading.unread == ()

    def test_a_last_day_that_is_not_firm(self):
        reading = read_bulletin(SAMPLE + "\nPlease take action as soon as possible until: 1 July 2020\n")
        assert str(reading.case.deadline) == "2020-07-01"


def test_every_family_has_a_name_of_its_own():
    assert len({family.name for family in FAMILIES}) == len(FAMILIES)
