"""The dashboard: `streamlit run dashboard.py`, or `streamlit run dashboard.py -- FILE` for a file."""

import sys
from pathlib import Path

from timeline.pages import app

app.run(
    Path(__file__).parent / "data" / "first-article.txt",
    Path(sys.argv[1]) if len(sys.argv) > 1 else None,
)
