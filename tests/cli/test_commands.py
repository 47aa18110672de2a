"""The commands as a shell sees them: what they print, where, and the status they end with."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from urgent_actions import ActionReport, rule_packs, write_record, write_records_csv
from urgent_actions.cli.main import main

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "UA-82-20.txt"
EMBASSY = "embassy-of-the-russian-federation"
PROSECUTOR = "prosecutor-general-of-the-russian-federation"


@pytest.fixture
def run(capsys):
    def command(*words):
        status = main([str(word) for word in words])
        return status, *capsys.readouterr()

    return command


@pytest.fixture
def bulletin(tmp_path):
    return Path(shutil.copy(EXAMPLE, tmp_path / "UA-82-20.txt"))


def changed(bulletin, old, new):
    text = bulletin.read_text(encoding="utf-8")
    assert old in text
    bulletin.write_text(text.replace(old, new), encoding="utf-8")
    return bulletin


def guide_json(run, *words):
    status, printed, _ = run("guide", EXAMPLE, *words, "--json")
    assert status == 0
    return json.loads(printed)["guidance"]


def test_guide_prints_targets_channels_reasons_and_letters(run):
    status, printed, warnings = run("guide", EXAMPLE, "--from", "US", "--on", "2020-05-25")
    assert status == 0
    assert "1. Igor Viktorovich Krasnov, Prosecutor General of the Russian Federation" in printed
    assert "open       online form: https://ipriem.genproc.gov.ru/contacts/ipriem/send" in printed
    assert "phone: +1 202-298-5700" in printed
    assert "Instead: Embassy of the Russian Federation, post: 2650 Wisconsin Ave. NW, Washington DC 20007" in printed
    assert "Dear Prosecutor General,\n\nI am writing to you about Konstantin Kotov" in printed
    assert "Dear Ambassador,\n\nI am writing to you about Konstantin Kotov" in printed
    assert "not understood" not in warnings


@pytest.mark.parametrize(
    ("woven", "before", "after"),
    [
        ((), "in danger.\n\nI teach.", "\n\nTo come together"),
        (("--own-words-as", "opening"), "Ambassador,\n\nI teach.", "\n\nI am writing"),
    ],
)
def test_letter_weaves_in_what_the_supporter_wants_to_add(run, woven, before, after):
    words = ("letter", EXAMPLE, "--to", "2", "--from", "US", "--on", "2020-05-25", "--own-words", "I teach.", *woven)
    assert f"{before}{after}" in run(*words)[1]


def test_guide_prints_a_plan_where_one_is_asked_for(run):
    words = ("guide", EXAMPLE, "--from", "FR", "--on", "2020-05-25")
    _, printed, _ = run(*words, "--plan")
    assert "What helps most first\n=====================\n\n1. Prosecutor General of the Russian Federation" in printed
    assert "cannot be reached on this day. It could be done from the United States.\n" in printed
    _, without, _ = run(*words)
    assert "What helps most first" not in without


def test_guide_as_json_has_the_plan_where_one_is_asked_for(run):
    words = ("--from", "US", "--on", "2020-05-25", "--default-deadline", "1")
    planned = guide_json(run, *words, "--plan")["plan"]
    first, *_, last = planned["steps"]
    assert (first["target"], first["channel"], first["role"], first["in_time"]) == (PROSECUTOR, "form", "letter", True)
    assert first["arrives"] == {"earliest": "2020-05-25", "latest": "2020-05-25"}
    assert (last["channel"], last["in_time"], last["status"]) == ("post", None, "open")
    assert last["arrives"] == {"earliest": "2020-05-26", "latest": "2020-06-05"}
    assert last["explanation"].startswith("Embassy of the Russian Federation, post: 2650 Wisconsin Ave. NW")
    assert planned["unreached"] == []
    assert guide_json(run, "--from", "FR", "--on", "2020-05-25", "--plan")["plan"]["unreached"] == [
        {"target": EMBASSY, "hint": "It could be done from the United States."}
    ]
    assert "plan" not in guide_json(run, *words)


def test_guide_as_json_says_the_same(run):
    guidance = guide_json(run, "--from", "US", "--on", "2020-05-25")
    case = guidance["case"]
    assert (case["reference"], case["country"], case["issued"]) == ("UA 82/20", "RU", "2020-05-20")
    assert (case["deadline"], case["subjects"]) == (None, ["Konstantin Kotov"])
    prosecutor, embassy = guidance["targets"]
    assert (prosecutor["name"], prosecutor["kind"], prosecutor["country"]) == (
        "Igor Viktorovich Krasnov",
        "official",
        "RU",
    )
    assert prosecutor["salutation"] == "Dear Prosecutor General"
    post, form, *emails = prosecutor["channels"]
    assert (form["kind"], form["status"]) == ("form", "open")
    assert [(email["address_state"], email["status"]) for email in emails] == [("withheld", "closed")] * 2
    reason = post["because"][0]
    assert "COVID-19" in reason["reason"]
    assert (reason["from"], reason["until"]) == ("2020-05-20", None)
    assert reason["source"].startswith("UA 82/20")
    assert (post["instead"][0]["target"], post["instead"][0]["channel"]) == (EMBASSY, "post")
    assert (embassy["name"], embassy["country"], embassy["accredited_to"]) == ("Anatoly Antonov", "RU", "US")
    assert embassy["salutation"] == "Dear Ambassador"
    assert [(channel["kind"], channel["address"]) for channel in embassy["channels"]] == [
        ("post", ["2650 Wisconsin Ave. NW", "Washington DC 20007"]),
        ("phone", "+1 202-298-5700"),
        ("fax", "+1 202-298-5735"),
        ("email", None),
        ("twitter", "@RusEmbUSA"),
        ("facebook", "@RusEmbUSA"),
        ("instagram", "@RusEmbUSA"),
    ]
    assert [letter["target"] for letter in guidance["letters"]] == [PROSECUTOR, EMBASSY]


def test_guide_for_a_sender_in_germany_names_the_embassy_that_is_missing(run):
    guidance = guide_json(run, "--from", "Germany", "--on", "2020-05-25")
    assert guidance["unknown"] == ["No embassy of Russia in Germany is known. Ask your section office for its address."]
    assert {channel["status"] for channel in guidance["targets"][1]["channels"]} == {"closed"}
    assert [letter["target"] for letter in guidance["letters"]] == [PROSECUTOR]


def test_guide_before_the_day_of_issue_shows_no_letter(run):
    status, printed, _ = run("guide", EXAMPLE, "--from", "US", "--on", "2020-05-19")
    assert status == 0
    assert "The bulletin is not issued before May 20, 2020." in printed
    assert "no letter is shown" in printed
    assert "Konstantin Kotov, who" not in printed


def test_guide_warns_who_has_ties(run):
    _, printed, _ = run("guide", EXAMPLE, "--from", "US", "--on", "2020-05-25", "--ties", "RU")
    assert "You have ties to Russia" in printed
    assert "with care  online form" in printed


def test_guide_offers_the_usual_deadline_and_never_assumes_it(run):
    _, printed, hint = run("guide", EXAMPLE, "--from", "US", "--on", "2020-05-25")
    assert "Deadline: none given" in printed
    assert "--default-deadline" in hint
    _, printed, hint = run("guide", EXAMPLE, "--from", "US", "--on", "2020-05-25", "--default-deadline")
    assert "Deadline: July 1, 2020, assumed" in printed
    assert "--default-deadline" not in hint


@pytest.mark.parametrize(
    ("language", "word"), [("fr", "ouvert"), ("es", "abierto"), ("de", "offen"), ("ru", "открыто"), ("ar", "مفتوح")]
)
def test_guide_answers_in_the_language_of_the_reader(run, language, word):
    _, printed, _ = run("guide", EXAMPLE, "--from", "US", "--on", "2020-05-25", "--language", language)
    assert word in printed


def test_guide_asks_the_packs_of_the_library(run):
    _, printed, _ = run("guide", EXAMPLE, "--from", "US", "--on", "2022-03-10", "--pack", "post-suspended")
    assert "The United States Postal Service" not in printed
    _, printed, _ = run("guide", EXAMPLE, "--from", "US", "--on", "2022-03-11", "--pack", "post-suspended")
    assert "The United States Postal Service takes no letters to this country" in printed


def test_several_packs_and_a_file_are_asked_together(run, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text('[[rule]]\nid = "all"\neffect = "note"\nreason = "ours"\nsource = { title = "a note" }\n')
    options = ("--from", "US", "--on", "2020-05-25", "--pack", "safety", "--pack", "manners", "--rules", rules)
    _, printed, _ = run("guide", EXAMPLE, *options)
    assert "initials" in printed
    assert "check with your post office" in printed
    assert "ours" in printed


def test_the_help_names_the_packs(run, capsys):
    with pytest.raises(SystemExit):
        run("guide", "--help")
    said = " ".join(capsys.readouterr().out.split())
    assert f"one of {', '.join(rule_packs())}" in said


def test_a_misspelt_pack_is_bad_use(run, capsys):
    with pytest.raises(SystemExit) as stopped:
        run("guide", EXAMPLE, "--from", "US", "--pack", "safty")
    assert stopped.value.code == 2
    assert "unknown rule pack 'safty'; did you mean 'safety'?" in capsys.readouterr().err


def test_guide_asks_further_rules(run, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text(
        """
        [[rule]]
        id = "no fax"
        effect = "close"
        when = { channels = ["fax"] }
        reason = "the machine is broken"
        source = { title = "a note", stated = 2020-05-21 }
        """
    )
    _, printed, _ = run("guide", EXAMPLE, "--from", "US", "--on", "2020-05-25", "--rules", rules)
    assert "closed     fax: +1 202-298-5735" in printed
    assert "the machine is broken" in printed


def test_every_problem_of_a_rule_file_is_listed_with_its_line(run, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text('[[rule]]\nid = "a"\neffect = "clos"\nunles = []\nreason = "b"\nsource = { title = "c" }\n')
    status, _, problems = run("guide", EXAMPLE, "--from", "US", "--rules", rules)
    assert status == 1
    assert f"{rules}:3" in problems
    assert "did you mean 'close'?" in problems
    assert "did you mean 'unless'?" in problems


def test_letter_prints_one_letter_and_says_how_it_can_go(run):
    status, printed, ways = run(
        "letter", EXAMPLE, "--to", EMBASSY, "--from", "US", "--on", "2020-05-25", "--name", "Ada E."
    )
    assert status == 0
    assert printed.startswith(
        "Anatoly Antonov\nAmbassador\nEmbassy of the Russian Federation\n2650 Wisconsin Ave. NW\n"
    )
    assert printed.endswith("Yours sincerely,\nAda E.\n")
    assert "open: post: 2650 Wisconsin Ave. NW" in ways


def test_letter_takes_another_model_letter_in_several_languages(run, tmp_path):
    (tmp_path / "en.txt").write_bytes(b"\r\nAs a {profession}, I ask you.\r\n\r\nPlease act.\r\n")
    (tmp_path / "ru.txt").write_text("\ufeffЯ, {sender_name}, {profession}, прошу.\n", encoding="utf-8")
    texts = ("--template", f"en={tmp_path / 'en.txt'}", "--template", f"ru={tmp_path / 'ru.txt'}")
    words = ("letter", EXAMPLE, "--to", EMBASSY, "--from", "US", "--on", "2020-05-25", "--name", "Ada", *texts)
    status, english, _ = run(*words, "--fill", "profession=teacher")
    assert (status, english.partition("Dear Ambassador,\n\n")[2]) == (
        0,
        "As a teacher, I ask you.\n\nPlease act.\n\nYours sincerely,\nAda\n",
    )
    assert "\n\nЯ, Ada, учитель, прошу.\n\n" in run(*words, "--fill", "profession=учитель", "--writes", "ru")[1]


NO_MODEL_LETTER = {
    "a blank that reaches into things": ("{sender.name}", [], 2, "{sender.name}"),
    "a blank that nothing fills": ("{profession}", [], 2, "profession"),
    "nothing": (" \n", [], 1, "en.txt: the letter is blank at body"),
    "one language twice": ("Please.", ["--template", "en=en.txt"], 2, "en"),
    "a file that is nowhere": (
        "Please.",
        ["--template", "ru=nowhere.txt"],
        1,
        "nowhere.txt: cannot be read or written",
    ),
}


@pytest.mark.parametrize("mistake", NO_MODEL_LETTER)
def test_a_model_letter_that_is_none_is_told(run, tmp_path, monkeypatch, mistake):
    content, words, status, told = NO_MODEL_LETTER[mistake]
    monkeypatch.chdir(tmp_path)
    Path("en.txt").write_text(content, encoding="utf-8")
    given = ["letter", EXAMPLE, "--to", EMBASSY, "--from", "US", "--on", "2020-05-25", "--template", "en=en.txt"]
    found, printed, error = run(*given, *words)
    assert (found, printed) == (status, "")
    assert told in error


def test_letter_takes_the_number_of_a_target(run):
    by_number = run("letter", EXAMPLE, "--to", "2", "--from", "US", "--on", "2020-05-25")
    by_id = run("letter", EXAMPLE, "--to", EMBASSY, "--from", "US", "--on", "2020-05-25")
    assert by_number == by_id


def test_letter_numbers_the_targets_as_guide_does_with_the_missions_that_join(run):
    options = ("--from", "LI", "--on", "2020-05-25", "--missions", MISSIONS)
    _, printed, _ = run("guide", EXAMPLE, *options)
    assert "3. Embassy of the Russian Federation (invented example)" in printed
    status, letter, ways = run("letter", EXAMPLE, "--to", "3", *options)
    assert (status, letter.splitlines()[0]) == (0, "Embassy of the Russian Federation (invented example)")
    assert "open: e-mail: berlin@example.org" in ways


def test_guide_writes_the_days_that_count_to_a_calendar(run, tmp_path):
    file = tmp_path / "letters.ics"
    status, _, _ = run(
        *("guide", EXAMPLE, "--from", "US", "--on", "2020-05-25", "--default-deadline", "--calendar", file)
    )
    assert status == 0
    assert b"SUMMARY:Last day for letters (UA 82/20).\r\n" in file.read_bytes()


LETTER = ("letter", EXAMPLE, "--from", "US", "--on", "2020-05-25", "--name", "Ada E.")


@pytest.mark.parametrize(
    ("target", "channel", "words"),
    [
        ("1", "form", ["https://ipriem.genproc.gov.ru/contacts/ipriem/send", "Subject:\nKonstantin Kotov", "Ada E."]),
        ("2", "phone", ["1 (202) 298-5700", "Good day. My name is Ada E. (United States)."]),
        ("2", "fax", ["To: Anatoly Antonov, Ambassador", "Dear Ambassador,"]),
        ("2", "twitter", ["https://x.com/RusEmbUSA", "@RusEmbUSA", "https://x.com/intent/post?text="]),
    ],
)
def test_letter_makes_it_ready_for_a_channel(run, target, channel, words):
    status, printed, _ = run(*LETTER, "--to", target, "--by", channel)
    assert status == 0
    assert all(word in printed for word in words)


@pytest.mark.parametrize(("ending", "start"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("txt", b"ANATOLY ANTONOV")])
def test_letter_saves_a_printed_letter_as_the_file_that_its_name_asks_for(run, tmp_path, ending, start):
    file = tmp_path / f"letter.{ending}"
    status, printed, _ = run(*LETTER, "--to", "2", "--by", "post", "--save", file)
    assert status == 0
    assert "2650 Wisconsin Ave. NW" in printed
    assert file.read_bytes()[: len(start)].upper() == start


OWN_PRICE = """\
[[postage]]
country = "US"
to = ["US"]
price = "0.55 USD"
carrier = "Invented Post"
during = { from = 2020-01-01 }
source = { title = "our list" }
"""


def test_letter_tells_what_the_stamp_costs_beside_the_letter_and_never_in_it(run, tmp_path):
    prices = tmp_path / "prices.toml"
    prices.write_text(OWN_PRICE, encoding="utf-8")
    status, letter, notes = run(*LETTER, "--to", "2", "--by", "post", "--postage", prices, "--language", "fr")
    assert status == 0
    assert "0,55\N{NO-BREAK SPACE}$US depuis le 1er janvier 2020 (Invented Post" in notes
    assert "Affranchissement" not in letter
    _, _, notes = run(*LETTER, "--to", "2", "--by", "post")
    assert notes.startswith("Postage to the United States: not known here; ask at a post office.\n")
    _, _, notes = run(*LETTER, "--to", "2", "--by", "fax")
    assert "Postage" not in notes


def test_letter_takes_what_a_channel_takes_and_no_bulletin_tells(run):
    _, printed, _ = run(*LETTER, "--to", "2", "--by", "phone", "--at", "2020-05-25T09:10+02:00")
    assert printed.endswith("\n\nit is 03:10 there\n")
    _, printed, notes = run(*LETTER, "--to", "1", "--by", "form", "--form-limit", "220")
    assert "Please have his conviction set aside" in printed
    assert "The form has no room for all of the letter:" in notes
    _, printed, notes = run(
        *LETTER, "--to", "2", "--by", "instagram", "--hashtag", "Kotov", "--link", "https://example.org"
    )
    assert printed.rstrip().endswith("@RusEmbUSA #Kotov https://example.org")
    assert notes.startswith("Instagram takes no words alone")
    _, printed, _ = run(*LETTER, "--to", "2", "--by", "post", "--place", "Boston")
    assert "\n\nBoston, May 25, 2020\n\n" in printed


def test_letter_refuses_a_table_of_prices_with_every_problem(run, tmp_path):
    prices = tmp_path / "prices.toml"
    prices.write_text(OWN_PRICE.replace("0.55 USD", "0.5 USD").replace("carrier", "carier"), encoding="utf-8")
    status, _, problems = run(*LETTER, "--to", "2", "--postage", prices)
    assert status == 1
    assert f"{prices}:4: 0.5 is no sum of USD at postage[0].price; give it with 2 decimals" in problems
    assert f"{prices}:5: unknown key 'carier' at postage[0]; did you mean 'carrier'?" in problems


def test_letter_saves_no_post_as_a_mail(run, tmp_path):
    status, _, problems = run(*LETTER, "--to", "2", "--by", "post", "--save", tmp_path / "letter.eml")
    assert status == 2
    assert "a PrintedLetter is not written as .eml; post goes to .pdf or .docx" in problems


def test_letter_makes_nothing_for_a_closed_channel_or_one_that_the_target_lacks(run):
    _, printed, reasons = run(*LETTER, "--to", "2", "--by", "email")
    assert printed == (
        "This way is closed on this day, so no letter is shown: e-mail (Embassy of the Russian Federation).\n"
        "What can be used instead: post, phone, fax, Twitter, Facebook, and Instagram.\n"
    )
    assert reasons.startswith("closed: e-mail")
    _, printed, _ = run(*LETTER, "--to", "2", "--by", "email", "--anyway")
    assert printed.endswith("No address is known for this.\n")
    _, printed, _ = run(*LETTER, "--to", "2", "--by", "form")
    assert printed == (
        "Embassy of the Russian Federation has no such channel: online form.\n"
        "What can be used instead: post, phone, fax, Twitter, Facebook, and Instagram.\n"
    )


@pytest.mark.parametrize("by", [[], ["--by", "fax"]])
def test_letter_says_that_every_way_is_closed_where_none_can_be_used_instead(run, by):
    _, printed, reasons = run("letter", EXAMPLE, "--to", "2", "--from", "FR", "--on", "2020-05-25", *by)
    assert printed == ("Every way is closed on this day, so no letter is shown: Embassy of the Russian Federation.\n")
    assert "This embassy serves senders in the United States only" in reasons


@pytest.mark.parametrize(
    ("locale", "instead"),
    [
        ("fr", "Moyens possibles à la place\u00a0: formulaire en ligne."),
        ("es", "Medios que se pueden usar en su lugar: formulario en línea."),
        ("de", "Stattdessen möglich: Online-Formular."),
        ("ru", "Вместо этого можно использовать: онлайн-форма."),
        ("ar", "ما يمكن استخدامه بدلًا منها: نموذج على الإنترنت."),
    ],
)
def test_letter_names_what_is_open_in_the_language_of_its_reader(run, locale, instead):
    asked = ["letter", EXAMPLE, "--to", "1", "--from", "US", "--on", "2020-05-25", "--by", "email"]
    _, printed, _ = run(*asked, "--language", locale)
    assert printed.splitlines()[1] == instead


def test_letter_gives_an_email_every_link_that_holds_it(run, tmp_path):
    bulletin = tmp_path / "UA.txt"
    text = EXAMPLE.read_text(encoding="utf-8")
    bulletin.write_text(re.sub(r"\[email.protected\]", "info@example.org", text), encoding="utf-8")
    _, printed, _ = run("letter", str(bulletin), *LETTER[2:], "--to", "2", "--by", "email")
    assert "To: info@example.org\nSubject: Konstantin Kotov\n" in printed
    assert "mailto:info@example.org?subject=Konstantin%20Kotov&body=Dear%20Ambassador" in printed


def test_letter_to_an_unknown_target_is_bad_use(run):
    status, printed, problems = run("letter", EXAMPLE, "--to", "embasy", "--from", "US")
    assert (status, printed) == (2, "")
    assert "has no target 'embasy'" in problems


def report(run, to, *more, channel="fax", target=EMBASSY, on="2020-05-25"):
    words = [
        "--channel",
        channel,
        "--target",
        target,
        "--from",
        "US",
        "--on",
        on,
        "--received",
        "2020-06-01",
        "--to",
        to,
    ]
    return run("report", EXAMPLE, *words, *more)


def test_reports_are_added_and_totalled(run, tmp_path):
    to = tmp_path / "reports.jsonl"
    assert report(run, to, "--id", "one")[0] == 0
    assert report(run, to, "--count", 3)[0] == 0
    assert report(run, to, "--id", "one")[0] == 0
    assert len(to.read_text().splitlines()) == 3
    status, printed, errors = run("tally", to)
    assert (status, errors) == (0, "")
    assert re.search(r"^fax\s+4$", printed, re.MULTILINE)
    assert re.search(r"^US\s+4$", printed, re.MULTILINE)
    assert re.search(r"^2020-05-25\s+4$", printed, re.MULTILINE)
    assert "4 actions in 2 reports" in printed


def test_tally_as_json_by_chosen_facets(run, tmp_path):
    to = tmp_path / "reports.jsonl"
    report(run, to)
    _, printed, _ = run("tally", to, "--by", "channel,country", "--json")
    totals = json.loads(printed)["tally"]
    assert totals["by"] == [{"facets": ["channel", "country"], "rows": [["fax", "US", 1]]}]
    assert (totals["total"], totals["reports"], totals["disputed"]) == (1, 1, [])


def test_tally_names_ids_with_different_reports(run, tmp_path):
    to = tmp_path / "reports.jsonl"
    report(run, to, "--id", "one", "--count", 5)
    report(run, to, "--id", "one", "--count", 2)
    _, printed, _ = run("tally", to)
    assert "1 id came in with different reports: the smaller claim counts" in printed
    assert "2 actions in 1 report" in printed


def records(folder, name="records.jsonl", channels=(("post", 3), ("fax", 40), ("email", 500))):
    """A file with as many reports by each channel, as lines of JSON or as CSV."""
    made = [
        ActionReport(f"{name}-{channel}-{n}", "UA 82/20", channel=channel, on=date(2020, 5, 25), country="US")
        for channel, count in channels
        for n in range(count)
    ]
    text = "".join(write_records_csv(made)) if name.endswith("csv") else "\n".join(map(write_record, made))
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_tally_takes_several_files_of_both_kinds(run, tmp_path):
    files = records(tmp_path), records(tmp_path, "more.csv", [("post", 2)])
    _, printed, errors = run("tally", *files, "--by", "channel")
    assert errors == ""
    assert re.search(r"^post\s+5$", printed, re.MULTILINE)
    assert "total 545 actions in 545 reports" in printed


def test_tally_publishes_with_small_numbers_withheld(run, tmp_path):
    _, printed, _ = run("tally", records(tmp_path), "--by", "channel", "--publish", 10)
    assert re.search(r"^post\s+\.\.\.$", printed, re.MULTILINE)
    assert re.search(r"^fax\s+\.\.\.$", printed, re.MULTILINE)
    assert re.search(r"^email\s+500$", printed, re.MULTILINE)
    assert "\n\ntotal 543\n2 numbers are withheld, because" in printed


def test_tally_prints_csv_with_empty_cells_for_what_is_withheld(run, tmp_path):
    _, printed, _ = run("tally", records(tmp_path), "--by", "channel,country", "--publish", 10, "--csv")
    assert printed == "channel,country,actions\nemail,US,500\nfax,US,\npost,US,\n"
    assert run("tally", records(tmp_path), "--by", "channel", "--csv")[1].splitlines()[-1] == "post,3"
    assert "channel,fax,40" in run("tally", records(tmp_path), "--csv")[1].splitlines()


def test_tally_watches_the_difference_to_earlier_releases(run, tmp_path):
    first = records(tmp_path, channels=[("post", 100), ("fax", 40), ("email", 500)])
    _, printed, _ = run("tally", first, "--publish", 10, "--json")
    assert json.loads(printed)["release"]["tables"][0]["rows"] == [["email", 500], ["fax", 40], ["post", 100]]
    (tmp_path / "week-1.json").write_text(printed, encoding="utf-8")
    more = records(tmp_path, "more.jsonl", [("post", 3), ("fax", 40), ("email", 20)])
    _, printed, _ = run("tally", first, more, "--publish", 10, "--before", tmp_path / "week-1.json", "--json")
    assert json.loads(printed)["release"]["tables"][0]["rows"] == [["email", 520], ["fax", None], ["post", None]]


def test_tally_rounds_what_is_published(run, tmp_path):
    assert "total 540" in run("tally", records(tmp_path), "--publish", 10, "--round", 20)[1]


def test_tally_says_when_there_is_too_little_to_publish(run, tmp_path):
    status, printed, _ = run("tally", records(tmp_path, channels=[("post", 3)]), "--publish", 10)
    assert (status, printed) == (
        0,
        "Too little was done, or too little since the last release, for any number to be shown.\n",
    )


def test_tally_tells_what_became_of_the_reports(run, tmp_path):
    file = records(tmp_path, channels=[("post", 2)])
    later = [
        {"record": "bounce", "id": "records.jsonl-post-0", "case": "UA 82/20", "on": "2020-06-01"},
        {"record": "reply", "id": "records.jsonl-post-1", "case": "UA 82/20", "on": "2020-06-01", "reply": "pledge"},
        {"record": "withdrawal", "id": "unheard-of", "case": "UA 82/20", "on": "2020-06-01"},
    ]
    with file.open("a", encoding="utf-8") as lines:
        lines.write("".join(f"\n{json.dumps(row)}" for row in later))
    _, printed, _ = run("tally", file)
    assert (
        "total 2 actions in 2 reports\ndelivered 1\nreply pledge: 1\n1 id with later facts, and without a report"
        in printed
    )
    told = json.loads(run("tally", file, "--json")[1])["tally"]
    assert (told["delivered"], told["replies"], told["unmatched"]) == (1, {"pledge": 1}, ["unheard-of"])


def test_tally_tells_all_that_is_wrong_with_all_files(run, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"record,id,case,on\nbounce,\xff,UA 82/20,2020-06-01\n")
    (tmp_path / "b.csv").write_text("record,id,case,on,name\n", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text("{}\n", encoding="utf-8")
    files = [tmp_path / name for name in ("a.csv", "b.csv", "c.jsonl", "d.jsonl")]
    status, printed, errors = run("tally", *files)
    assert (status, printed) == (1, "")
    assert f"{files[0]}:2: byte 0xff is not UTF-8" in errors
    assert f"{files[1]}:1: key 'name' has no place here" in errors
    assert f"{files[2]}:1: the row does not say which record it is" in errors
    assert f"{files[3]}: cannot be read" in errors


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--round", 5], "--before and --round are for what is published; give --publish 10 too"),
        (["--publish", 10, "--round", 1], "round_to is 1, not a whole number from 2 on"),
    ],
)
def test_tally_refuses_what_makes_no_sense(run, tmp_path, words, complaint):
    status, printed, errors = run("tally", records(tmp_path), *words)
    assert (status, printed) == (2, "")
    assert complaint in errors


@pytest.mark.parametrize("threshold", ["1", "ten", "-5"])
def test_tally_refuses_a_threshold_that_hides_nothing(run, tmp_path, threshold, capsys):
    with pytest.raises(SystemExit):
        run("tally", records(tmp_path), f"--publish={threshold}")
    assert "is not a whole number from 2 on" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        ({"channel": "sms"}, "has no channel 'sms'"),
        ({"target": "nobody"}, "has no target 'nobody'"),
        ({"on": "2020-07-01"}, "after 2020-06-01"),
        ({"on": "2020-05-01"}, "before UA 82/20 was issued"),
    ],
)
def test_a_report_of_what_cannot_have_been_done_is_refused(run, tmp_path, more, complaint):
    status, _, problems = report(run, tmp_path / "reports.jsonl", **more)
    assert status == 2
    assert complaint in problems
    assert not (tmp_path / "reports.jsonl").exists()


@pytest.mark.parametrize("count", ["0", "1000000000", "-1"])
def test_a_report_of_an_impossible_count_is_refused(run, tmp_path, count):
    status, _, problems = report(run, tmp_path / "reports.jsonl", f"--count={count}")
    assert status == 2
    assert "from 1 to 1000000" in problems


def test_a_line_that_is_no_report_is_named_by_its_number(run, tmp_path):
    to = tmp_path / "reports.jsonl"
    report(run, to)
    with to.open("a") as reports:
        reports.write("{}\nnot json\n")
    status, printed, problems = run("tally", to)
    assert (status, printed) == (1, "")
    assert f"{to}:2" in problems
    assert f"{to}:3" in problems


def test_a_report_file_that_cannot_be_written_is_named(run, tmp_path):
    status, _, problems = report(run, tmp_path / "no" / "folder.jsonl")
    assert status == 1
    assert "folder.jsonl: cannot be read or written" in problems


@pytest.mark.parametrize("command", [("guide", "--from", "US"), ("letter", "--to", "1", "--from", "US")])
def test_a_missing_file_is_unreadable_input(run, tmp_path, command):
    status, printed, problems = run(command[0], tmp_path / "none.txt", *command[1:])
    assert (status, printed) == (1, "")
    assert "none.txt: cannot be read" in problems


def test_a_missing_file_of_reports_is_unreadable_input(run, tmp_path):
    assert run("tally", tmp_path / "none.jsonl")[0] == 1


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"A recipe for bread\n\nMix and wait.\n", "no bulletin"),
        (b"text\x00with a hole\n", ""),
    ],
)
def test_what_is_no_bulletin_is_refused(run, tmp_path, content, complaint):
    file = tmp_path / "page.txt"
    file.write_bytes(content)
    status, printed, problems = run("guide", file, "--from", "US")
    assert (status, printed) == (1, "")
    assert problems.startswith(f"{file}:")
    assert complaint in problems


def test_two_bulletins_in_one_text_are_refused_with_the_line_of_the_second(run, tmp_path):
    text = EXAMPLE.read_text(encoding="utf-8")
    file = tmp_path / "two.txt"
    file.write_text(text + "\n" + text.replace("82.20", "83.20"), encoding="utf-8")
    status, _, problems = run("guide", file, "--from", "US")
    assert status == 1
    assert f"{file}:{len(text.splitlines()) + 2}" in problems


def test_a_date_that_does_not_exist_is_named_with_its_line(run, bulletin):
    status, _, problems = run("guide", changed(bulletin, "May 20, 2020", "February 30, 2020"), "--from", "US")
    assert status == 1
    assert f"{bulletin}:3" in problems


def test_an_unknown_country_is_named_with_its_line(run, bulletin):
    status, _, problems = run("guide", changed(bulletin, "(Russian Federation:", "(Freedonia:"), "--from", "US")
    assert status == 1
    assert f"{bulletin}:1" in problems
    assert "Freedonia" in problems


def test_a_target_without_channels_is_warned_of_and_the_rest_answered(run, bulletin):
    text = bulletin.read_text(encoding="utf-8")
    start, end = text.index("Due to postal"), text.index("Ambassador Anatoly")
    bulletin.write_text(text[:start] + "\n" + text[end:], encoding="utf-8")
    status, printed, warnings = run("guide", bulletin, "--from", "US", "--on", "2020-05-25")
    assert status == 0
    assert "warning" in warnings
    assert "phone: +1 202-298-5700" in printed


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["guide"],
        ["guide", "UA.txt"],
        ["guide", "UA.txt", "--from", "Freedonia"],
        ["guide", "UA.txt", "--from", "US", "--on", "2020-02-30"],
        ["guide", "UA.txt", "--from", "US", "--on", "2020-05"],
        ["guide", "UA.txt", "--from", "US", "--on", "tomorrow"],
        ["letter", "UA.txt", "--to", "1", "--from", "US", "--fill", "no equals sign"],
        ["letter", "UA.txt", "--to", "1", "--from", "US", "--template", "en.txt"],
        ["letter", "UA.txt", "--to", "1", "--from", "US", "--template", "xx=en.txt"],
        ["tally", "reports.jsonl", "--by", "colour"],
        ["guide", "UA.txt", "--from", "US", "--language", "ja"],
        ["report", "UA.txt", "--channel", "pigeon", "--to", "reports.jsonl"],
    ],
)
def test_bad_use_ends_with_2(words, capsys):
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert capsys.readouterr().err


def test_the_day_is_today_where_none_is_given(run):
    guidance = guide_json(run, "--from", "US")
    assert guidance["on"] == date.today().isoformat()


def test_standard_input_is_read_for_a_hyphen(run, monkeypatch):
    with EXAMPLE.open() as content:
        monkeypatch.setattr("sys.stdin", content)
        status, printed, _ = run("guide", "-", "--from", "US", "--on", "2020-05-25")
    assert status == 0
    assert "Konstantin Kotov" in printed


def test_a_report_does_not_run_into_a_line_that_was_broken_off(run, tmp_path):
    to = tmp_path / "reports.jsonl"
    to.write_text('{"bro')
    assert report(run, to, "--id", "whole")[0] == 0
    assert to.read_text().splitlines()[0] == '{"bro'
    status, _, problems = run("tally", to)
    assert status == 1
    assert f"{to}:1" in problems
    assert f"{to}:2" not in problems


def test_every_bad_line_is_told_also_one_that_is_not_utf_8(run, tmp_path):
    to = tmp_path / "reports.jsonl"
    to.write_bytes(b"\xff\n{}\n")
    _, _, problems = run("tally", to)
    assert f"{to}:1" in problems
    assert f"{to}:2" in problems


def test_several_files_are_totalled_together(run, tmp_path):
    for name in ("a", "b"):
        report(run, tmp_path / f"{name}.jsonl", "--id", name)
    _, printed, _ = run("tally", tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert "2 actions in 2 reports" in printed


def test_a_report_takes_the_number_of_a_target_and_a_channel_in_capitals(run, tmp_path):
    assert report(run, tmp_path / "reports.jsonl", target="2", channel="FAX")[0] == 0
    assert EMBASSY in (tmp_path / "reports.jsonl").read_text()


def test_a_report_of_a_channel_that_no_target_has_is_refused(run, tmp_path):
    to = tmp_path / "reports.jsonl"
    words = ["--channel", "telex", "--from", "US", "--on", "2020-05-25", "--to", to]
    status, _, problems = run("report", EXAMPLE, *words)
    assert status == 2
    assert "no target of UA 82/20 has a channel 'telex'" in problems


def test_a_report_cannot_come_in_after_today(run, tmp_path):
    words = ["--channel", "fax", "--on", "2020-05-25", "--received", "9999-01-01", "--to", tmp_path / "reports.jsonl"]
    status, _, problems = run("report", EXAMPLE, *words)
    assert status == 2
    assert "still to come" in problems


def test_all_that_is_wrong_with_a_report_is_told_at_once(run, tmp_path):
    more = ("--received", "9999-01-01", "--count", "0", "--id", "Ada Example")
    status, _, problems = report(run, tmp_path / "reports.jsonl", *more, target="embassy", on="2019-01-01")
    assert status == 2
    assert [line.removeprefix("urgent_actions: ").split(";")[0] for line in problems.splitlines()] == [
        "the report came in on 9999-01-01, which is still to come at --received",
        "count 0 is not a whole number from 1 to 1000000 at count",
        "the report's id is not 1 to 64 letters, digits and _.:- at id",
        "the report is of 2019-01-01, before UA 82/20 was issued on 2020-05-20 at on",
        "UA 82/20 has no target 'embassy' at target",
    ]
    assert not (tmp_path / "reports.jsonl").exists()


def test_a_report_can_be_of_a_mission_that_the_directory_added(run, tmp_path):
    to = tmp_path / "reports.jsonl"
    words = ("--channel", "email", "--target", "3", "--from", "LI", "--on", "2020-05-25", "--to", to)
    assert run("report", EXAMPLE, *words, "--missions", MISSIONS)[0] == 0
    assert "invented-embassy-of-russia-in-berlin" in to.read_text()
    status, _, problems = run("report", EXAMPLE, *words)
    assert (status, "has no target '3'" in problems) == (2, True)


def test_no_letter_is_printed_when_nothing_is_open_unless_it_is_asked_for(run):
    closed = ["letter", EXAMPLE, "--to", "1", "--from", "US", "--on", "2020-05-19"]
    status, printed, reasons = run(*closed)
    assert status == 0
    assert "Konstantin" not in printed
    assert "not issued before May 20, 2020" in reasons
    assert "Konstantin" in run(*closed, "--anyway")[1]


def test_letter_asks_the_same_rules_as_guide(run, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text('[[rule]]\nid = "all"\neffect = "close"\nreason = "stop"\nsource = { title = "a note" }\n')
    _, printed, reasons = run("letter", EXAMPLE, "--to", "2", "--from", "US", "--on", "2020-05-25", "--rules", rules)
    assert "Konstantin" not in printed
    assert "stop" in reasons


def test_a_rule_file_cannot_take_the_id_of_an_implied_rule(run, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text('[[rule]]\nid = "implied: ended"\neffect = "note"\nreason = "b"\nsource = { title = "c" }\n')
    status, _, problems = run("guide", EXAMPLE, "--from", "US", "--rules", rules)
    assert status == 1
    assert f"{rules}:2" in problems


@pytest.mark.parametrize("weeks", ["0", "-5", "999999999"])
def test_an_impossible_number_of_weeks_is_refused(run, weeks):
    status, printed, problems = run("guide", EXAMPLE, "--from", "US", f"--default-deadline={weeks}")
    assert (status, printed) == (2, "")
    assert "weeks is not one of 1 to 104" in problems


def test_a_bulletin_in_another_encoding_is_read_as_the_caller_says(run, tmp_path):
    file = tmp_path / "legacy.txt"
    file.write_bytes(EXAMPLE.read_text(encoding="utf-8").replace("Krasnov", "Kr\u00e4snov").encode("windows-1252"))
    _, printed, _ = run("guide", file, "--from", "US", "--on", "2020-05-25", "--encoding", "windows-1252")
    assert "Igor Viktorovich Kr\u00e4snov" in printed


def test_what_a_rule_file_says_cannot_steer_the_terminal(run, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text(
        '[[rule]]\nid = "a"\neffect = "note"\nreason = "\\u202eNo\\u001b[31m post."\nsource = { title = "c" }\n'
    )
    _, printed, _ = run("guide", EXAMPLE, "--from", "US", "--rules", rules)
    assert "No\ufffd[31m post." in printed
    assert "\x1b" not in printed
    assert "\u202e" not in printed


MISSIONS = EXAMPLE.parent / "missions.csv"


def test_guide_asks_the_mission_directories_that_it_is_given(run, tmp_path):
    options = ("--from", "LI", "--on", "2020-05-25", "--missions", MISSIONS)
    _, printed, _ = run("guide", EXAMPLE, *options)
    assert "No embassy of Russia in Liechtenstein is known; the one in Germany covers Liechtenstein." in printed
    other = tmp_path / "more.toml"
    text = (EXAMPLE.parent / "missions.toml").read_text(encoding="utf-8")
    other.write_text(
        text.replace("invented-embassy-of-russia-in-berlin", "in-vaduz")
        .replace('"DE"', '"LI"')
        .replace('covers = ["LI"]\n', ""),
        encoding="utf-8",
    )
    _, printed, _ = run("guide", EXAMPLE, *options, "--missions", other)
    assert "covers Liechtenstein" not in printed
    assert "It is answered on Monday and Friday" in printed


def test_a_public_table_of_embassies_is_converted_and_what_is_not_taken_is_told(run, tmp_path):
    table = tmp_path / "embassies.CSV"
    table.write_text(
        "operator;country;email;type;QID;\n"
        "Russia;Germany;a@example.org;embassy;http://www.wikidata.org/entity/Q0\n"
        "Atlantis;Germany;;embassy;http://www.wikidata.org/entity/Q0\n",
        encoding="utf-8",
    )
    status, printed, told = run("guide", EXAMPLE, "--from", "DE", "--on", "2020-05-25", "--missions", table)
    assert (status, f"{table}:3: 'Atlantis' is no state" in told) == (0, True)
    assert "Embassy of Russia in Germany" in printed


@pytest.mark.parametrize(
    ("name", "text"), [("m.csv", "state,host\n"), ("m.toml", "[[mission]\n"), ("m.other", "mission = 3\n")]
)
def test_a_wrong_mission_directory_is_refused_with_its_lines(run, tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    status, _, problems = run("guide", EXAMPLE, "--from", "US", "--missions", tmp_path / name)
    assert (status, f"{name}:1:" in problems) == (1, True)


def test_one_mission_in_two_directories_is_bad_use(run):
    status, _, problems = run("guide", EXAMPLE, "--from", "US", "--missions", MISSIONS, "--missions", MISSIONS)
    assert (status, "stands there twice" in problems) == (2, True)


RULES = """
[[rule]]
id = "calls"
effect = "close"
when = {{ channels = ["phone"] }}
unless = [{exception}]
during = {{ from = 2020-05-25, until = 2020-05-27 }}
reason = "The embassy is on holiday."
source = {{ title = "Notice", url = "https://example.org/notice", stated = 2020-05-20 }}
"""


@pytest.fixture
def rules(tmp_path):
    def file(name, exception):
        path = tmp_path / name
        path.write_text(RULES.format(exception=exception), encoding="utf-8")
        return path

    return file


def test_lint_tells_what_is_doubtful_in_each_file_and_refuses_it_only_if_asked_to(run, rules):
    never = rules("never.toml", '{ channels = ["phone"] }')
    told = (
        f"{never}:2: error: the rule never applies: its exceptions lift it wherever it speaks at rule 'calls'; "
        "narrow the exceptions, or leave the rule out [never-applies]\n"
    )
    assert run("lint", never, EXAMPLE, "--on", "2020-05-25", "--from", "US") == (0, told, "")
    assert run("lint", never, "--on", "2020-05-25", "--strict") == (1, told, "")


def test_lint_names_the_line_of_each_rule_in_its_last_edition(run, tmp_path):
    text = RULES.format(exception="")
    ended = RULES.format(exception='{ channels = ["phone"] }') + "edition = 2\n"
    (tmp_path / "two.toml").write_text(f"# a book\n{text}{ended}", encoding="utf-8")
    _, printed, _ = run("lint", tmp_path / "two.toml", "--on", "2020-05-25")
    assert printed.startswith(f"{tmp_path / 'two.toml'}:12: error: the rule never applies")
    assert "at rule 'calls', edition 2;" in printed


def test_lint_names_the_line_of_what_is_doubtful_in_a_bulletin(run, bulletin):
    changed(bulletin, "Phone: 202 298 5700", "Phone: +49 30 226 51184")
    _, printed, _ = run("lint", bulletin, "--on", "2020-05-25")
    assert printed.startswith(f"{bulletin}:19:8: warning: the phone number +49 30 22651184 is none of")


def test_lint_without_findings_says_so(run, rules):
    right = rules("right.toml", "")
    assert run("lint", right, EXAMPLE, "--on", "2020-05-25", "--strict") == (0, "nothing is doubtful\n", "")


def test_lint_tells_of_a_target_that_the_rules_leave_to_nobody_and_of_rules_long_unchecked(run, bulletin):
    status, printed, _ = run("lint", bulletin, "--on", "2021-05-25", "--months", "2")
    assert status == 0
    assert printed.startswith(f"{bulletin}:12:1: warning: the rule holds until further notice")
    assert run("lint", bulletin, "--on", "2021-05-25", "--months", "0")[0] == 2


def test_lint_lists_what_cannot_be_read(run, tmp_path):
    broken = tmp_path / "broken.toml"
    broken.write_text("[[rule", encoding="utf-8")
    status, _, problems = run("lint", broken)
    assert status == 1
    assert str(broken) in problems


def test_diff_tells_which_rules_and_which_answers_differ_from_day_to_day(run, rules):
    never, right = rules("never.toml", '{ channels = ["phone"] }'), rules("right.toml", "")
    assert run("diff", EXAMPLE, never, right, "--from", "US", "--on", "2020-05-20", "--until", "2020-06-01") == (
        0,
        "rule changed: calls (close, 2020-05-25/2020-05-27); it differs in unless\n"
        "UA 82/20 from US, phone to Embassy of the Russian Federation, 2020-05-25 to 2020-05-27: "
        "open -> closed (calls)\n",
        "",
    )
    status, printed, _ = run("diff", EXAMPLE, never, right, "--from", "US", "--on", "2020-05-20")
    assert (status, printed.splitlines()[-1]) == (0, "no answer differs")


def test_diff_refuses_days_that_run_backwards(run, rules):
    right = rules("right.toml", "")
    words = ("--from", "US", "--on", "2020-05-20", "--until", "2020-05-19")
    status, _, problems = run("diff", EXAMPLE, right, right, *words)
    assert status == 2
    assert "2020-05-20 to 2020-05-19 are not 1 to 3660 days" in problems
