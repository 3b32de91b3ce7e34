"""What happened, who did it to whom and when: dated events from parsed sentences, each with its reasons."""

from timeline.events.find import find

__all__ = ["find"]
