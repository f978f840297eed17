"""What a results file of lm-evaluation-harness says of its tasks, worked out for groups from the leaves upwards."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Set, TypeVar

__all__ = ["Counts", "integer"]

T = TypeVar("T")

# The harness nests groups three deep.
_GENERATIONS = 20


class Counts:
    """Items and shots of tasks; of groups what their subtasks have together, where that can be known."""

    def __init__(self, tree: Dict[str, Any]):
        subtasks = _object(tree, "group_subtasks")
        self.groups = {group: [str(each) for each in listed] for group, listed in subtasks.items()
                       if isinstance(listed, list) and listed}
        effective: Dict[str, int] = {}
        original: Dict[str, int] = {}
        self._whole: Set[str] = set()
        self._partial: Set[str] = set()
        for task, told in _object(tree, "n-samples").items():
            seen = integer(told.get("effective")) if isinstance(told, dict) else None
            size = integer(told.get("original")) if isinstance(told, dict) else None
            if seen is not None and seen > 0:
                effective[task], original[task] = seen, max(seen, size or 0)
            if seen is not None and size is not None:
                (self._partial if seen < size else self._whole).add(task)
        self.run = self._upwards(effective, _sum)
        self.size = self._upwards(original, _sum)
        shots = {task: {count} for task, count in
                 ((task, integer(told)) for task, told in _object(tree, "n-shot").items())
                 if count is not None and count >= 0}
        leaves = {task: count for task, count in shots.items() if task not in self.groups}
        self._shots = {**shots, **self._upwards(leaves, lambda parts: set().union(*parts))}

    def shots(self, task: str) -> Optional[int]:
        """A group was run with what its subtasks were run with, where they agree, whatever the file says of it."""
        count = self._shots.get(task, set())
        return next(iter(count)) if len(count) == 1 else None

    def partial(self, tasks: Set[str], limited: bool, chosen: Set[str]) -> Set[str]:
        """Those tasks and groups of which only a part of the items was run.

        limited tells whether the run was told to see only some items, which a count may belie; chosen are tasks that are
        known to be partial from elsewhere.
        """
        told = self._whole | self._partial
        known = {task: task in chosen or task in self._partial or (limited and task not in self._whole)
                 for task in tasks | told if task in told or task not in self.groups}
        found = self._upwards(known, any)
        return {task for task in tasks if found.get(task, limited)}

    def _upwards(self, tasks: Dict[str, T], together: Callable[[List[T]], Optional[T]]) -> Dict[str, T]:
        """A generation a round, so that groups that hold themselves stay unknown."""
        known = dict(tasks)
        open_groups = {group: parts for group, parts in self.groups.items() if group not in known}
        for _ in range(_GENERATIONS):
            values = {group: together([known[each] for each in parts]) for group, parts in open_groups.items()
                      if all(each in known for each in parts)}
            found = {group: value for group, value in values.items() if value is not None}
            if not found:
                break
            known.update(found)
            open_groups = {group: parts for group, parts in open_groups.items() if group not in found}
        return known


def integer(value: Any) -> Optional[int]:
    """A whole number, which programs write as 5 or 5.0; None for everything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -(2**31) <= value < 2**31:
        return None
    return int(value) if value == int(value) else None


def _sum(counts: List[int]) -> Optional[int]:
    total = sum(counts)
    return total if total < 2**31 else None


def _object(tree: Dict[str, Any], key: str) -> Dict[str, Any]:
    value = tree.get(key)
    return value if isinstance(value, dict) else {}
