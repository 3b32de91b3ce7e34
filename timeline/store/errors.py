"""What can be told of a folder result that cannot be written or read."""


class StoreError(ValueError):
    """A folder that is no result of ours, or cannot become one. The message says what to do."""
