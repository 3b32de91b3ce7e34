"""The chronology as text: the same events under headings by year, month and day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.view import words
from timeline.view.board import Board, as_date

PAGE = 100
"""Events on one page of the list."""
BY_DAY = ("day", "approx")
BY_MONTH = (*BY_DAY, "week", "month")


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 year, 2 month, 3 day."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    row: int


def story(board: Board, rows: Sequence[int]) -> list[Heading | Entry]:
    """Headings and entries in the order of time. What is dated vaguely stands before the days it covers."""
    result: list[Heading | Entry] = []
    for year, of_year in groupby(rows, key=lambda row: as_date(int(board.first[row])).year):
        result.append(Heading(1, str(year)))
        members = list(of_year)
        vague = [row for row in members if not _in_month(board, row)]
        result += [Entry(row) for row in vague]
        dated = [row for row in members if _in_month(board, row)]
        for _, of_month in groupby(dated, key=lambda row: as_date(int(board.first[row])).month):
            in_month = list(of_month)
            result.append(Heading(2, words.month_words(as_date(board.first[in_month[0]]))))
            result += [Entry(row) for row in in_month if not _on_day(board, row)]
            on_days = [row for row in in_month if _on_day(board, row)]
            for day, of_day in groupby(on_days, key=lambda row: int(board.first[row])):
                result.append(Heading(3, words.day_heading(as_date(day))))
                result += [Entry(row) for row in of_day]
    return result


def _precision(board: Board, row: int) -> str:
    return str(board.cell(row, "precision"))


def _in_month(board: Board, row: int) -> bool:
    return _precision(board, row) in BY_MONTH


def _on_day(board: Board, row: int) -> bool:
    return _precision(board, row) in BY_DAY
