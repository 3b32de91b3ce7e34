"""The meaning functions by the names that a language's rules use."""

from __future__ import annotations

from timeline.timex import meaning_amounts, meaning_calendar, meaning_clock, meaning_relative
from timeline.timex.grammar import Meaning

_CALENDAR = (
    " calendar edge_of unit_end quarter year_quarter half season decade century holiday day_list"
    " bc_range year_range known_day short_decade named_quarter"
)
_RELATIVE = (
    " weekday weekdays_ago unit_of_day weekday_week dayshift which_unit that_unit the_unit"
    " latest_unit year_ago every_month every_weekday period message_weekend every_weekend"
    " every_weekdays nth_day nth_weekday"
)
_AMOUNTS = (
    " duration duration_two vague_units bare_units ago hence later past_unit every_unit freqword"
    " present past future one_year long_unit quarter_century ago_on every_part message_unit"
)
_CLOCK = "clock part which_part the_part tonight part_night stamp message_part"

MEANINGS: dict[str, Meaning] = {
    name: getattr(module, name)
    for module, names in (
        (meaning_calendar, _CALENDAR),
        (meaning_relative, _RELATIVE),
        (meaning_amounts, _AMOUNTS),
        (meaning_clock, _CLOCK),
    )
    for name in names.split()
}
