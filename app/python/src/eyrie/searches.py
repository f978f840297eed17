"""Searches for merges: begun, watched and stopped over the service."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence

from .client import Eyrie

# How many the service gives at a time.
_PART = 500


class Searches:
    """Searches for merges of a service: Searches(Eyrie()).start("mine", family="ciphers")."""

    def __init__(self, eyrie: Eyrie) -> None:
        self._eyrie = eyrie

    def all(self) -> List[Dict[str, Any]]:
        """Every search with where it stands."""
        return self._eyrie._all("/developments", {}, _PART)

    def one(self, search: str) -> Dict[str, Any]:
        """A search with its best candidates, how it went, and its finalists."""
        return dict(self._eyrie._get(f"/developments/{search}", {}))

    def start(self, search: str, family: Optional[str] = None, base: Optional[str] = None,
              parents: Optional[Sequence[str]] = None, items: Optional[str] = None, evaluator: str = "built-in",
              policy: str = "guided", seed: int = 0, items_budget: int = 3000,
              seconds_budget: Optional[float] = None) -> Dict[str, Any]:
        """Begins a search, or goes on with it. family: one that comes along; in its place base and parents, folders
        that the service may read (eyrie serve --models), with items where they do not come along. evaluator: built-in
        runs it in the service; pull has workers take its orders (eyrie.Worker)."""
        given = {"id": search, "family": family, "base": base, "items": items, "evaluator": evaluator, "policy": policy,
                 "seed": seed, "itemsBudget": items_budget, "secondsBudget": seconds_budget,
                 "parents": None if parents is None else list(parents)}
        return dict(self._eyrie._post("/developments", {key: one for key, one in given.items() if one is not None}))

    def resume(self, search: str) -> Dict[str, Any]:
        """Lets a search go on that was stopped."""
        return dict(self._eyrie._post(f"/developments/{search}/start", {}))

    def stop(self, search: str) -> Dict[str, Any]:
        """Asks a search to stop, wherever it runs."""
        return dict(self._eyrie._post(f"/developments/{search}/stop", {}))
