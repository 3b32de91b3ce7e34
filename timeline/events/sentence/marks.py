"""Quotation marks."""

OPENING = frozenset({"“", "„", "«", '"', "``"})
CLOSING = frozenset({"”", "»", '"', "''"})
