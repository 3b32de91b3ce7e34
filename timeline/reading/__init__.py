"""Files and bytes → articles, with captions, datelines, titles and site chrome marked."""

from timeline.reading.decode import decode
from timeline.reading.failure import Failure, Unreadable
from timeline.reading.files import read, read_all
from timeline.reading.record import read_published
from timeline.reading.text import read_text

__all__ = ["Failure", "Unreadable", "decode", "read", "read_all", "read_published", "read_text"]
