"""The events as one JSON document, with what made it."""

from __future__ import annotations

import json

import pandas as pd

from timeline.table.provenance import Provenance
from timeline.table.records import json_ready, of_frame


def render(frame: pd.DataFrame, provenance: Provenance) -> bytes:
    """`{"provenance": {…}, "events": [{…}]}`, UTF-8; an event as a line of the JSON-lines file has it."""
    events = [json_ready(row) for row in of_frame(frame)]
    told = {"provenance": provenance.as_dict(), "events": events}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
