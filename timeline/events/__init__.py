"""What happened, who did it to whom and when: dated events from parsed sentences, each with its reasons.

`find` goes through the sentences: `sentence` is the parse as a tree, `dating` what a time expression dates,
`casting` who and where, `headlines` the clause in twelve words; the files beside them make rows of these,
leave out what no reader could use and merge what is told twice.
"""

from timeline.events.find import find

__all__ = ["find"]
