"""What in a text is not running text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Article
from timeline.reading import read_text
from timeline.reading.zones import find_zones

PROSE = (
    "The minister told reporters that the talks would go on for as long as they had to. Nobody else spoke."
)

CHROME = [
    "Read more",
    "READ MORE: ",
    "Share this article",
    "Share on Facebook",
    "Facebook Twitter WhatsApp Email",
    "Related stories",
    "Most read",
    "Advertisement",
    "Story continues below advertisement",
    "Sign up for our newsletter",
    "We use cookies on this site: see our cookie policy.",
    "To play this content JavaScript must be turned on and the latest Flash player installed.",
    "Home | World | Politics | Sport",
    "XS SM MD LG",
    "© 2022 RFE/RL, Inc. All Rights Reserved.",
    "By Jane Miller and John D. Sutter, CNN",
    "(Reporting by Jane Miller in Cairo; Editing by Tom Brown)",
    "Jane Miller in London contributed to this report.",
    "Additional reporting by Jane Miller",
    "Follow us on Twitter",
    "12 comments",
    "Skip to main content",
    "Tags: Armenia, Kazakhstan, Russia",
    "Image copyright Getty Images",
    "* * *",
    "Հասանելիության հղումներ",
    "Новости на русском",
    "نسخه فارسی",
]
NOT_CHROME = [
    "He said more.",
    "Share prices fell on Monday.",
    "Contact with the plane was lost at 10 p.m.",
    "Join Moscow or fall, he was told.",
    "Comments by the minister angered many.",
    "Live broadcasts stopped at noon.",
    "Follow the money, he said.",
    "Go.",
    "The site uses old reactors.",
    "Путин сказал: «Мы победим», — пишет газета.",
    "By Monday the town had fallen.",
]
CAPTIONS = [
    "Kazakhstan - A man sits on the steps of a building in Almaty, January 9, 2022.",
    "FILE PHOTO: A tank is seen near Hama.",
    "FILE - In this photo the port of Beirut burns.",
    "Protesters march through Tunis, 14 January 2011.",
    "Flames rise from a pipeline in the Sinai town of El Arish on February 5, 2011.",
    "A worker cleans a pelican in Louisiana. REUTERS/Sean Gardner",
    "Soldiers rest near the river. (AP Photo/Jane Miller)",
    "In this May 22, 2010 photo, pelicans land on an island.",
    "This image taken from video shows the wellhead.",
    "May 17: A ship's wake cuts through oil in the Gulf of Mexico.",
    "Image caption The bridge after the storm",
]
NOT_CAPTIONS = [
    "The war began on January 9, 2022.",
    "The minister said he resigned on January 9, 2022.",
    "The treaty ended the war, which had begun on 3 May 1999.",
    "A picture is worth a thousand words.",
    "Bonds worth $150 million are due March 1, 2011.",
    "He won (and lost).",
    "Almaty - the largest city - was quiet.",
]
DATELINES = [
    ("January 25, 2011 | By Amir Ahmed, CNN ", "Crowds met in the square."),
    ("YEREVAN, Jan 10 (Reuters) - ", "Armenia sent troops."),
    ("WASHINGTON (AP) — ", "The Senate voted."),
    ("BAGHDAD, Iraq (AP)_ ", "An inspector left."),
    ("TEHRAN, August 8 (Xinhua) -- ", "Iran condemned it."),
    ("NEW ORLEANS -- ", "A device failed."),
    ("INNISFAIL - ", "Nine-year-old Georgia skates."),
    ("Cairo, Egypt (CNN) -- ", "The president spoke."),
    ("(CNN) -- ", "The president spoke."),
    ("BEIRUT | Mon Aug 22, 2011 3:20 pm EDT BEIRUT (Reuters) - ", "Syria agreed."),
    ("Tue Jul 19, 2011 7:01 pm EDT AMMAN, July 19 (Reuters) - ", "Syria agreed."),
    ("AMMAN, July 19 | Tue Jul 19, 2011 7:01 pm EDT AMMAN, July 19 (Reuters) - ", "Syria agreed."),
    ("Wed Jun 16, 2010 2:56 pm EDT (Adds forgoing dividend) WASHINGTON, June 16 (Reuters) - ", "Banks paid."),
    ("Sun May 29, 2011 1:56 am BST May 29 (Reuters) - ", "The president spoke."),
    ("WASHINGTON -- WASHINGTON (AP) -- ", "The Senate voted."),
    ("Page last updated at 16:51 GMT, Tuesday, 19 January 2010 ", "Aid arrived in town."),
]
NOT_DATELINES = [
    "NATO said it would not act.",
    "NATO -- the western alliance -- would not act.",
    "The president (CNN) spoke.",
    "UNICEF Director Jane Miller spoke.",
    "IBM - based in Armonk - rose.",
    "Iran Saturday condemned the bombing.",
]
STAMPS = [
    "January 10, 2022",
    "June 5, 2010 | London",
    "Monday, 10 January 2022",
    "Published: 10 January 2022, 14:05 GMT",
    "Updated 6:32 PM ET, Mon January 10, 2022",
    "Last updated: 14 January, 2010 - 17:26 GMT",
    "2022-01-10 14:05",
    "13 February 12 09:54 GMT",
    "Yerevan, January 10, 2022",
]


def kinds(article: Article) -> dict[str, str]:
    return {article.text[zone.start : zone.end]: zone.kind for zone in article.zones}


def kind_of(line: str) -> str | None:
    article = read_text(f"{PROSE}\n\n{line}\n\n{PROSE}", id="a", title="None of it", language="en")
    return kinds(article).get(line.strip())


@pytest.mark.parametrize("line", CHROME)
def test_chrome_is_found(line: str) -> None:
    assert kind_of(line) == "chrome"


@pytest.mark.parametrize("line", NOT_CHROME)
def test_text_is_no_chrome(line: str) -> None:
    assert kind_of(line) is None


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions_are_found(line: str) -> None:
    assert kind_of(line) == "caption"


@pytest.mark.parametrize("line", NOT_CAPTIONS)
def test_text_is_no_caption(line: str) -> None:
    assert kind_of(line) is None


@pytest.mark.parametrize(("head", "rest"), DATELINES)
def test_datelines_are_cut_from_what_follows(head: str, rest: str) -> None:
    assert kinds(read_text(f"{head}{rest} {PROSE}", id="a", title="x", language="en")) == {
        head.strip(): "dateline"
    }


@pytest.mark.parametrize("line", NOT_DATELINES)
def test_text_is_no_dateline(line: str) -> None:
    assert read_text(f"{line} {PROSE}", id="a", title="x", language="en").zones == ()


@pytest.mark.parametrize("line", STAMPS)
def test_a_line_that_says_when_the_article_appeared(line: str) -> None:
    assert kind_of(line) == "dateline"


def test_what_follows_the_notice_on_outside_links_is_no_text() -> None:
    tail = "The BBC is not responsible for the content of external internet sites Reuters Aid - 7 hrs ago"
    article = read_text(f"{PROSE} {tail}", id="a", title="x", language="en")
    assert kinds(article) == {tail: "chrome"}


@pytest.mark.parametrize(
    "comments",
    [
        "May 3, 2011 10:47 am at 10:47 am | Nice. May 3, 2011 10:59 am at 10:59 am | He won on Monday.",
        "At 12:05 am on 9 Jan 2022, gull77 wrote: He lost. At 12:09 am on 9 Jan 2022, tern wrote: No.",
        "At 08:12 3rd Jun 2012, gull77 wrote: He lost. At 08:15 3rd Jun 2012, tern wrote: He won on Monday.",
    ],
)
def test_comments_of_readers_are_no_part_of_the_article(comments: str) -> None:
    article = read_text(f"{PROSE} {comments}", id="a", title="x", language="en")
    assert kinds(article) == {comments: "chrome"}
    once = f"{PROSE} May 3, 2011 10:47 am | Nice."
    assert "chrome" not in kinds(read_text(once, id="a", title="x", language="en")).values()


@pytest.mark.parametrize(
    ("credit", "rest"),
    [
        ("By Ann Lee BBC News, Golan Heights", "The shelling of villages can be seen from here."),
        ("By Ann Lee Business reporter, BBC News", "London Mayor Joe Hill has expressed concern."),
        ("By Ann Lee BBC Iran correspondent", "The minister accuses his neighbours of helping."),
        ("By Ann Lee and Joe Hill, CNN", "Amid flames and tear gas the crowd stopped to pray."),
        ("By the CNN Wire Staff", "King Abdullah expressed support for the president."),
        ("By Ann Lee, Special to CNN", "Crowds stopped to pray in the square on Monday."),
        ("Photograph: Ann B. Lee/EPA", "The oil spill has now cost the company $2bn."),
        ("Photograph: Joe Hill/AFP/Getty Images", "Barack Obama will fly to Louisiana today."),
        ("Photograph: Joe Hill/Greenpeace", "The government waived its rules on Monday."),
        ("Photograph: Joe Hill", "When the head of the firm said in May that it was over, he erred."),
    ],
)
def test_credits_that_ran_into_the_text(credit: str, rest: str) -> None:
    text = f"Shares fell on Tuesday. {credit} {rest}"
    zones = find_zones(text, None, "en")
    assert [(zone.kind, text[zone.start : zone.end]) for zone in zones] == [("chrome", credit)]


@pytest.mark.parametrize(
    "text",
    [
        "He was beaten. By Gordon Brown's account the BBC said nothing.",
        "The Photograph: an Essay of the Year was sold on Monday.",
        "The law was passed. By Monday CNN had shown it twice.",
        "He died. By Sunday Reuters correspondent John Smith had left Syria.",
    ],
)
def test_text_is_no_credit(text: str) -> None:
    assert not find_zones(text, None, "en")


def test_lines_of_tiny_words_are_a_menu() -> None:
    article = read_text(f"{PROSE}\n\nXS\nSM\nMD\nLG", id="a", language="en")
    assert kinds(article) == dict.fromkeys(("XS", "SM", "MD", "LG"), "chrome")


def test_a_caption_printed_twice() -> None:
    line = "Troops stand in a square in the old town"
    article = read_text(f"{PROSE}\n{line}\n{line}\n{PROSE}", id="a", title="x", language="en")
    assert [zone.kind for zone in article.zones] == ["caption", "caption"]


def test_a_place_in_capitals_that_opens_the_article_without_a_dash() -> None:
    text = f"WASHINGTON Jane Miller left Washington on Monday. {PROSE}"
    assert kinds(read_text(text, id="a", title="x", language="en")) == {"WASHINGTON": "dateline"}
    for other in ("UNICEF Director Jane Miller left.", "ONEIDA Corp. rose. Oneida is a firm."):
        assert read_text(f"{other} {PROSE}", id="a", title="x", language="en").zones == ()


def test_days_of_a_chronicle_are_no_captions() -> None:
    days = "\n".join(f"January {day}: A strong quake shakes the town." for day in (12, 13, 14, 15))
    assert read_text(f"{PROSE}\n{days}", id="a", title="x", language="en").zones == ()


def test_the_first_line_is_the_title_where_the_record_has_none() -> None:
    article = read_text(f"Troops Leave Kabul\n\n{PROSE}", id="a", language="en")
    assert article.title == "Troops Leave Kabul"
    assert kinds(article) == {"Troops Leave Kabul": "title"}


def test_a_title_above_its_dateline_on_one_line() -> None:
    text = f"Oxygen drops near spill WASHINGTON | Wed Sep 8, 2010 10:59 am EDT WASHINGTON (Reuters) - {PROSE}"
    assert list(kinds(read_text(text, id="a", language="en")).values()) == ["title", "dateline"]


def test_the_records_title_is_found_again_in_the_text() -> None:
    article = read_text(
        f"“Troops  leave Kabul”\n\n{PROSE}", id="a", title="Troops Leave Kabul", language="en"
    )
    assert article.title == "Troops Leave Kabul"
    assert [zone.kind for zone in article.zones] == ["title"]


@pytest.mark.parametrize("first", ["He left the town on Monday.", "Overview", "By Jane Miller", "He said,"])
def test_other_first_lines_are_no_title(first: str) -> None:
    assert read_text(f"{first}\n\n{PROSE}", id="a", language="en").title is None


def test_broken_lines_have_no_title() -> None:
    text = (
        "The minister said on Tuesday that the talks with\n"
        "Kazakhstan and with others would go on until both\n"
        "sides had agreed on a date. Nobody knows."
    )
    assert read_text(text, id="a", language="en").zones == ()


def test_an_article_of_a_caption_alone_keeps_it_as_text() -> None:
    assert read_text(CAPTIONS[0], id="a", language="en").zones == ()


def test_other_languages_know_zones_by_their_form() -> None:
    prose = "Վարչապետը երկուշաբթի օրը հայտարարեց, որ զորքերը հեռանում են երկրից։"
    text = f"Armenian Service\n\n{prose}\n\nXS\nSM\nMD"
    article = read_text(text, id="a")
    assert article.language == "hy"
    assert set(kinds(article)) == {"Armenian Service", "XS", "SM", "MD"}


LINES = st.sampled_from(
    CHROME + CAPTIONS + STAMPS + NOT_CAPTIONS + [PROSE, "", " ", "\t", "-", "A - ", "(", "\ud800"]
)
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\r"])


@given(st.lists(st.tuples(LINES, ENDS), max_size=12), st.sampled_from([None, "en", "xx", "../x"]))
def test_zones_are_in_order_apart_and_within_the_text(
    lines: list[tuple[str, str]], language: str | None
) -> None:
    text = "".join(line + end for line, end in lines)
    article = read_text(text, id="a", language=language)
    assert article.text == text.replace("\ud800", "\ufffd")
    at = 0
    for zone in article.zones:
        assert at <= zone.start < zone.end <= len(text)
        assert article.text[zone.start : zone.end].strip() == article.text[zone.start : zone.end]
        at = zone.end


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "a|",
        "(",
        "By A ",
        "By Ann and Joe ",
        "Photograph: Ann/",
        "share, ",
        "January 1, 2022 ",
        "A - ",
        "AP/",
        "AAA ",
        "AAA/AAA-",
        "\n",
        "A\n",
        ".",
        "Sun, ",
    ],
)
def test_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        read_text(text, id="a", language="en")
        return time.process_time() - started

    assert any(cost(200_000) < 3.0 for _ in range(2))  # once again where the machine was busy
