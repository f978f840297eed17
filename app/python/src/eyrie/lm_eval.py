"""Results of lm-evaluation-harness as facts that the service takes."""

from __future__ import annotations

import json
import math
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Union

Fact = Dict[str, Any]
HARNESS = "lm-evaluation-harness"


class NotUsable(ValueError):
    """A file is no results file, or its scores cannot be compared with others."""


def facts(path: Union[str, Path], model_id: Optional[str] = None, allow_partial: bool = False) -> Iterator[Fact]:
    """Every score in a results file, or in all of those under a folder.

    Scores differ between task versions, numbers of shots, filters and chat templates, so each fact says its own.
    What is no share of successes, such as perplexity, is left out.
    """
    files = _files(Path(path))
    if not files:
        raise NotUsable(f"There is no results_<time>.json under {path}")
    for file in files:
        yield from _of(file, model_id, allow_partial)


def _files(path: Path) -> List[Path]:
    if path.is_dir():
        return sorted(path.rglob("results_*.json"))
    if not path.exists():
        raise NotUsable(f"There is no file {path}")
    return [path]


def _of(file: Path, model_id: Optional[str], allow_partial: bool) -> Iterator[Fact]:
    try:
        tree = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as broken:
        raise NotUsable(f"{file} is damaged or no JSON: {broken}") from broken
    if not isinstance(tree, dict) or not isinstance(tree.get("results"), dict):
        raise NotUsable(f'{file} has no object "results": this is not a results file of {HARNESS}')
    model = model_id or _model(tree)
    if not model:
        raise NotUsable(f"{file} does not say which model this is. Name it with model_id")
    if _is_partial(tree) and not allow_partial:
        raise NotUsable(
            f"{file} saw only a part of the items, so that its scores cannot be compared. "
            "Take it all the same with allow_partial=True"
        )
    tasks: Dict[str, Dict[str, Any]] = {}
    for part in ("results", "groups"):
        for task, metrics in (tree.get(part) or {}).items():
            if isinstance(metrics, dict):
                tasks.setdefault(task, {}).update(metrics)
    for task, metrics in tasks.items():
        for key, value in metrics.items():
            fact = _score(tree, model, task, metrics, key, value)
            if fact:
                yield fact


def _score(tree: Fact, model: str, task: str, metrics: Fact, key: str, value: Any) -> Optional[Fact]:
    metric, comma, kept = key.rpartition(",")  # a metric's name may hold commas, a filter's never does
    if not comma or metric.endswith("_stderr") or not _is_share(value):
        return None
    if _at(tree, "higher_is_better", task, metric) is False:
        return None
    version = _at(tree, "versions", task)
    stderr = metrics.get(f"{metric}_stderr,{kept}")
    fact = {
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
        "stderr": stderr if _is_share(stderr) else None,
        "items": _at(tree, "n-samples", task, "effective"),
        "source": f"{HARNESS} {tree.get('lm_eval_version') or tree.get('git_hash') or ''}".strip(),
        "measured_at": _time(tree.get("date")),
    }
    return {name: each for name, each in fact.items() if each is not None}


def _model(tree: Fact) -> Optional[str]:
    arguments = _at(tree, "config", "model_args")
    if isinstance(arguments, str):
        arguments = dict(pair.strip().split("=", 1) for pair in arguments.split(",") if "=" in pair)
    if isinstance(arguments, dict):
        for key in ("pretrained", "model"):
            if arguments.get(key):
                return str(arguments[key]).strip()
    name = tree.get("model_name")
    return name.strip() if isinstance(name, str) and name.strip() else None


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
