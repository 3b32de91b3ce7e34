"""An article's mentions of actors and places, to be asked for by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from timeline.model import ActorMention, Mentions, PlaceMention


class Scene:
    """An article's mentions, to be asked for by sentence."""

    def __init__(self, mentions: Mentions) -> None:
        self.actors = sorted(mentions.actors, key=lambda m: m.start)
        self.places = sorted(mentions.places, key=lambda m: m.start)
        self._actor_starts = [m.start for m in self.actors]
        self._place_starts = [m.start for m in self.places]
        self._main = _main_country(mentions)

    def country(self, sited: bool = False) -> str | None:
        """The article's country; `sited`: for an event that must take place somewhere."""
        country, share = self._main
        return country if share > (_SITE_SHARE if sited else _SHARE) else None

    def actors_in(self, start: int, end: int) -> list[ActorMention]:
        return self.actors[bisect_left(self._actor_starts, start) : bisect_left(self._actor_starts, end)]

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        return self.places[bisect_left(self._place_starts, start) : bisect_left(self._place_starts, end)]

    def as_written(self, place: PlaceMention) -> str:
        """The name of the town that a noun means as the text last wrote it; of a country, its name."""
        at = bisect_left(self._place_starts, place.start)
        named = (p.text for p in reversed(self.places[:at]) if p.name == place.name and p.form == "name")
        return place.name if place.latitude is None else next(named, place.name)

    def actor_at(self, start: int, end: int) -> ActorMention | None:
        """The mention that covers a word."""
        at = bisect_left(self._actor_starts, end)
        for mention in reversed(self.actors[max(0, at - 6) : at]):
            if mention.start <= start and end <= mention.end:
                return mention
        return None


def _main_country(mentions: Mentions) -> tuple[str | None, float]:
    """The country that most of an article's names speak of, with its share of them."""
    counted = Counter(p.country for p in mentions.places if p.country)
    counted.update(m.country for m in mentions.actors if m.country)
    country, count = counted.most_common(1)[0] if counted else (None, 0)
    return (country, count / counted.total()) if country and count >= _MENTIONS else (None, 0.0)


_MENTIONS = 4
"""Names that make a country the article's."""


_SHARE, _SITE_SHARE = 0.6, 0.4
"""The share of an article's names from which on its events are taken to concern the country; the second
where only a place can be meant: nobody dies or protests nowhere."""
