"""How fast senders are decided, against ifs written by hand, a dict of answers, and engines of rules.

A question is one sender on one day with all twelve channels of a case, and its answer a status with the rules that
demand it, for each channel. Cold is a profile or a day that was never asked before, warm one that was.
"""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from itertools import cycle, islice, product

from benchmarks.rule_peers import FACTS, PEERS, WAYS, book, by_hand, case, question

from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.sender import Sender

COUNTRIES = ("US", "US", "US", "DE", "FR", "GB", "CA", "AU", "RU", "BR", "JP", "PL", "IN", "ES", "NO", "IE")
LANGUAGES = (("en",), ("en", "es"), ("de", "en"), ("fr",), ("ru", "en"))
TIES = ((), (), (), ("RU",), ("BY",))
JUNE_12 = date(2020, 6, 12)
DAYS = [date(2020, 5, 1) + timedelta(days=number) for number in range(90)]


def senders(count):
    """A realistic mix: few profiles, most of them without ties."""
    return [Sender(COUNTRIES[n * 7 % 16], LANGUAGES[n * 3 % 5], ties=TIES[n * n % 5]) for n in range(count)]


def ready():
    return PreparedCase(case(), rules=book())


def ask(prepared, questions):
    return [prepared.decide(sender, on=on) for sender, on in questions]


def ask_by_hand(questions):
    return [by_hand(sender, on) for sender, on in questions]


def test_the_ifs_and_the_engines_give_our_answers():
    prepared, pool = ready(), senders(60)
    assert len(FACTS) == 20
    for sender, day in product(pool, DAYS):
        ours = [(int(one.status), {rule.id for rule in one.because}) for one in prepared.decide(sender, on=day)]
        assert ours == [(status, set(reasons)) for status, reasons in by_hand(sender, day)]
    for (name, make), sender in product(PEERS.items(), pool[:3]):
        engine = make()
        held = [engine(question(sender, JUNE_12, *way)) for way in WAYS]
        applying = [len(one.because) + len(one.also) for one in prepared.decide(sender, on=JUNE_12)]
        assert held == ([count > 0 for count in applying] if name == "vakt" else applying)


def test_one_question(side_by_side, sizes):
    warm, cold, pool = ready(), ready(), senders(500)
    count = sizes(smoke=5, full=2000)
    known = list(islice(cycle((sender, JUNE_12) for sender in pool), count))
    profiles = [Sender("US", ties=[tie]) for tie in "RU BY KZ CU CN IR EG TR".split()]
    unseen = product((date(1, 1, 1) + timedelta(days=number) for number in range(700_000)), profiles)
    answers = {sender: by_hand(sender, JUNE_12) for sender in pool}
    jobs = {
        "by hand": (partial(ask_by_hand, known), None, None),
        "a dict of answers": (lambda: [answers[sender] for sender, _ in known], "by hand", "-"),
        "ours, warm": (partial(ask, warm, known), "by hand", "at most 1"),
        "ours, cold": (
            lambda: ask(cold, [(sender, day) for day, sender in islice(unseen, count)]),
            "by hand",
            "at most 30",
        ),
    }
    side_by_side(jobs, rounds=9)


def test_one_question_to_engines(side_by_side, sizes):
    prepared, pool = ready(), senders(sizes(smoke=1, full=20))
    known = [(sender, JUNE_12) for sender in pool]
    asked = [question(sender, JUNE_12, *way) for sender in pool for way in WAYS]
    jobs = {"ours": (partial(ask, prepared, known), None, None)}
    for name, make in PEERS.items():
        jobs[name] = (partial(answer_each, make(), asked), "ours", "at least 100")
    side_by_side(jobs, rounds=5)


def answer_each(engine, asked):
    return [engine(one) for one in asked]


def test_ten_million_senders(side_by_side, sizes):
    prepared, pool = ready(), senders(5_000)
    crowd = list(islice(cycle(pool), sizes(smoke=1_000, full=10_000_000)))

    def a_pass():
        return Counter((one.country, one.languages, one.ties, one.affiliations) for one in crowd)

    def decided():
        return Counter(id(prepared.decide(one, on=JUNE_12)) for one in crowd)

    assert sum(decided().values()) == len(crowd)
    jobs = {"a pass over them": (a_pass, None, None), "deciding each": (decided, "a pass over them", "about 1")}
    side_by_side(jobs, rounds=2)
