"""The service as an object."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO, Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union
from urllib.parse import parse_qs, urlencode, urlsplit

from . import lm_eval
from .errors import EyrieError
from .table import Row, Table

_FORECAST = ["model", "benchmark", "measured", "predicted", "lower", "upper", "level", "left_out", "baseline",
             "warnings"]
_PLAN = ["benchmark", "predicted", "lower", "upper", "level", "best_parent", "best_parent_score",
         "chance_to_beat_best_parent", "given", "assumed", "warnings"]
_SCREENED = ["turn", "candidate", "predicted", "lower", "upper", "level", "chance_to_be_best",
             "chance_to_beat_best_parent", "best_parent", "best_parent_score", "warnings"]
_NEXT = ["model", "benchmark", "cost", "cost_assumed", "gain", "gain_per_cost", "after"]
# As many as the service gives at once.
_PART = 5_000
_EDGE = ["child", "parent", "relation", "weight", "evidence"]


class Eyrie:
    """An Eyrie service.

    base_url is its address, such as http://127.0.0.1:8080; timeout is how long an answer may take, in seconds. token
    is what "eyrie token create" printed, the variable EYRIE_TOKEN where it is missing; services on this machine alone
    may want none. Every method raises EyrieError where the service refuses, or where there is none.
    """

    def __init__(self, base_url: str = "http://127.0.0.1:8080", timeout: float = 60.0,
                 token: Optional[str] = None) -> None:
        if urlsplit(base_url).scheme not in ("http", "https") or not urlsplit(base_url).netloc:
            raise ValueError(f"The address of a service begins with http:// or https://, unlike {base_url!r}")
        self._base = base_url.rstrip("/") + "/api/v1"
        self._timeout = timeout
        self._token = token if token is not None else os.environ.get("EYRIE_TOKEN")

    def predict(self, models: Union[str, Sequence[str]], benchmarks: Optional[Sequence[str]] = None,
                leave_out: bool = True) -> Table:
        """Predicted scores: a row for each model and each benchmark, with an interval.

        benchmarks: all where it is missing. leave_out keeps a cell's own measurement from its prediction, so that the
        two can be compared; without it a repetition of the measurement is predicted. A model that the service does
        not know, or knows nothing about, has a row without a prediction.
        """
        body: Dict[str, Any] = {"models": _many(models), "leaveOut": leave_out}
        if benchmarks is not None:
            body["benchmarks"] = _many(benchmarks)
        rows = []
        for answer in self._post("/predictions", body):
            forecast = answer.get("forecast") or {
                "warnings": [] if "forecast" not in answer else ["There is no such model"]}
            rows.append({**_forecast(forecast), "model": answer["model"], "benchmark": answer["benchmark"]})
        return Table(rows, _FORECAST, "Predicted scores")

    def what_if(self, parents: Union[Mapping[str, Optional[float]], Sequence[str], None] = None,
                relation: Optional[str] = None, benchmarks: Optional[Sequence[str]] = None,
                recipe: Optional[str] = None, model_id: Optional[str] = None,
                traits: Optional[Mapping[str, Any]] = None, method: Optional[str] = None, strict: bool = False) -> Table:
        """Scores of a model that does not exist yet; nothing is written.

        parents: names, or names with their shares. relation: finetune of one parent and merge of several where it
        is missing. recipe: in place of both, the text of the mergekit configuration that would make the model.
        method: how it would be merged, as mergekit calls it. model_id: what it would be called. traits: what it would
        be like as far as it is known, named as models have them: architecture, parametersBillions, type, precision,
        chatTemplate, moe, uploaded (as 2025-01-31), license. What is missing is assumed: the columns given and assumed
        say what the answer rests on. strict: refuse what nobody could make, such as a merge of different architectures
        or sizes, in place of a warning.
        """
        body: Dict[str, Any] = {}
        if parents is not None:
            names = [parents] if isinstance(parents, str) else parents
            shares = names.items() if isinstance(names, Mapping) else ((name, None) for name in names)
            body["parents"] = [
                {"id": name} if share is None else {"id": name, "weight": share} for name, share in shares]
        if relation is not None:
            body["relation"] = relation
        if recipe is not None:
            body["recipe"] = recipe
        if method is not None:
            body["method"] = method
        if model_id is not None:
            body["id"] = model_id
        if traits is not None:
            body["traits"] = dict(traits)
        if strict:
            body["strict"] = True
        if benchmarks is not None:
            body["benchmarks"] = _many(benchmarks)
        return Table([_plan(answer) for answer in self._post("/what-if", body)], _PLAN, "Scores of the planned model")

    def screen(self, candidates: Sequence[Union[str, Mapping[str, Any]]],
               benchmarks: Union[Mapping[str, float], Sequence[str], str], budget: int) -> Table:
        """Which of many planned or unevaluated models to evaluate; nothing is written.

        candidates: names of models that exist, or plans, each {"parents": [{"id": ..., "weight": ...}, ...]} or
        {"recipe": text}, and where wanted "relation", "id", "label" and "traits" as in what_if. benchmarks: what they
        are to be good at, with weights or without. budget: how many can be evaluated. A row for each, best prediction
        first; those with a turn are to be evaluated, in that order. The caption says what that is worth.
        """
        wanted = benchmarks if isinstance(benchmarks, Mapping) else {name: 1.0 for name in _many(benchmarks)}
        answer = self._post("/screening", {
            "candidates": [{"model": one} if isinstance(one, str) else dict(one) for one in candidates],
            "benchmarks": dict(wanted), "budget": budget})
        caption = (f"Best expected of {len(answer['evaluate'])}: {answer['expectedBest']:.4f}, of the highest predictions "
                f"{answer['expectedOfHighestMeans']:.4f}, at random {answer['expectedAtRandom']:.4f}, "
                f"of all {answer['expectedOfAll']:.4f}")
        return Table([_screened(one) for one in answer["candidates"]], _SCREENED, caption)

    def next_evaluations(self, model: Optional[str] = None, benchmarks: Union[Sequence[str], str, None] = None,
                         best_on: Union[Mapping[str, float], Sequence[str], str, None] = None,
                         among: Optional[Sequence[str]] = None, family: Optional[str] = None,
                         costs: Optional[Mapping[str, float]] = None, count: int = 10) -> Table:
        """Which model to run on which benchmark next, best per cost first; nothing is written.

        model: how good is it, on benchmarks, or on all it was not measured on; gain is the share of its scores' variance
        that a run is expected to take, after the width of the intervals then. best_on: who is best, with weights or
        without, among these models, or the family of one, or all; gain is by how much the expected score of the one taken
        rises, after that score then. costs: of benchmarks, and no others are proposed; their numbers of items where it is
        missing. Each run stands alone: ingest its score, then ask again. The caption says how things stand now.
        """
        body: Dict[str, Any] = {"count": count}
        if model is not None:
            body["model"] = model
        if benchmarks is not None:
            body["benchmarks"] = _many(benchmarks)
        if best_on is not None:
            body["bestOn"] = dict(best_on) if isinstance(best_on, Mapping) else {name: 1.0 for name in _many(best_on)}
        if among is not None:
            body["among"] = list(among)
        if family is not None:
            body["family"] = family
        if costs is not None:
            body["costs"] = dict(costs)
        answer = self._post("/next-evaluations", body)
        now = (f"{answer['model']}: intervals {answer['now']:.4f} wide now" if answer.get("model") is not None
               else f"{answer['best']} would be taken now, {answer['now']:.4f} expected")
        caption = f"{now}; {len(answer['measured'])} scores measured already. " + " ".join(answer["warnings"])
        return Table([_next(run) for run in answer["runs"]], _NEXT, caption.strip())

    def leaderboard(self, family: str, benchmark: str, limit: int = 50) -> Table:
        """A family, named by its founder, ranked on a benchmark: by what was measured, or predicted where not."""
        answers = self._get("/leaderboard", {"id": family, "benchmark": benchmark, "limit": limit})
        return Table([_forecast(answer) for answer in answers], _FORECAST, f"{family} on {benchmark}")

    def lineage(self, model: str, up: int = 10, down: int = 0) -> Table:
        """Edges among the ancestors of a model, up to so many generations, and then among its descendants."""
        edges: List[Row] = []
        if up > 0:
            edges += self._all("/ancestors", {"id": model, "hops": up})
        if down > 0:
            edges += self._all("/descendants", {"id": model, "hops": down})
        return Table([{key: edge.get(key) for key in _EDGE} for edge in edges], _EDGE, f"Lineage of {model}")

    def ingest(self, facts: Iterable[Mapping[str, Any]], dry_run: bool = False,
               skip_bad_rows: bool = False) -> Dict[str, Any]:
        """Sends facts, each as a line of NDJSON says it, and returns what became of them.

        Where one is wrong all are refused, unless bad ones shall be skipped; the report lists them.
        """
        query = {name: "true" for name, asked in (("dry_run", dry_run), ("skip_bad_rows", skip_bad_rows)) if asked}
        # A file in between: nothing is sent before the last fact is there, and none of them stays in memory.
        with tempfile.TemporaryFile() as spool:
            with gzip.GzipFile(fileobj=spool, mode="wb", compresslevel=1) as packed:
                for fact in facts:
                    packed.write(json.dumps(fact, allow_nan=False).encode("utf-8") + b"\n")
            answer = self._send("POST", "/ingest", query, spool, "application/x-ndjson")
        return dict(answer) if isinstance(answer, dict) else {"answer": answer}

    def ingest_lm_eval(self, path: Union[str, Path], model_id: Optional[str] = None, allow_partial: bool = False,
                       dry_run: bool = False) -> Dict[str, Any]:
        """Sends the scores in a results file of lm-evaluation-harness, or in all of those under a folder with what
        became of every item where samples files lie beside them: the same facts as "eyrie import lm-eval" reads there.

        model_id names the model, which the files do only if the harness was told. Runs over a part of the items are
        refused where no samples name those, unless allow_partial. Raises eyrie.lm_eval.NotUsable where a file cannot be used;
        what is left out of one, such as results that are no numbers, is told by eyrie.lm_eval.LeftOutWarning.
        """
        return self.ingest(lm_eval.facts(path, model_id, allow_partial), dry_run)

    def imports(self, limit: int = 20) -> List[Dict[str, Any]]:
        """What was imported, the last one first: number, source, state, startedAt, what was written, notes. An import
        that found everything as it was is none of them."""
        found: List[Dict[str, Any]] = []
        cursor: Optional[str] = None
        while len(found) < limit:
            query: Dict[str, Any] = {"limit": min(500, limit - len(found))}
            if cursor is not None:
                query["cursor"] = cursor
            page = self._get("/imports", query)
            found += page["items"]
            cursor = page.get("next")
            if cursor is None:
                break
        return found

    def forget(self, number: Optional[int] = None, source: Optional[str] = None, model: Optional[str] = None,
               dry_run: bool = True) -> Dict[str, Any]:
        """Takes back an import, by its number; all that was read from a source; or what is known of a model.

        Says what would go and changes nothing, unless dry_run is False. The answer counts what is removed and what is
        restored, and lists what stays because a later import changed it since.
        """
        if sum(one is not None for one in (number, source, model)) != 1:
            raise ValueError("Name one of number, source and model")
        query: Dict[str, Any] = {"dryRun": "true" if dry_run else "false"}
        if number is not None:
            return dict(self._send("DELETE", f"/imports/{int(number)}", query, None, None))
        query.update({"source": source} if source is not None else {"id": model})
        return dict(self._send("DELETE", "/imports" if source is not None else "/model", query, None, None))

    def _get(self, path: str, query: Mapping[str, Any]) -> Any:
        return self._send("GET", path, query, None, None)

    def _all(self, path: str, query: Mapping[str, Any], most: int = _PART) -> List[Row]:
        """Every part of a list; where the next one begins says the Link header of the one before."""
        rows: List[Row] = []
        part: Dict[str, Any] = {"limit": most}
        while True:
            answer, headers = self._exchange("GET", path, {**query, **part}, None, None)
            rows += answer
            cursor = _next_cursor(headers.get("Link"))
            if cursor is None:
                return rows
            part["cursor"] = cursor

    def _post(self, path: str, body: Any) -> Any:
        return self._send("POST", path, {}, json.dumps(body).encode("utf-8"), "application/json")

    def _send(self, method: str, path: str, query: Mapping[str, Any], body: Union[bytes, IO[bytes], None],
              content_type: Optional[str]) -> Any:
        return self._exchange(method, path, query, body, content_type)[0]

    def _exchange(self, method: str, path: str, query: Mapping[str, Any], body: Union[bytes, IO[bytes], None],
                  content_type: Optional[str]) -> Tuple[Any, Mapping[str, str]]:
        """What is answered, and with which headers."""
        url = self._base + path + ("?" + urlencode(query) if query else "")
        headers = {"Accept": "application/json, application/problem+json"}
        if self._token:
            headers["Authorization"] = "Bearer " + self._token
        if content_type:
            headers["Content-Type"] = content_type
        if body is not None and not isinstance(body, bytes):
            headers["Content-Length"] = str(body.seek(0, io.SEEK_END))
            body.seek(0)
        request = urllib.request.Request(url, data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                content, answered = answer.read(), answer.headers
        except urllib.error.HTTPError as refused:
            with refused:
                raise EyrieError.of(refused.code, refused.read()) from None
        except (urllib.error.URLError, OSError) as failed:
            reason = getattr(failed, "reason", failed)
            if isinstance(reason, (BrokenPipeError, ConnectionResetError)):
                raise EyrieError(f"The service at {self._base} hung up before all was sent: {reason}. Send less at "
                                 "once, or look at what it printed") from failed
            raise EyrieError(f"No service answers at {self._base}: {reason}. Start one with: eyrie serve") from failed
        try:
            return (json.loads(content) if content else None), answered
        except ValueError:
            raise EyrieError(f"What answers at {self._base} is no Eyrie service: its answer is no JSON.") from None


def _next_cursor(link: Optional[str]) -> Optional[str]:
    """The cursor of the next part, from a Link header; None where there is no next part."""
    found = re.match(r'<([^>]*)>; rel="next"', link or "")
    return parse_qs(urlsplit(found[1]).query)["cursor"][0] if found else None


def _many(names: Union[str, Sequence[str]]) -> List[str]:
    return [names] if isinstance(names, str) else list(names)


def _estimate(estimate: Optional[Mapping[str, Any]]) -> Row:
    known = estimate or {}
    return {"predicted": known.get("mean"), "lower": known.get("lower"), "upper": known.get("upper"),
            "level": known.get("level")}


def _forecast(answer: Mapping[str, Any]) -> Row:
    return {
        "model": answer.get("model"),
        "benchmark": answer.get("benchmark"),
        "measured": answer.get("measured"),
        **_estimate(answer.get("predicted")),
        "left_out": answer.get("leftOut"),
        "baseline": answer.get("baseline"),
        "warnings": answer.get("warnings") or [],
    }


def _traits(plan: Mapping[str, Any], given: bool) -> Dict[str, str]:
    return {trait["name"]: trait["value"] for trait in plan.get("traits") or [] if trait["given"] == given}


def _plan(answer: Mapping[str, Any]) -> Row:
    return {
        "benchmark": answer.get("benchmark"),
        **_estimate(answer.get("predicted")),
        "best_parent": answer.get("bestParent"),
        "best_parent_score": answer.get("bestParentScore"),
        "chance_to_beat_best_parent": answer.get("chanceToBeatBestParent"),
        "given": _traits(answer, True),
        "assumed": _traits(answer, False),
        "warnings": answer.get("warnings") or [],
    }


def _screened(answer: Mapping[str, Any]) -> Row:
    return {
        "turn": answer.get("turn"),
        "candidate": answer.get("candidate"),
        **_estimate(answer.get("predicted")),
        "chance_to_be_best": answer.get("chanceToBeBest"),
        "chance_to_beat_best_parent": answer.get("chanceToBeatBestParent"),
        "best_parent": answer.get("bestParent"),
        "best_parent_score": answer.get("bestParentScore"),
        "warnings": answer.get("warnings") or [],
    }


def _next(run: Mapping[str, Any]) -> Row:
    return {
        "model": run.get("model"),
        "benchmark": run.get("benchmark"),
        "cost": run.get("cost"),
        "cost_assumed": run.get("costAssumed"),
        "gain": run.get("gain"),
        "gain_per_cost": run.get("gainPerCost"),
        "after": run.get("after"),
    }
