"""The frame of a chart: axis, ticks, grid and folds, at pixels of our own."""

from __future__ import annotations

from typing import Any

from timeline.view import words
from timeline.view.fold import Fold
from timeline.view.labels import width
from timeline.view.ticks import SIZE, ticks

Spec = dict[str, Any]

LEFT, MARGIN = 22, 10
SMALL = 11.0
FOLD = 50.0
INK = "rgba(127,127,127,{})"
FAMILY = '"Source Sans", "Source Sans 3", "Helvetica Neue", Arial, sans-serif'


def frame_layout(axis: Fold, inner: float, height: float, ink: str, below: float = 0.0) -> Spec:
    """Axis, ticks, folds and margins, for any chart that is `height` pixels tall inside.

    `below` is room under the rows that belongs to the plot but has no grid.
    """
    total = height + below
    marks = ticks(axis, inner)
    bands = [(s, words.length(s.days)) for s in axis.folded]
    longest = max((width(word, SMALL) for _, text in bands for word in text.split()), default=0.0)
    lying = all(longest + 4 <= (s.right - s.left) * inner for s, _ in bands)
    above = (0 if not bands else 30 if lying else max(width(text, SMALL) for _, text in bands) + 10) + 40
    places = {"tickvals": [t.place * inner for t in marks], "ticktext": [t.label for t in marks]}
    x = {
        "range": [-0.5, inner + 0.5],  # or the first tick would go missing
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": INK.format(0.6),
        "tickfont": {"size": SIZE, "color": ink},
        "tickangle": 0,
        "ticks": "",
        "side": "top",
        **places,
    }
    return {
        "height": round(total + above + 2 * MARGIN),
        "margin": {"l": LEFT, "r": MARGIN, "t": round(above), "b": MARGIN, "autoexpand": False},
        "font": {"family": FAMILY, "size": 13, "color": ink},
        "xaxis": x,
        "yaxis": {"range": [total, 0], "fixedrange": True, "visible": False},
        "bargap": 0,
        "hovermode": "closest",
        "hoverdistance": 12,
        "hoverlabel": {
            "align": "left",
            "font": {"size": 13, "color": ink},
            "bgcolor": "#ffffff" if ink < "#8" else "#262730",
            "bordercolor": INK.format(0.8),
        },
        "dragmode": False,
        "clickmode": "event+select",
        "showlegend": False,
        "barmode": "overlay",
        "shapes": [
            *(
                _band(s.left * inner, s.right * inner, i % 2, height / total)
                for i, (s, _) in enumerate(bands)
            ),
            _grid([mark.place * inner for mark in marks], height / total),
        ],
        "annotations": [_band_text(s.left * inner, s.right * inner, text, lying, ink) for s, text in bands],
    }


def _grid(places: list[float], share: float) -> Spec:
    """All grid lines as one shape: the axis' own would run on under the rows."""
    return {
        "type": "path",
        "layer": "below",
        "xref": "x",
        "yref": "paper",
        "path": " ".join(f"M{x:.1f},1L{x:.1f},{1 - share:.5f}" for x in places),
        "line": {"width": 1, "color": INK.format(0.22)},
    }


def _band(left: float, right: float, place: int, share: float) -> Spec:
    return {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": "paper",
        "x0": left,
        "x1": right,
        "y0": 1 - share,
        "y1": 1,
        "fillcolor": INK.format(0.18 if place % 2 else 0.11),
        "line": {"width": 0},
    }


def _band_text(left: float, right: float, text: str, lying: bool, ink: str) -> Spec:
    return {
        "text": f"<i>{text.replace(' ', '<br>') if lying else text}</i>",
        "x": (left + right) / 2,
        "y": 1,
        "yref": "paper",
        "yshift": 37,
        "yanchor": "bottom",
        "showarrow": False,
        "textangle": 0 if lying else -90,
        "font": {"size": SMALL, "color": ink},
    }
