"""Who does it, to whom, where, and what kind of event it is."""
