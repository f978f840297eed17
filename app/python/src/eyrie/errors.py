"""What the service refuses, in its own words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, List, Optional


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a request: a place the sender can find, and what would be right."""

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


class EyrieError(Exception):
    """The service refused a request, or there is none. Lists every fault.

    status is HTTP's code, None where nothing answered; code is the service's word for the error. suggestions are names
    that may have been meant by one that is not known, the likest first.
    """

    def __init__(self, detail: str, status: Optional[int] = None, code: Optional[str] = None,
                 faults: Optional[List[Fault]] = None, suggestions: Optional[List[str]] = None) -> None:
        self.detail = detail
        self.status = status
        self.code = code
        self.faults: List[Fault] = faults or []
        self.suggestions: List[str] = suggestions or []
        lines = [detail] + [f"  {fault}" for fault in self.faults if str(fault) not in detail]
        super().__init__("\n".join(lines))

    @classmethod
    def of(cls, status: int, body: bytes) -> "EyrieError":
        """The error in an answer: application/problem+json (RFC 9457), or whatever a proxy says instead."""
        try:
            problem: Any = json.loads(body.decode("utf-8"))
        except ValueError:
            problem = None
        if not isinstance(problem, dict):
            return cls(f"The service answered {status} and no word that can be understood.", status)
        listed = problem.get("errors")
        faults = [
            Fault(str(each.get("where", "")), str(each.get("reason", "")))
            for each in (listed if isinstance(listed, list) else [])
            if isinstance(each, dict)
        ]
        detail = problem.get("detail") or problem.get("title") or f"The service answered {status}."
        code = problem.get("code")
        near = problem.get("suggestions")
        suggestions = [str(each) for each in near] if isinstance(near, list) else []
        return cls(str(detail), status, code if isinstance(code, str) else None, faults, suggestions)
