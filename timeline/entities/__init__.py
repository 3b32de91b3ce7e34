"""Actors and places of an article, each under one name."""

from timeline.entities.find import find
from timeline.entities.tables import country_name

__all__ = ["country_name", "find"]
