"""Results and samples of lm-evaluation-harness as facts that the service takes."""

from __future__ import annotations

import json
import re
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple, Union

from . import names, samples
from .samples import NotUsable

__all__ = ["NotUsable", "facts"]

Fact = Dict[str, Any]
HARNESS = "lm-evaluation-harness"

_LIGHTEVAL = "lighteval"  # wrote the first Open LLM Leaderboard's files too
_GENERAL = "config_general"  # where it says who is evaluated

# suite|task|shots, and a fourth field in some versions
_WITH_SHOTS = re.compile(r"[^|]+\|[^|]+\|(\d{1,4})(?:\|.*)?", re.DOTALL)
_RESULTS = re.compile(r"results(?:_(.+))?\.json")
_SAMPLES = re.compile(r"samples_(.+)_([^_]+)\.jsonl(?:\.gz)?")

# Where the harness looks itself, in this order: an adapter is named beside the model it is applied to.
_ARGUMENTS = ("peft", "delta", "pretrained", "model", "path", "engine")

# The service refuses longer lines; items of what would be longer go in a line each.
_MAX_LINE = 1_900_000

_TORCH = "torch."

# The harness nests groups three deep.
_GENERATIONS = 20

# The year 10000, in seconds since 1970.
_END_OF_CALENDAR = 253_402_300_800


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
    for file in sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]:
        results, sampled = _RESULTS.fullmatch(file.name), _SAMPLES.fullmatch(file.name)
        if sampled:
            runs.setdefault((str(file.parent), sampled.group(2)), _Run(None, [])).samples.append(file)
        elif results or (file == path and file.suffix == ".json"):
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
    scores = {(fact["benchmark"], fact["metric"], fact["filter"]): fact for fact in _scores(tree, model, file)}
    for sampled in [] if partial else run.samples:
        match = _SAMPLES.fullmatch(sampled.name)
        task = match.group(1) if match else sampled.name
        for outcomes in samples.read(sampled):
            if not _is_more_better(tree, task, outcomes.metric):
                continue
            key = (task, outcomes.metric, outcomes.filter)
            seen = len(outcomes.value)
            share = outcomes.value.count("1") / seen
            fact = scores.setdefault(key, _measured(tree, model, key, share, seen, None))
            fact["outcomes"], fact["item_names"] = outcomes.value, outcomes.names
    for fact in scores.values():
        yield from _lines({name: each for name, each in fact.items() if each is not None})
    traits = {name: each for name, each in _traits(tree).items() if each is not None}
    if traits:
        yield {"kind": "traits", "id": model, **traits}


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
        tree = samples.parsed(file.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as broken:
        raise NotUsable(f"{file} is damaged or no JSON: {broken}") from broken
    if not isinstance(tree, dict) or not isinstance(tree.get("results"), dict):
        raise NotUsable(f'{file} has no object "results": this is not a results file of {HARNESS}')
    return tree


def _scores(tree: Fact, model: str, file: Path) -> Iterator[Fact]:
    tasks: Dict[str, Dict[str, Any]] = {}
    for part in ("results", "groups"):
        for task, metrics in _object(tree, part).items():
            if isinstance(metrics, dict):
                tasks.setdefault(task, {}).update(metrics)
    if _is_lighteval(tree):
        tasks.pop("all", None)  # the mean over everything that was run
    items = _items(tree)
    for task, metrics in tasks.items():
        if _is_plain(tree):
            yield from _plain(tree, model, task, metrics, items.get(task))
            continue
        for key, value in metrics.items():
            metric, comma, kept = key.rpartition(",")  # a metric's name may hold commas, a filter's never does
            if not comma or metric.endswith("_stderr"):
                continue
            if not _is_number(value):
                raise NotUsable(f"{file}: {task} {key} must be a number, not {value!r}")
            if _is_share(value) and _is_more_better(tree, task, metric):
                stderr = metrics.get(f"{metric}_stderr,{kept}")
                yield _measured(tree, model, (task, metric, kept), value, items.get(task),
                                stderr if _is_share(stderr) else None)


def _plain(tree: Fact, model: str, task: str, metrics: Dict[str, Any], items: Optional[int]) -> Iterator[Fact]:
    """Figures that have names without filters."""
    for metric, value in metrics.items():
        if metric.endswith("_stderr") or metric == "sample_len":
            continue
        if _is_share(value) and _is_more_better(tree, task, metric):
            stderr = metrics.get(f"{metric}_stderr")
            yield _measured(tree, model, (task, metric, None), value, items, stderr if _is_share(stderr) else None)


def _is_lighteval(tree: Fact) -> bool:
    return isinstance(tree.get(_GENERAL), dict)


def _is_plain(tree: Fact) -> bool:
    """Whether figures have names without filters, as in files of lighteval and in those before 0.4."""
    return _is_lighteval(tree) or not any(
        "," in key for part in ("results", "groups") for metrics in _object(tree, part).values()
        if isinstance(metrics, dict) for key in metrics)


def _shots(tree: Fact, task: str) -> Optional[int]:
    named = _WITH_SHOTS.fullmatch(task) if _is_lighteval(tree) else None
    if named:
        return int(named.group(1))
    shots = _integer(_at(tree, "n-shot", task))
    if shots is None and _is_plain(tree):
        shots = _integer(_at(tree, "config", "num_fewshot"))
    return shots if shots is not None and shots >= 0 else None


def _measured(tree: Fact, model: str, key: Tuple[str, str, Optional[str]], value: float, items: Optional[int],
              stderr: Optional[float]) -> Fact:
    task, metric, kept = key
    version = "" if _is_lighteval(tree) else _text(tree.get("lm_eval_version")) or _text(tree.get("git_hash")) or ""
    harness = _LIGHTEVAL if _is_lighteval(tree) else HARNESS
    return {
        "kind": "score",
        "model": model,
        "benchmark": task,
        "metric": metric,
        "filter": kept,
        "harness": harness,
        "task_version": _version(_at(tree, "versions", task)),
        "n_shot": _shots(tree, task),
        "chat_template": (tree["chat_template"] is not None) if "chat_template" in tree else None,
        "value": value,
        "stderr": stderr,
        "items": items,
        "source": f"{harness} {version}".strip(),
        "measured_at": _time(tree.get("date")),
    }


def _traits(tree: Fact) -> Fact:
    """What the run lets conclude of the model: each counts only where the service knows nothing yet."""
    count, dtype = _at(tree, "config", "model_num_parameters"), _text(_at(tree, "config", "model_dtype"))
    # weights in four bits are stored two to a number: how many there were cannot be told
    packed = re.search(r"load_in_4bit\W*true", str(_at(tree, "config", "model_args")).lower())
    local = (_model(tree) or "").startswith("local:")
    templated = (tree["chat_template"] is not None) if "chat_template" in tree else None
    return {
        "parameters": count if not packed and _is_number(count) and 0 < count < 1e15 else None,
        "precision": dtype[len(_TORCH):] or None if dtype and dtype.startswith(_TORCH) else None,
        "chat_template": True if tree.get("fewshot_as_multiturn") is True else templated,
        "uploaded": (_time(tree.get("date")) or "")[:10] or None if local else None,
    }


def _items(tree: Fact) -> Dict[str, int]:
    """Number of items of tasks, and of groups those of their subtasks together, where it can be known.

    Worked out from the leaves upwards, a generation a round, so that groups that hold themselves stay unknown.
    """
    said = {task: _integer(_at(each, "effective")) for task, each in _object(tree, "n-samples").items()}
    counts = {task: count for task, count in said.items() if count is not None and count > 0}
    groups = {group: subtasks for group, subtasks in _object(tree, "group_subtasks").items()
              if isinstance(subtasks, list) and subtasks and group not in counts}
    for _ in range(_GENERATIONS):
        found = {group: sum(counts[each] for each in subtasks) for group, subtasks in groups.items()
                 if all(isinstance(each, str) and each in counts for each in subtasks)}
        found = {group: count for group, count in found.items() if count < 2**31}
        if not found:
            break
        counts.update(found)
        groups = {group: subtasks for group, subtasks in groups.items() if group not in found}
    return counts


def _model(tree: Fact) -> Optional[str]:
    """What the harness was told to evaluate, else the name it gives the run unless that is made up."""
    arguments = _at(tree, "config", "model_args")
    if isinstance(arguments, str):
        arguments = dict(pair.strip().split("=", 1) for pair in arguments.split(",") if "=" in pair)
    if isinstance(arguments, dict):
        for key in _ARGUMENTS:
            told = _text(arguments.get(key))
            if told:
                return _id(told)
    general = _text(_at(tree, _GENERAL, "model_name"))
    if general:
        return _id(general)
    name = _text(tree.get("model_name"))
    return None if name is None or re.fullmatch("[a-z0-9]{8}", name) else _id(name)


def _id(name: str) -> Optional[str]:
    """The name of a model in the service's graph; None where it is no name."""
    try:
        return names.read(name).id
    except ValueError:
        return None


def _is_partial(tree: Fact) -> bool:
    """Whether the run was told to see only some items, or says of a task that it did."""
    return _is_number(_at(tree, "config", "limit")) or _is_number(_at(tree, _GENERAL, "max_samples")) or any(
        _is_number(_at(each, "effective")) and _is_number(_at(each, "original")) and each["effective"] < each["original"]
        for each in _object(tree, "n-samples").values()
    )


def _is_more_better(tree: Fact, task: str, metric: str) -> bool:
    return _at(tree, "higher_is_better", task, metric) is not False


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_share(value: Any) -> bool:
    return _is_number(value) and 0 <= value <= 1


def _integer(value: Any) -> Optional[int]:
    """A whole number, which programs write as 5 or 5.0; None for everything else."""
    if not _is_number(value) or not -(2**31) <= value < 2**31:
        return None
    return int(value) if value == int(value) else None


def _text(value: Any) -> Optional[str]:
    return value.strip() or None if isinstance(value, str) else None


def _version(value: Any) -> Optional[str]:
    text = str(value) if _is_number(value) else _text(value)
    return None if text in ("Yaml", "N/A") else text


def _object(tree: Fact, key: str) -> Dict[str, Any]:
    value = tree.get(key)
    return value if isinstance(value, dict) else {}


def _at(tree: Any, *keys: str) -> Any:
    for key in keys:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def _time(seconds: Any) -> Optional[str]:
    if not _is_number(seconds) or not 0 < seconds < _END_OF_CALENDAR:
        return None
    return datetime.fromtimestamp(int(seconds), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
