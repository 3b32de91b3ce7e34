"""A sentence as the parser read it → the same with its usual faults mended (English only)."""

from timeline.language.repairs.mend import repaired

__all__ = ["repaired"]
