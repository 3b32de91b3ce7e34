"""From a time expression to the verb or noun that it dates, or why it dates none."""
