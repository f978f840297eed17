"""Results and samples of lm-evaluation-harness as facts that the service takes."""

from __future__ import annotations

import json
import math
import re
import warnings
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Set, Tuple, Union

from . import evaluated, results, samples
from .counts import Counts
from .samples import NotUsable

__all__ = ["LeftOutWarning", "NotUsable", "facts"]

Fact = Dict[str, Any]
_RESULTS = re.compile(r"results(?:_(.+))?\.json")
_SAMPLES = re.compile(r"samples_(.+)_([^_]+)\.jsonl(?:\.gz)?")

_TIMED = re.compile(r".+_(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:\.\d+)?)\.json", re.ASCII)

# How results begin whose file has another name.
_START = re.compile(r"\ufeff?\s*\{\s*\"(results|config_general)\"\s*:\s*\{")

# The service refuses longer lines; items of what would be longer go in a line each.
_MAX_LINE = 1_900_000


class LeftOutWarning(UserWarning):
    """Something in the files was not taken; the rest was."""


class _Run(NamedTuple):
    """Files of one run: same folder, same time in the name."""

    results: Optional[Path]
    samples: List[Path]


def facts(path: Union[str, Path], model_id: Optional[str] = None, allow_partial: bool = False) -> Iterator[Fact]:
    """Every score in a results file, or in all of those under a folder, with what became of every item where samples
    lie beside it.

    Scores differ between task versions, numbers of shots, filters and chat templates, so each fact says its own.
    What is no share of successes, such as perplexity, is left out; of results that are no numbers, and of items and
    scores of which nothing says what they are of, a LeftOutWarning tells. Runs over a part of the items are taken where samples
    say which those were, and without allow_partial only there.
    """
    runs = _runs(Path(path))
    if not runs:
        raise NotUsable(f"There is no results_<time>.json or samples_<task>_<time>.jsonl under {path}")
    partial: Dict[Tuple[Any, ...], Fact] = {}
    for run in runs:
        trees = _each_adapter(_tree(run.results), run.results, model_id) if run.results else [{}]
        for tree in trees:
            last = tree is trees[-1]
            yield from _of(tree, _Run(run.results, run.samples if last else []), model_id, allow_partial, partial)
    for fact in partial.values():
        yield from _lines(fact)


def _runs(path: Path) -> List[_Run]:
    if not path.exists():
        raise NotUsable(f"There is no file {path}")
    runs: Dict[Tuple[str, str], _Run] = {}
    for file in sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]:
        found, sampled = _RESULTS.fullmatch(file.name), _SAMPLES.fullmatch(file.name)
        if sampled:
            runs.setdefault((str(file.parent), sampled.group(2)), _Run(None, [])).samples.append(file)
        elif found or (file.suffix == ".json" and (file == path or _looks_like_results(file))):
            timed = _TIMED.fullmatch(file.name)
            told = found.group(1) if found else timed.group(1) if timed else None
            key = (str(file.parent), told or file.name)
            runs[key] = _Run(file, runs[key].samples if key in runs else [])
    return [runs[key] for key in sorted(runs)]


def _looks_like_results(file: Path) -> bool:
    with file.open("rb") as start:
        return bool(_START.match(start.read(200).decode("utf-8", "replace")))


def _each_adapter(tree: Fact, file: Path, model_id: Optional[str]) -> List[Fact]:
    """What a file says of each adapter by itself, where several were put on one model; the last one's stands alone."""
    told = evaluated.arguments(results.at(tree, "config", "model_args"))
    last = (evaluated.listed(told, "peft_list") or [""])[-1]
    kept = {key: told[key] for key in ("pretrained", "revision") if key in told}
    others = [{**tree, **own, "config": {**results.part(tree, "config"), "model_args": {"peft": adapter, **kept}}}
              for adapter, own in results.part(tree, "adapter_results").items()
              if adapter != last and isinstance(results.at(own, "results"), dict)]
    if others and model_id:
        raise NotUsable(f"{file} has results of {len(others) + 1} adapters, which cannot all be {model_id}: "
                        "let the file name them")
    return others + [tree]


def _of(tree: Fact, run: _Run, model_id: Optional[str], allow_partial: bool,
        gathered: Dict[Tuple[Any, ...], Fact]) -> Iterator[Fact]:
    file = run.results or run.samples[0]
    found = evaluated.of(tree, model_id)
    if not found:
        raise NotUsable(f"{file} does not say which model this is. Name it with model_id")
    counts = Counts(tree)
    partial = _partial(tree, counts, set())

    def note(text: str) -> None:
        warnings.warn(f"{file}: {text}", LeftOutWarning, stacklevel=2)

    scores = {(fact["benchmark"], fact["metric"], fact["filter"]): fact
              for fact in results.scores(tree, found, counts, note)}
    chosen = set()
    for sampled in run.samples:
        match = _SAMPLES.fullmatch(sampled.name)
        task = match.group(1) if match else sampled.name
        for outcomes in samples.read(sampled, results.filters(tree, task)):
            if not results.is_more_better(tree, task, outcomes.metric):
                continue
            key = (task, outcomes.metric, outcomes.filter)
            part = _sampled_part(task in partial, scores.get(key), outcomes)
            if part == "unknown":
                note(f"{task} {outcomes.metric},{outcomes.filter}: its samples are {len(outcomes.value)} of its items and "
                     "do not say which, so they were left out")
                continue
            if part == "chosen":
                chosen.add(task)
            _join(scores, key, part, outcomes, tree, found, counts)
    unidentified = sorted({task for task, _, _ in scores if task in partial and task not in counts.groups}
                          - {key[0] for key, fact in scores.items() if "outcomes" in fact})
    if unidentified and not allow_partial:
        raise NotUsable(
            f"{file} saw only a part of the items of {', '.join(unidentified)}, so that its scores cannot be compared, "
            "and no samples beside it say which items those were (log_samples writes them). "
            "Take it all the same with allow_partial=True"
        )
    parts = _partial(tree, counts, chosen)
    for (task, _, _), fact in scores.items():
        if task in parts and "outcomes" in fact:
            _gather(gathered, _known(fact), file)
        elif task not in parts or allow_partial:
            yield from _lines(_known(fact))
        else:
            note(f"{task} {fact['metric']},{fact['filter']} was left out: it is of a part of the items, and nothing says "
                 "which")
    yield from found.ties
    traits = _known(results.traits(tree, found.folder))
    if traits:
        yield {"kind": "traits", "id": found.id, **traits}


def _partial(tree: Fact, counts: Counts, chosen: Set[str]) -> Set[str]:
    """A limit above the number of items leaves none out."""
    limits = results.at(tree, "config", "limit"), results.at(tree, results.GENERAL, "max_samples")
    return counts.partial(set(results.tasks(tree)), any(map(results.is_number, limits)), chosen)


def _sampled_part(partial: bool, known: Optional[Fact], outcomes: samples.Outcomes) -> str:
    """Which items samples are of: all that the score is of, or some of them that have names; those that were "chosen";
    "unknown" ones.

    Versions 0.4.9 to 0.4.11 count all items of a task even where they ran chosen ones; what gives those runs away is a
    standard error that is that of so few items as there are samples. Otherwise the file of samples was cut short.
    """
    if partial:
        return "unknown" if outcomes.names is None else "chosen"
    seen = len(outcomes.value)
    if not known or known["items"] is None or seen >= known["items"]:
        return "all"
    if outcomes.names is None:
        return "unknown"
    share, stderr = outcomes.value.count("1") / seen, known["stderr"]
    expected = math.sqrt(share * (1 - share) / (seen - 1)) if seen > 1 else 0
    chosen = abs(known["value"] - share) < 1e-9 and stderr is not None and 0 < expected and abs(stderr - expected) < 1e-6
    return "chosen" if chosen else "all"


def _join(scores: Dict[Tuple[str, str, Optional[str]], Fact], key: Tuple[str, str, str], part: str,
          outcomes: samples.Outcomes, tree: Fact, model: evaluated.EvaluatedModel, counts: Counts) -> None:
    seen = len(outcomes.value)
    fact = scores.get(key)
    if fact is None or part == "chosen":
        share = outcomes.value.count("1") / seen
        fact = scores[key] = results.measured(tree, model, key, share, seen, fact["stderr"] if fact else None, counts)
    size = counts.size.get(key[0])
    fact["benchmark_items"] = size if size is not None and size > seen else None
    fact["outcomes"], fact["item_names"] = outcomes.value, outcomes.names


def _gather(gathered: Dict[Tuple[Any, ...], Fact], fact: Fact, file: Path) -> None:
    """Runs of chosen items of one model on one benchmark are one run of the items of all."""
    setup = ("model", "benchmark", "metric", "filter", "task_version", "n_shot", "chat_template")
    key = tuple(fact.get(each) for each in setup)
    before = gathered.get(key)
    items = dict(zip(before["item_names"], before["outcomes"])) if before else {}
    for name, outcome in zip(fact["item_names"], fact["outcomes"]):
        if items.setdefault(name, outcome) != outcome:
            raise NotUsable(f"{file}: the item {name} of {fact['benchmark']} stands twice with different outcomes: "
                            "keep one of the runs")
    if before:
        names = sorted(items)
        value = "".join(items[name] for name in names)
        fact = {**fact, "outcomes": value, "item_names": names, "items": len(value),
                "value": value.count("1") / len(value)}
        if len(value) > len(before["outcomes"]):
            fact.pop("stderr", None)
    gathered[key] = fact


def _known(fact: Fact) -> Fact:
    return {name: each for name, each in fact.items() if each is not None}


def _lines(fact: Fact) -> Iterator[Fact]:
    if "item_names" not in fact or len(json.dumps(fact)) <= _MAX_LINE:
        yield fact
        return
    outcomes, names = fact.pop("outcomes"), fact.pop("item_names")
    yield fact
    apart = ("value", "stderr", "items", "benchmark_items", "source", "measured_at")
    setup = {key: each for key, each in fact.items() if key not in apart}
    for name, outcome in zip(names, outcomes):
        yield {**setup, "kind": "item", "item": name, "value": int(outcome)}


def _tree(file: Path) -> Fact:
    try:
        tree = samples.parsed(file.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as broken:
        raise NotUsable(f"{file} is damaged or no JSON: {broken}") from broken
    if not isinstance(tree, dict) or not isinstance(tree.get("results"), dict):
        raise NotUsable(f'{file} has no object "results": this is not a results file of {results.HARNESS}')
    return tree
