#!/usr/bin/env python3
"""How much a running service answers, and what an answer costs it: a table in Markdown.

    measure.py URL PID [PID...]

URL is a service, just started, over a database with a fit; PIDs are those of the service and, where it is to be counted, of its Neo4j.
Needs wrk, and /proc. Throughput is that of a machine which also runs wrk: a lower bound. Processor time is read from
/proc/PID/stat before and after, and divided by the answers.
"""

import json
import os
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
SECONDS = int(os.environ.get("SECONDS_EACH", "8"))
WARM = int(os.environ.get("SECONDS_WARM", "8"))
TICK = os.sysconf("SC_CLK_TCK")


def ask(base, path):
    with urllib.request.urlopen(base + "/api/v1" + path, timeout=60) as answer:
        return json.load(answer)


def quoted(text):
    return urllib.parse.quote(text, safe="")


def models(base):
    """Every model's id."""
    found, cursor = [], None
    while True:
        page = ask(base, "/models?limit=500" + ("&cursor=" + quoted(cursor) if cursor else ""))
        found += [model["id"] for model in page["items"]]
        cursor = page["next"]
        if cursor is None:
            return found


def measured(base, founder, benchmark, limit):
    rows = ask(base, f"/leaderboard?id={quoted(founder)}&benchmark={quoted(benchmark)}&limit={limit}")
    return [row["model"] for row in rows if row.get("measured") is not None]


def plans(pairs):
    return ["POST /api/v1/what-if " + json.dumps({
        "parents": [{"id": one, "weight": round(.2 + .6 * number / len(pairs), 6)}, {"id": two}],
        "relation": "merge"}) for number, (one, two) in enumerate(pairs)]


def questions(base):
    """(what, clients, distinct questions, warm-up)."""
    families = ask(base, "/families?limit=2")["items"]
    first, second = families[0]["founder"], families[1]["founder"]
    benchmark = ask(base, "/benchmarks")[0]["id"]
    top, others = measured(base, first, benchmark, 400), measured(base, second, benchmark, 400)
    some = top[0]
    everyone = ["GET /api/v1/predictions?id=" + quoted(model) for model in models(base)]
    within = plans([(top[i], top[j]) for i in range(len(top)) for j in range(i)][:20000])
    between = plans([(one, two) for one in top for two in others][:20000])
    one = quoted(some)
    return [
        ("predictions of one model, kept", 8, [f"GET /api/v1/predictions?id={one}"]),
        ("predictions, each model once", 2, everyone),
        ("predictions of models of the largest family, each once", 2,
         ["GET /api/v1/predictions?id=" + quoted(model) + "&leaveOut=true" for model in top]),
        ("what-if, two parents of the largest family, each plan once", 2, within),
        ("what-if, parents of two families, each plan once", 2, between),
        ("leaderboard of the largest family", 8,
         [f"GET /api/v1/leaderboard?id={quoted(first)}&benchmark={quoted(benchmark)}"]),
        ("ancestors of one model", 8, [f"GET /api/v1/ancestors?id={one}"]),
        ("one model", 8, [f"GET /api/v1/model?id={one}"]),
        ("families", 8, ["GET /api/v1/families"]),
        ("overload: 256 clients, each plan once", 256, between[::-1]),
    ]


def spent(pids):
    """Processor seconds of processes so far."""
    ticks = 0
    for pid in pids:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICK


def run(base, clients, lines, seconds):
    """The line of figures that questions.lua writes."""
    threads = 2 if clients > 1 else 1
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        printed = subprocess.run(
            ["wrk", "-t", str(threads), "-c", str(clients), "-d", f"{seconds}s", "--timeout", "10s",
             "-s", os.path.join(HERE, "questions.lua"), base],
            env={**os.environ, "QUESTIONS": file.name, "THREADS": str(threads)},
            check=True, capture_output=True, text=True).stdout
    figures = next(line for line in printed.splitlines() if line.startswith("FIGURES"))
    return [float(figure) for figure in figures.split()[1:]]


def main():
    base, pids = sys.argv[1].rstrip("/"), sys.argv[2:]
    print("| question | clients | answers a second | half within, ms | 99 % within, ms | refused (with Retry-After) | "
          "processor ms an answer |")
    print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
    for what, clients, lines in questions(base):
        apart = 400 if len(lines) > 1000 else len(lines) // 2  # asked before, so that the JIT has seen such
        run(base, clients, lines[len(lines) - apart:] or lines, WARM)
        rest = lines[:len(lines) - apart]
        before = spent(pids)
        good, refused, advised, other, seconds, half, most, _, errors = run(base, clients, rest, SECONDS)
        cost = 1000 * (spent(pids) - before)
        per = f"{cost / good:.2f}" if good else "-"
        if refused:
            per += f" ({cost / (good + refused):.2f} with refusals)"
        bad = f"; {int(other + errors)} failed" if other + errors else ""
        print(f"| {what} | {clients} | {good / seconds:.0f} | {half:.1f} | {most:.1f} | "
              f"{int(refused)} ({int(advised)}){bad} | {per} |", flush=True)


if __name__ == "__main__":
    main()
