"""Timeline reads news articles and gives back a chronology with its evidence."""

__version__ = "0.1.0"
