"""A figure that is sent as it is: checking and copying it on every click is most of what a redraw costs."""

from __future__ import annotations

from typing import Any

import plotly.io
from plotly.basedatatypes import BaseFigure


class Ready(BaseFigure):  # type: ignore[misc]
    """A Plotly figure around a spec of ours, for who only asks for its dict. The tests check our specs."""

    def __init__(self, spec: dict[str, Any]) -> None:
        template = plotly.io.templates[plotly.io.templates.default or "plotly"]
        self._spec = spec | {"layout": {"template": template.to_plotly_json()} | spec["layout"]}

    def to_dict(self) -> dict[str, Any]:
        return self._spec
