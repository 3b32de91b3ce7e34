"""A clause told in at most twelve words."""
