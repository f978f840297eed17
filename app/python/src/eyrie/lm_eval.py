"""Results and samples of lm-evaluation-harness as facts that the service takes."""

from __future__ import annotations

import json
import math
import re
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple, Union

from . import samples
from .samples import NotUsable

__all__ = ["NotUsable", "facts"]

Fact = Dict[str, Any]
HARNESS = "lm-evaluation-harness"
_RESULTS = re.compile(r"results(?:_(.+))?\.json")
_SAMPLES = re.compile(r"samples_(.+)_([^_]+)\.jsonl(?:\.gz)?")

# Where the harness looks itself, in this order: an adapter is named beside the model it is applied to.
_ARGUMENTS = ("peft", "delta", "pretrained", "model", "path", "engine")

# The service refuses longer lines; items of what would be longer go in a line each.
_MAX_LINE = 1_900_000


class _Run(NamedTuple):
    """Files of one run: same folder, same time in the name."""

    results: Optional[Path]
    samples: List[Path]


def facts(path: Union[str, Path], model_id: Optional[str] = None, allow_partial: bool = False) -> Iterator[Fact]:
    """Every score in a results file, or in all of those under a folder, with what became of every item where samples
    lie beside it.

    Scores differ between task versions, numbers of shots, filters and chat templates, so each fact says its own.
    What is no share of successes, such as perplexity, is left out. Partial runs are taken without their items.
    """
    runs = _runs(Path(path))
    if not runs:
        raise NotUsable(f"There is no results_<time>.json or samples_<task>_<time>.jsonl under {path}")
    for run in runs:
        yield from _of(run, model_id, allow_partial)


def _runs(path: Path) -> List[_Run]:
    if not path.exists():
        raise NotUsable(f"There is no file {path}")
    runs: Dict[Tuple[str, str], _Run] = {}
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        results, sampled = _RESULTS.fullmatch(file.name), _SAMPLES.fullmatch(file.name)
        if sampled:
            runs.setdefault((str(file.parent), sampled.group(2)), _Run(None, [])).samples.append(file)
        elif results or file == path:
            key = (str(file.parent), results.group(1) if results and results.group(1) else file.name)
            runs[key] = _Run(file, runs[key].samples if key in runs else [])
    return [runs[key] for key in sorted(runs)]


def _of(run: _Run, model_id: Optional[str], allow_partial: bool) -> Iterator[Fact]:
    tree = _tree(run.results) if run.results else {}
    file = run.results or run.samples[0]
    model = model_id or _model(tree)
    if not model:
        raise NotUsable(f"{file} does not say which model this is. Name it with model_id")
    partial = _is_partial(tree)
    if partial and not allow_partial:
        raise NotUsable(
            f"{file} saw only a part of the items, so that its scores cannot be compared. "
            "Take it all the same with allow_partial=True"
        )
    scores = {(fact["benchmark"], fact["metric"], fact["filter"]): fact for fact in _scores(tree, model)}
    for sampled in [] if partial else run.samples:
        match = _SAMPLES.fullmatch(sampled.name)
        task = match.group(1) if match else sampled.name
        for outcomes in samples.read(sampled):
            key = (task, outcomes.metric, outcomes.filter)
            seen = len(outcomes.value)
            share = outcomes.value.count("1") / seen
            fact = scores.setdefault(key, _measured(tree, model, key, share, seen, None))
            fact["outcomes"], fact["item_names"] = outcomes.value, outcomes.names
    for fact in scores.values():
        yield from _lines({name: each for name, each in fact.items() if each is not None})


def _lines(fact: Fact) -> Iterator[Fact]:
    if "item_names" not in fact or len(json.dumps(fact)) <= _MAX_LINE:
        yield fact
        return
    outcomes, names = fact.pop("outcomes"), fact.pop("item_names")
    yield fact
    setup = {key: each for key, each in fact.items() if key not in ("value", "stderr", "items", "source", "measured_at")}
    for name, outcome in zip(names, outcomes):
        yield {**setup, "kind": "item", "item": name, "value": int(outcome)}


def _tree(file: Path) -> Fact:
    try:
        tree = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as broken:
        raise NotUsable(f"{file} is damaged or no JSON: {broken}") from broken
    if not isinstance(tree, dict) or not isinstance(tree.get("results"), dict):
        raise NotUsable(f'{file} has no object "results": this is not a results file of {HARNESS}')
    return tree


def _scores(tree: Fact, model: str) -> Iterator[Fact]:
    tasks: Dict[str, Dict[str, Any]] = {}
    for part in ("results", "groups"):
        for task, metrics in (tree.get(part) or {}).items():
            if isinstance(metrics, dict):
                tasks.setdefault(task, {}).update(metrics)
    for task, metrics in tasks.items():
        for key, value in metrics.items():
            metric, comma, kept = key.rpartition(",")  # a metric's name may hold commas, a filter's never does
            if not comma or metric.endswith("_stderr") or not _is_share(value):
                continue
            if _at(tree, "higher_is_better", task, metric) is not False:
                stderr = metrics.get(f"{metric}_stderr,{kept}")
                yield _measured(tree, model, (task, metric, kept), value, _items(tree, task),
                                stderr if _is_share(stderr) else None)


def _measured(tree: Fact, model: str, key: Tuple[str, str, str], value: float, items: Optional[int],
              stderr: Optional[float]) -> Fact:
    task, metric, kept = key
    version = _at(tree, "versions", task)
    return {
        "kind": "score",
        "model": model,
        "benchmark": task,
        "metric": metric,
        "filter": kept,
        "harness": HARNESS,
        "task_version": None if version in (None, "Yaml", "N/A") else str(version),
        "n_shot": _at(tree, "n-shot", task),
        "chat_template": (tree["chat_template"] is not None) if "chat_template" in tree else None,
        "value": value,
        "stderr": stderr,
        "items": items,
        "source": f"{HARNESS} {tree.get('lm_eval_version') or tree.get('git_hash') or ''}".strip(),
        "measured_at": _time(tree.get("date")),
    }


def _items(tree: Fact, task: str) -> Optional[int]:
    """Number of items of a task, of a group that of its subtasks together; None where the file does not say."""
    effective = _at(tree, "n-samples", task, "effective")
    if isinstance(effective, int) and effective > 0:
        return effective
    subtasks = _at(tree, "group_subtasks", task)
    counts = [_items(tree, each) for each in subtasks if each != task] if isinstance(subtasks, list) else []
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


def _model(tree: Fact) -> Optional[str]:
    """What the harness was told to evaluate, else the name it gives the run unless that is made up."""
    arguments = _at(tree, "config", "model_args")
    if isinstance(arguments, str):
        arguments = dict(pair.strip().split("=", 1) for pair in arguments.split(",") if "=" in pair)
    if isinstance(arguments, dict):
        for key in _ARGUMENTS:
            if arguments.get(key):
                return _id(str(arguments[key]).strip())
    name = tree.get("model_name")
    made_up = not isinstance(name, str) or not name.strip() or re.fullmatch("[a-z0-9]{8}", name)
    return None if made_up else _id(str(name).strip())


def _id(name: str) -> Optional[str]:
    """The name of a model; of a folder on a disk its last part, marked as such."""
    if not (name.startswith(("/", ".", "~")) or "\\" in name or name.count("/") > 1):
        return name
    parts = [part.strip() for part in re.split(r"[\\/]", name)]
    return next((f"local:{part}" for part in reversed(parts) if part and not part.startswith(".")), None)


def _is_partial(tree: Fact) -> bool:
    if isinstance(_at(tree, "config", "limit"), (int, float)):
        return True
    counts = tree.get("n-samples") or {}
    return any(
        isinstance(each, dict) and each.get("effective", 0) < each.get("original", 0) for each in counts.values()
    )


def _is_share(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value) and 0 <= value <= 1


def _at(tree: Any, *keys: str) -> Any:
    for key in keys:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def _time(seconds: Any) -> Optional[str]:
    if not isinstance(seconds, (int, float)) or not seconds > 0:
        return None
    return datetime.fromtimestamp(int(seconds), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
