"""Evaluates the merges of a search that workers evaluate: takes orders, asks a function, sends what it says."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Sequence, Union

from .client import Eyrie
from .errors import EyrieError


class CannotEvaluate(Exception):
    """Raised by an evaluating function where a merge is at fault, such as one whose weights are not finite: the order
    is answered as failed, the merge is not tried again, nothing is paid. Whatever else it raises ends the worker, and
    somebody else gets the order when the lease is over."""


@dataclass(frozen=True)
class Item:
    """What a merge is asked: item is its place in the search, name what it is known by within its task. prompt and
    answer are None where a harness has them; number is then the place among its documents, as --samples takes it."""

    item: int
    task: str
    name: str
    prompt: Optional[str] = None
    answer: Optional[str] = None
    number: Optional[int] = None


@dataclass(frozen=True)
class Order:
    """A merge to make and the items to ask it. text is the program for "eyrie merge --program"; mergekit the same merge
    as a configuration of mergekit, None where that has no counterpart."""

    number: int
    program: str
    text: str
    base: str
    parents: List[str]
    mergekit: Optional[str]
    items: List[Item]

    @classmethod
    def of(cls, answer: Mapping[str, Any]) -> "Order":
        """An order as the service says it."""
        items = [Item(**{key: each.get(key) for key in ("item", "task", "name", "prompt", "answer", "number")})
                 for each in answer["items"]]
        return cls(answer["number"], answer["program"], answer["text"], answer["base"], list(answer["parents"]),
                   answer.get("mergekit"), items)

    def samples(self) -> Dict[str, List[int]]:
        """The items as --samples of lm-evaluation-harness takes them: numbers by task, in order, each once."""
        numbers: Dict[str, set] = {}
        for each in self.items:
            if each.number is None:
                raise ValueError("These items are no documents of a harness: they have prompt and answer")
            numbers.setdefault(each.task, set()).add(each.number)
        return {task: sorted(found) for task, found in sorted(numbers.items())}

    def merge(self, out: Union[str, Path], folders: Mapping[str, Union[str, Path]],
              command: Sequence[str] = ("eyrie",)) -> Path:
        """Makes the merge with "eyrie merge" on this machine. folders: where base and parents lie, by their names."""
        missing = [name for name in [self.base, *self.parents] if name not in folders]
        if missing:
            raise ValueError(f"folders must say where these lie: {', '.join(missing)}")
        with tempfile.TemporaryDirectory() as place:
            program = Path(place) / "program.merge"
            program.write_text(self.text, encoding="utf-8")
            words = [*command, "merge", "--program", str(program), "--base", str(folders[self.base]), "--out", str(out)]
            for parent in self.parents:
                words += ["--parent", str(folders[parent])]
            done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0:
            shutil.rmtree(out, ignore_errors=True)
            raise CannotEvaluate(f"eyrie merge: {done.stdout.strip()[-1500:]}")
        return Path(out)


Evaluate = Callable[[Order], Iterable[bool]]


class Worker:
    """A worker of a search. evaluate gets an order and says of each of its items, in their order, whether the merge
    solved it. name: for whoever looks who has what. batch: orders taken at once. lease_seconds: how long one may take;
    afterwards others get what was not answered, and the first answer counts. patience: seconds for which a service
    that does not answer, such as one that starts again, is asked once more."""

    def __init__(self, eyrie: Eyrie, search: str, evaluate: Evaluate, name: Optional[str] = None, batch: int = 1,
                 lease_seconds: int = 900, patience: float = 600.0) -> None:
        self._eyrie = eyrie
        self._path = f"/developments/{search}"
        self._evaluate = evaluate
        self.name = name or f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:6]}"
        self._ask = {"worker": self.name, "count": batch, "seconds": lease_seconds}
        self._patience = patience

    def run(self, most: Optional[int] = None) -> int:
        """Works until the search is stopped or finished and no finalist of it waits for its test, or so many orders are
        answered; says how many were."""
        done = 0
        while most is None or done < most:
            work = self._patiently(self._path + "/leases", self._ask)
            if work["state"] != "OPEN" and not work["orders"]:
                return done
            for answer in work["orders"]:
                self._patiently(self._path + "/outcomes", {"answers": [self._answered(Order.of(answer))]})
                done += 1
            if not work["orders"]:
                time.sleep(work["seconds"])
        return done

    def _answered(self, order: Order) -> Dict[str, Any]:
        try:
            solved = [bool(one) for one in self._evaluate(order)]
        except CannotEvaluate as failed:
            return {"number": order.number, "failure": str(failed)[:2000] or "It cannot be evaluated"}
        if len(solved) != len(order.items):
            raise ValueError(f"evaluate must say of each of {len(order.items)} items whether it was solved, "
                             f"and said so of {len(solved)}")
        return {"number": order.number,
                "items": [{"item": item.item, "solved": one} for item, one in zip(order.items, solved)]}

    def _patiently(self, path: str, body: Any) -> Any:
        last = time.monotonic() + self._patience
        pause = 0.5
        while True:
            try:
                return self._eyrie._post(path, body)
            except EyrieError as refused:
                passing = refused.status is None or refused.status in (429, 502, 503, 504)
                if not passing or time.monotonic() + pause > last:
                    raise
            time.sleep(pause)
            pause = min(15.0, 2 * pause)
