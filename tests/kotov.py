"""The public facts of UA 82/20, made by hand: what the reader of bulletins must find in the example."""

from datetime import date

from urgent_actions import (
    AddressState,
    Case,
    CaseReference,
    Choice,
    ContactChannel,
    Edition,
    Handle,
    LetterTemplate,
    PhoneNumber,
    PostalAddress,
    Publisher,
    Rule,
    Scope,
    Source,
    Subject,
    Target,
    TemplateText,
    WebLink,
    Window,
)

ISSUED = date(2020, 5, 20)
REFERENCE = CaseReference("UA", 82, year=2020)
PROSECUTOR = "prosecutor-general-of-the-russian-federation"
EMBASSY = "embassy-of-the-russian-federation"

POST_ONLY_TO_THE_EMBASSY = Rule(
    "UA 82/20: post only to the embassy",
    "close",
    when=Scope(cases={REFERENCE}, countries={"RU"}, channels={"post"}),
    unless=Scope(kinds={"embassy"}),
    during=Window(ISSUED),
    reason="Due to postal restrictions caused by COVID-19, please only send physical mail to the Embassy",
    source=Source("UA 82/20", publisher="Amnesty International USA", stated=ISSUED),
)


def kotov() -> Case:
    """The case as a careful reader understands it."""
    prosecutor = Target(
        PROSECUTOR,
        "official",
        name="Igor Viktorovich Krasnov",
        office="Prosecutor General of the Russian Federation",
        country="RU",
        channels=(
            ContactChannel("post", state=AddressState.MISSING),
            ContactChannel("form", WebLink("https://ipriem.genproc.gov.ru/contacts/ipriem/send")),
            ContactChannel.withheld("email", "[email\u00a0protected]"),
            ContactChannel.withheld("email", "[email\u00a0protected]"),
        ),
    )
    embassy = Target(
        EMBASSY,
        "embassy",
        name="Anatoly Antonov",
        office="Ambassador",
        organisation="Embassy of the Russian Federation",
        country="RU",
        accredited_to="US",
        salutation="Dear Ambassador",
        channels=(
            ContactChannel("post", PostalAddress(("2650 Wisconsin Ave. NW", "Washington DC 20007"))),
            ContactChannel("phone", PhoneNumber("+12022985700")),
            ContactChannel("fax", PhoneNumber("+12022985735")),
            ContactChannel.withheld("email", "[email\u00a0protected]"),
            ContactChannel("twitter", Handle("RusEmbUSA")),
            ContactChannel("facebook", Handle("RusEmbUSA")),
            ContactChannel("instagram", Handle("RusEmbUSA")),
        ),
    )
    letter = TemplateText(
        "en",
        "Please see that Konstantin Kotov is free again without delay.",
        opening="Dear Prosecutor General,",
        closing="Yours sincerely,",
    )
    return Case(
        REFERENCE,
        Edition(issued=ISSUED),
        publisher=Publisher("Amnesty International USA", "US"),
        title="Activist Jailed for Peaceful Protests",
        country="RU",
        subjects=(Subject("Konstantin Kotov"),),
        choose=Choice.ANY,
        targets=(prosecutor, embassy),
        rules=(POST_ONLY_TO_THE_EMBASSY,),
        letter=LetterTemplate(letter),
    )
