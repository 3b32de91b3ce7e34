"""Dates written in full in languages that have no word lists here, and what must not be read as one."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import timex
from timeline.model import Article, Timex
from timeline.timex import foreign


def read(language: str, text: str) -> list[Timex]:
    article = Article("foreign", text, published=date(2022, 1, 10), language=language)
    return list(timex.anchor(article, timex.recognise(article)))


WRITTEN = [
    ("de", "Am 3. Januar 2022 trafen sich die Minister.", [("3. Januar 2022", "2022-01-03")]),
    ("de", "Seit dem 5. November wird verhandelt.", [("5. November", "2021-11-05")]),
    ("de", "Die Wahl im Mai 2021 wurde angefochten.", [("Mai 2021", "2021-05")]),
    ("de", "Es begann am 12. Dez. 2021 in Wien.", [("12. Dez. 2021", "2021-12-12")]),
    ("de", "Der Bescheid vom 10.01.2022 liegt vor.", [("10.01.2022", "2022-01-10")]),
    ("fr", "Le 1er janvier 2022, le maire a signé.", [("1er janvier 2022", "2022-01-01")]),
    ("fr", "Le 14 juillet, la place était vide.", [("14 juillet", "2021-07-14")]),
    ("fr", "Les combats d'août 2021 ont repris.", [("août 2021", "2021-08")]),
    ("es", "El 6 de enero de 2022 murieron tres.", [("6 de enero de 2022", "2022-01-06")]),
    ("es", "Gobierna desde mayo del 2019.", [("mayo del 2019", "2019-05")]),
    ("es", "La ley es del 28 de diciembre.", [("28 de diciembre", "2021-12-28")]),
    ("ru", "Указ подписан 6 января 2022 года.", [("6 января 2022", "2022-01-06")]),
    ("ru", "Парад 9 мая отменили.", [("9 мая", "2022-05-09")]),
    ("ru", "Закон приняли 15-го декабря 2021.", [("15-го декабря 2021", "2021-12-15")]),
    ("uk", "Вторгнення почалося 24 лютого 2022 року.", [("24 лютого 2022", "2022-02-24")]),
    ("uk", "Збори призначено на 5 лютого.", [("5 лютого", "2022-02-05")]),
    ("tr", "Darbe girişimi 15 Temmuz 2016'da oldu.", [("15 Temmuz 2016", "2016-07-15")]),
    ("tr", "Seçim 6 Kasım 2021 günü yapıldı.", [("6 Kasım 2021", "2021-11-06")]),
    ("ar", "وقع الهجوم في 6 يناير 2022 في بغداد.", [("6 يناير 2022", "2022-01-06")]),
    ("ar", "بدأت الثورة في ٢٥ يناير ٢٠١١.", [("٢٥ يناير ٢٠١١", "2011-01-25")]),
    ("ar", "عقد الاجتماع في 9 كانون الثاني 2022.", [("9 كانون الثاني 2022", "2022-01-09")]),
    ("fa", "این دیدار ۱۰ ژانویه ۲۰۲۲ برگزار شد.", [("۱۰ ژانویه ۲۰۲۲", "2022-01-10")]),
    ("fa", "پس از انتخابات ژوئن 2009 اعتراض کردند.", [("ژوئن 2009", "2009-06")]),
    ("pl", "Ustawę podpisano 6 stycznia 2022 r.", [("6 stycznia 2022", "2022-01-06")]),
    ("pl", "Pierwsze przypadki były w marcu 2020 roku.", [("marcu 2020", "2020-03")]),
    ("pt", "A greve de 25 de abril de 2021 acabou.", [("25 de abril de 2021", "2021-04-25")]),
    ("pt", "Em 1º de maio de 2021 houve protestos.", [("1º de maio de 2021", "2021-05-01")]),
    ("pt", "O preço sobe desde março de 2020.", [("março de 2020", "2020-03")]),
    ("zh", "会议于2022年1月10日举行。", [("2022年1月10日", "2022-01-10")]),
    ("hi", "बैठक 10 जनवरी 2022 को हुई।", [("10 जनवरी 2022", "2022-01-10")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), WRITTEN, ids=lambda value: str(value)[:40])
def test_a_date_written_in_full_is_read(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = read(language, text)
    assert [(one.text, one.value) for one in found] == expected
    assert all(text[one.start : one.end] == one.text and one.span is not None for one in found)
    assert all("only dates written in full are read" in one.reason for one in found)


LEFT = [
    ("de", "Im Mai kamen 31 Menschen, 2020 waren es 10. Am Montag nicht."),
    ("de", "Er trank 5 Märzenbiere und pflückte 3 Maiglöckchen."),
    ("de", "Die Version 10.1.2 läuft auf 10.01.2022.5."),
    ("fr", "En mai, 12 marins et 4 déclarations; 2 avrilettes."),
    ("fr", "Il a 20 ans, et mars est une planète."),
    ("es", "Llegaron 3 marineros, 5 enemigos y 2 abrigos en marzo."),
    ("es", "Hace 3 años, en 2020, eran 10."),
    ("ru", "Было 5 маршей, 12 январских дней и 4 декана в мае."),
    ("uk", "Надійшло 5 листів, 3 лист пропав, 2 вершини, 7 травм."),
    ("tr", "3 martı ve 12 marangoz, 2 kasap; mayıs ayında 5 kişi."),
    ("ar", "في مايو قتل 20 شخصا وفي عام 2020 كانوا 10."),
    ("fa", "۳ می‌شود و در سال ۲۰۲۰ ده نفر بودند."),
    ("pl", "5 lisów, 2 marynarzy i 7 majorów w maju."),
    ("pt", "3 marinheiros, 5 setores e 12 maiores; venceu 5 set a zero em maio."),
    ("zh", "共12人，2020年，10月。"),
    ("xx", "10 January 2022"),
]


@pytest.mark.parametrize(("language", "text"), LEFT, ids=lambda value: str(value)[:40])
def test_what_is_no_full_date_is_left(language: str, text: str) -> None:
    assert read(language, text) == []


def test_a_day_that_does_not_exist_has_no_place_on_the_calendar() -> None:
    assert [(one.value, one.span) for one in read("de", "Am 31. Februar 2022.")] == [("2022-02-XX", None)]


def test_years_beyond_reason_are_no_dates() -> None:
    assert read("de", "Am 5. Mai 9999 und am 5. Mai 0000.") == []


@pytest.mark.parametrize("unit", ["1", "1 ", "mai ", "1 de ", "1. ", "2022 ", "januar 1 ", "[(", "12.12."])
def test_hostile_text_neither_raises_nor_overlaps(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    for language in ("de", "es", "zh"):
        last = 0
        for found in foreign.recognise(Article("hostile", text, language=language), language):
            assert found.start >= last
            last = found.end
