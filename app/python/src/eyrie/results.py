"""What a results file of lm-evaluation-harness, or of lighteval, says: scores with their setups, traits of the model."""

from __future__ import annotations

import json
import re
from datetime import datetime, timezone
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

from .counts import Counts, integer
from .evaluated import EvaluatedModel

__all__ = ["GENERAL", "HARNESS", "at", "filters", "is_more_better", "is_number", "measured", "part", "scores", "tasks",
           "traits"]

Fact = Dict[str, Any]
HARNESS = "lm-evaluation-harness"
_LIGHTEVAL = "lighteval"  # wrote the first Open LLM Leaderboard's files too
GENERAL = "config_general"  # where it says who is evaluated

# suite|task|shots, and a fourth field in some versions; task|shots from 0.12 on
_WITH_SHOTS = re.compile(r"(?:[^|]+\|)?[^|]+\|(\d{1,4})(?:\|\d+)?", re.ASCII)

# Backends that send messages, which the server puts into the chat template.
_CHAT = re.compile(r"(.*[-_])?chat([-_].*)?|litellm", re.IGNORECASE | re.DOTALL)

# This version noted a blank template whether it was used or not.
_DOUBTFUL = "0.4.4"

# Metrics between 0 and 1, mostly, of which less is better; files before 0.4.3 do not say so.
_LESS_IS_BETTER = {"bits_per_byte", "brier_score", "byte_perplexity", "likelihood_diff", "perplexity", "ter", "wer",
                   "word_perplexity"}

_NUMBER = re.compile(r"\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*", re.ASCII)

_TORCH = "torch."

_SHOWN = 80  # characters of what is quoted

# The year 10000, in seconds since 1970.
_END_OF_CALENDAR = 253_402_300_800


def tasks(tree: Fact) -> Dict[str, Dict[str, Any]]:
    """Every task and group, with its metrics as the file writes them."""
    found: Dict[str, Dict[str, Any]] = {}
    for key in ("results", "groups"):
        for task, metrics in part(tree, key).items():
            if isinstance(metrics, dict):
                found.setdefault(task, {}).update(metrics)
    if _is_lighteval(tree):
        found.pop("all", None)  # the mean over everything that was run
    return found


def filters(tree: Fact, task: str) -> List[str]:
    """In the order in which the harness applies them."""
    return list(dict.fromkeys(key.rpartition(",")[2] for key in tasks(tree).get(task, {}) if "," in key))


def scores(tree: Fact, model: EvaluatedModel, counts: Counts, note: Callable[[str], None]) -> Iterator[Fact]:
    """Every share of successes; what is no number is noted."""
    plain = _is_plain(tree)
    for task, metrics in tasks(tree).items():
        for key, told in metrics.items():
            # A metric's name may hold commas, a filter's never does.
            metric, comma, kept = (key, "", None) if plain else key.rpartition(",")
            value = _number(told)
            if metric.endswith("_stderr") or (not comma and (not plain or key == "sample_len")):
                continue
            if value is None:
                if not plain or not isinstance(told, str):  # without filters words stand among the figures
                    note(f"{task} {key} was left out: it is no number but {_described(told)}")
            elif _is_share(value) and is_more_better(tree, task, metric):
                stderr = _number(metrics.get(f"{metric}_stderr" + (f",{kept}" if comma else "")))
                yield measured(tree, model, (task, metric, kept), value, counts.run.get(task),
                                stderr if _is_share(stderr) else None, counts)


def _number(value: Any) -> Optional[float]:
    """Figures are numbers, and those of some libraries text."""
    if isinstance(value, str):
        return float(value) if _NUMBER.fullmatch(value) else None
    return value if is_number(value) else None


def _described(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= _SHOWN else f'{shown[:_SHOWN]}..."'


def _is_lighteval(tree: Fact) -> bool:
    return isinstance(tree.get(GENERAL), dict)


def _is_plain(tree: Fact) -> bool:
    """Whether figures have names without filters, as in files of lighteval and in those before 0.4."""
    return _is_lighteval(tree) or not any(
        "," in key for section in ("results", "groups") for metrics in part(tree, section).values()
        if isinstance(metrics, dict) for key in metrics)


def _shots(tree: Fact, task: str, counts: Counts) -> Optional[int]:
    named = _WITH_SHOTS.fullmatch(task) if _is_lighteval(tree) else None
    if named:
        return int(named.group(1))
    told = counts.shots(task)
    if told is None and _is_plain(tree):
        told = integer(at(tree, "config", "num_fewshot"))
    return told if told is not None and told >= 0 else None


def _chat_template(tree: Fact) -> Optional[bool]:
    if tree.get("fewshot_as_multiturn") is True:
        return True  # which the harness refuses to do without one
    backends = (at(tree, "config", "model"), tree.get("model_source"))
    if any(isinstance(name, str) and _CHAT.fullmatch(name) for name in backends):
        return True
    if "chat_template" not in tree:
        return None
    template = tree["chat_template"]
    blank = isinstance(template, str) and not template.strip()
    doubtful = blank and str(tree.get("lm_eval_version")).startswith(_DOUBTFUL)
    return None if doubtful else template is not None


def measured(tree: Fact, model: EvaluatedModel, key: Tuple[str, str, Optional[str]], value: float, items: Optional[int],
              stderr: Optional[float], counts: Counts) -> Fact:
    """A score with its setup."""
    task, metric, kept = key
    size = counts.size.get(task)
    version = "" if _is_lighteval(tree) else _text(tree.get("lm_eval_version")) or _text(tree.get("git_hash")) or ""
    harness = _LIGHTEVAL if _is_lighteval(tree) else HARNESS
    return {
        "kind": "score",
        "model": model.id,
        "benchmark": task,
        "metric": metric,
        "filter": kept,
        "harness": harness,
        "task_version": _version(at(tree, "versions", task)),
        "n_shot": _shots(tree, task, counts),
        "chat_template": _chat_template(tree),
        "value": value,
        "stderr": stderr,
        "items": items,
        "benchmark_items": size if size is not None and items is not None and size > items else None,
        "source": f"{harness} {version}".strip() + (f", model at {model.commit}" if model.commit else ""),
        "measured_at": _time(tree.get("date")),
    }


def traits(tree: Fact, folder: bool) -> Fact:
    """What the run lets conclude of the model: each counts only where the service knows nothing yet."""
    count, dtype = at(tree, "config", "model_num_parameters"), _text(at(tree, "config", "model_dtype"))
    # weights in four bits are stored two to a number: how many there were cannot be told
    packed = re.search(r"load_in_4bit\W*true", str(at(tree, "config", "model_args")).lower())
    return {
        "parameters": count if not packed and is_number(count) and 0 < count < 1e15 else None,
        "precision": dtype[len(_TORCH):] or None if dtype and dtype.startswith(_TORCH) else None,
        "chat_template": _chat_template(tree),
        "uploaded": (_time(tree.get("date")) or "")[:10] or None if folder else None,
    }


def is_more_better(tree: Fact, task: str, metric: str) -> bool:
    """Where the file does not say, unless the metric's name does."""
    told = at(tree, "higher_is_better", task, metric)
    return told if isinstance(told, bool) else metric not in _LESS_IS_BETTER


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_share(value: Any) -> bool:
    return is_number(value) and 0 <= value <= 1


def _text(value: Any) -> Optional[str]:
    return value.strip() or None if isinstance(value, str) else None


def _version(value: Any) -> Optional[str]:
    text = str(value) if is_number(value) else _text(value)
    return None if text in ("Yaml", "N/A") else text


def part(tree: Fact, key: str) -> Dict[str, Any]:
    value = tree.get(key)
    return value if isinstance(value, dict) else {}


def at(tree: Any, *keys: str) -> Any:
    for key in keys:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def _time(seconds: Any) -> Optional[str]:
    if not is_number(seconds) or not 0 < seconds < _END_OF_CALENDAR:
        return None
    return datetime.fromtimestamp(int(seconds), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
