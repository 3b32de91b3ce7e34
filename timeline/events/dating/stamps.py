"""Time stamps of web pages and of their comments: they say when something was posted, not what happened."""

from __future__ import annotations

import re
from datetime import date

from timeline.model import Timex

_POSTED = re.compile(r"; ?(\d{1,2}:\d\d ?[AP]M|[A-Z]\d\d?)")
_OPENED = re.compile(r"\s*(?:\d\d?:\d\d [A-Z]{2,4} )?[A-Z“]")
_POST = "it says when this was posted"
_LATE = 60
"""Days after publication from which on a full date with its hour is a comment's."""
_CENTURY = 60
"""Years after publication from which on a bare year is a number."""


def page_stamp(timex: Timex, before: str, text: str, published: date | None) -> str | None:
    """Why an expression is a stamp: "February 1, 2011 at 3:22 am | …", "July 23, 2010; 7:07 AM".

    `before` and `text` are what stands before it and after it in the sentence.
    """
    if timex.span is None:
        return None
    before, after = before.strip(), text[:3].lstrip()
    days = (timex.span.first - published).days if published is not None else None
    if (
        days is not None
        and abs(days) <= 1
        and (_POSTED.fullmatch(text) or (before.endswith(";") and not text))
    ):
        return _POST
    if timex.basis == "written" and timex.clock is not None:
        opened = not before and _OPENED.match(text) is not None
        comment = (days or 0) > 0 and not before and " - " in timex.text  # "10th August 2011 - 11:12 So …"
        labelled = before.endswith(":") and len(before.split()) <= 3  # "Added: Tuesday, 19 January, …"
        if after.startswith("|") or opened or comment or labelled or (days or 0) > _LATE:
            return _POST
    far = published is not None and timex.span.first.year > published.year + _CENTURY
    return "it is a number rather than a year" if far and timex.text.strip().isdigit() else None
