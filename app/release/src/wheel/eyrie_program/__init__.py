"""The program of Eyrie with a Java of its own: what the command ``eyrie`` runs."""

import importlib.util
import os
import sys

HOME = os.path.join(os.path.dirname(os.path.abspath(__file__)), "home")


def main() -> None:
    """Becomes the program; arguments, streams and exit code are its own."""
    neo4j = importlib.util.find_spec("eyrie_neo4j")
    if neo4j is not None and neo4j.origin is not None:
        os.environ.setdefault("EYRIE_NEO4J_LIB", os.path.join(os.path.dirname(neo4j.origin), "neo4j-lib"))
    program = os.path.join(HOME, "bin", "eyrie")
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(program, [program, *sys.argv[1:]])
