"""What the command line says, and which command it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

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
    extract.add_argument("-o", "--output", required=True, metavar="OUT", help=".csv, .jsonl or .parquet file")
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
    return parser


def _extract(options: argparse.Namespace) -> int:
    from timeline.cli.extract import extract

    return extract(options.inputs, options.output, approx=options.approx)


def _annotate(options: argparse.Namespace) -> int:
    from timeline.cli.annotate import annotate

    return annotate(options.inputs, options.output, options.only)
