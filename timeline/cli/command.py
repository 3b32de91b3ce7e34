"""What the command line says, and which command it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date

from timeline import __version__
from timeline.cli.run import DONE, FAILED, Trouble

_EPILOG = """exit status: 0 all inputs done; 1 some inputs failed, the rest is done; 2 nothing could be done.
Inputs are .txt files (one article each), .jsonl or .jsonl.gz files (one article a line, with at least
"text"; also "id", "title", "published", "url", "source", "language") and folders of such files."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that `arguments` ask for (None: those of the process); returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except Trouble as trouble:
        print(f"timeline: {trouble}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("timeline: stopped; nothing was written", file=sys.stderr)
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline",
        description="Reads news articles and gives back a chronology: who did what, where and when, each row "
        "with its sentence and the reason for its date.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    extract = commands.add_parser("extract", help="articles → events table", epilog=_EPILOG)
    extract.add_argument("inputs", nargs="+", metavar="INPUT", help="a file or folder of articles")
    extract.add_argument(
        "-o", "--output", required=True, metavar="OUT", help=".csv, .jsonl or .parquet file, or a folder"
    )
    extract.add_argument(
        "--workers", type=_count, metavar="N", help="processes for a folder (default: one a core)"
    )
    extract.add_argument(
        "--approx",
        action="store_true",
        help="also rows without a time expression of their own, dated from the text around them",
    )
    extract.set_defaults(run=_extract)

    annotate = commands.add_parser(
        "annotate", help="articles → time expressions, places and actors with their offsets", epilog=_EPILOG
    )
    annotate.add_argument("inputs", nargs="+", metavar="INPUT", help="a file or folder of articles")
    annotate.add_argument("--only", choices=("timexes", "places", "actors"), help="just this list")
    annotate.add_argument("-o", "--output", metavar="OUT", help=".jsonl file; without it, standard output")
    annotate.set_defaults(run=_annotate)

    digest = commands.add_parser(
        "digest", help="many articles → the dates that matter most, a sentence each", epilog=_EPILOG
    )
    digest.add_argument("inputs", nargs="+", metavar="INPUT", help="a file or folder of articles")
    digest.add_argument("--dates", type=_count, default=10, metavar="N", help="at most so many (default: 10)")
    digest.add_argument("--from", dest="start", type=_day, metavar="DATE", help="the first day, YYYY-MM-DD")
    digest.add_argument("--to", dest="end", type=_day, metavar="DATE", help="the last day, YYYY-MM-DD")
    digest.add_argument("-o", "--output", required=True, metavar="OUT", help=".json file")
    digest.set_defaults(run=_digest)
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2022-01-10") from None


def _extract(options: argparse.Namespace) -> int:
    from timeline.cli.extract import extract, names_folder

    if names_folder(options.output):
        from timeline.cli.folder import extract_into

        return extract_into(options.inputs, options.output, approx=options.approx, workers=options.workers)
    return extract(options.inputs, options.output, approx=options.approx)


def _annotate(options: argparse.Namespace) -> int:
    from timeline.cli.annotate import annotate

    return annotate(options.inputs, options.output, options.only)


def _digest(options: argparse.Namespace) -> int:
    from timeline.cli.digest import digest

    return digest(options.inputs, options.output, dates=options.dates, start=options.start, end=options.end)
