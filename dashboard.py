"""The dashboard: `streamlit run dashboard.py`, or `streamlit run dashboard.py -- FILE` for a file."""

import sys
from pathlib import Path

from timeline.pages import app

HERE = Path(__file__).resolve()
started, *files = sys.argv
app.run(
    HERE.parent / "data" / "first-article.txt",
    Path(files[0]) if files and Path(started).resolve() == HERE else None,
)
