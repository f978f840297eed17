"""The client against a server whose answers are written here."""

import gzip
import json
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from eyrie import Eyrie, EyrieError

FORECAST = {"model": "o/a", "benchmark": "IFEval", "measured": None,
            "predicted": {"mean": 0.5, "lower": 0.4, "upper": 0.6, "level": 0.9}, "leftOut": False,
            "baseline": 0.45,
            "warnings": ["<few> relatives"]}


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(None)

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers["Content-Length"])))

    def do_DELETE(self):
        self.answer(b"DELETE")

    def answer(self, body):
        parts = urlsplit(self.path)
        self.server.seen.append((parts.path, parse_qs(parts.query), body))
        status, content = self.server.answers.get(parts.path, (404, b"<html>no</html>"))
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class ClientTest(unittest.TestCase):
    def setUp(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.server.answers, self.server.seen = {}, []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.eyrie = Eyrie(f"http://127.0.0.1:{self.server.server_address[1]}/", timeout=10)

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()

    def on(self, path, answer, status=200):
        content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.server.answers["/api/v1" + path] = (status, content)

    def test_imports_are_gathered_over_pages(self):
        self.on("/imports", {"items": [{"number": 2}], "next": "2"})
        self.assertEqual([one["number"] for one in self.eyrie.imports(limit=2)], [2, 2])
        self.assertEqual([seen[1] for seen in self.server.seen],
                         [{"limit": ["2"]}, {"limit": ["1"], "cursor": ["2"]}])

    def test_forgetting_only_tells_unless_it_is_said(self):
        self.on("/imports/7", {"removed": {"scores": 3}})
        self.on("/imports", {"removed": {"scores": 2}})
        self.on("/model", {"removed": {"scores": 1}})
        self.assertEqual(self.eyrie.forget(7)["removed"]["scores"], 3)
        self.eyrie.forget(source="/runs/a/scores.csv", dry_run=False)
        self.eyrie.forget(model="o/a", dry_run=False)
        self.assertEqual(self.server.seen, [
            ("/api/v1/imports/7", {"dryRun": ["true"]}, b"DELETE"),
            ("/api/v1/imports", {"dryRun": ["false"], "source": ["/runs/a/scores.csv"]}, b"DELETE"),
            ("/api/v1/model", {"dryRun": ["false"], "id": ["o/a"]}, b"DELETE")])
        with self.assertRaises(ValueError):
            self.eyrie.forget()
        with self.assertRaises(ValueError):
            self.eyrie.forget(7, model="o/a")

    def test_a_row_for_each_model_answered_or_not(self):
        self.on("/predictions", [{"model": "o/a", "benchmark": "IFEval", "forecast": FORECAST},
                                 {"model": "o/nobody", "benchmark": "IFEval", "forecast": None}])
        table = self.eyrie.predict(["o/a", "o/nobody"], ["IFEval"])
        self.assertEqual([(row["model"], row["predicted"]) for row in table], [("o/a", 0.5), ("o/nobody", None)])
        self.assertEqual(json.loads(self.server.seen[0][2]),
                         {"models": ["o/a", "o/nobody"], "benchmarks": ["IFEval"], "leaveOut": True})

    def test_shares_are_sent_with_their_parents(self):
        self.on("/what-if", [{"benchmark": "IFEval", "predicted": FORECAST["predicted"], "bestParent": "o/a",
                              "bestParentScore": 0.4, "chanceToBeatBestParent": 0.8, "warnings": []}])
        table = self.eyrie.what_if({"o/a": 0.7, "o/b": 0.3}, relation="merge")
        self.assertEqual(table[0]["chance_to_beat_best_parent"], 0.8)
        self.assertEqual(json.loads(self.server.seen[0][2])["parents"],
                         [{"id": "o/a", "weight": 0.7}, {"id": "o/b", "weight": 0.3}])

    def test_candidates_are_screened_by_name_or_plan(self):
        self.on("/screening", {"evaluate": ["o/x"], "expectedBest": 0.61, "expectedOfHighestMeans": 0.6,
                               "expectedAtRandom": 0.5, "expectedOfAll": 0.62, "warnings": [], "candidates": [
                                   {"candidate": "o/x", "predicted": FORECAST["predicted"], "chanceToBeBest": 0.7,
                                    "turn": 1, "warnings": []},
                                   {"candidate": "mix", "chanceToBeBest": 0.3, "warnings": ["No evidence"]}]})
        table = self.eyrie.screen(["o/x", {"parents": [{"id": "o/a"}], "label": "mix"}], ["IFEval"], 1)
        self.assertEqual([(row["turn"], row["candidate"], row["predicted"]) for row in table],
                         [(1, "o/x", 0.5), (None, "mix", None)])
        self.assertIn("0.6100", table.caption)
        self.assertEqual(json.loads(self.server.seen[0][2]),
                         {"candidates": [{"model": "o/x"}, {"parents": [{"id": "o/a"}], "label": "mix"}],
                          "benchmarks": {"IFEval": 1.0}, "budget": 1})

    def test_what_to_evaluate_next_is_asked_for_either_question(self):
        run = {"model": "o/x", "benchmark": "BBH", "cost": 10, "costAssumed": False, "gain": 0.4, "gainPerCost": 0.04,
               "after": 0.05}
        self.on("/next-evaluations", {"model": "o/x", "best": None, "now": 0.1, "runs": [run], "measured": [{}],
                                      "warnings": ["Careful."]})
        table = self.eyrie.next_evaluations("o/x", "IFEval", costs={"BBH": 10})
        self.assertEqual((table[0]["benchmark"], table[0]["gain_per_cost"], table[0]["after"]), ("BBH", 0.04, 0.05))
        self.assertIn("0.1000 wide now; 1 scores measured already. Careful.", table.caption)
        self.assertEqual(json.loads(self.server.seen[0][2]),
                         {"model": "o/x", "benchmarks": ["IFEval"], "costs": {"BBH": 10}, "count": 10})
        self.on("/next-evaluations", {"model": None, "best": "o/y", "now": 0.6, "runs": [], "measured": [],
                                      "warnings": []})
        self.assertIn("o/y would be taken now, 0.6000", self.eyrie.next_evaluations(best_on="BBH", family="o/y").caption)
        self.assertEqual(json.loads(self.server.seen[1][2]), {"bestOn": {"BBH": 1.0}, "family": "o/y", "count": 10})

    def test_a_plan_sends_its_traits_and_says_what_was_assumed(self):
        self.on("/what-if", [{"benchmark": "IFEval", "predicted": FORECAST["predicted"], "bestParent": "o/a",
                              "bestParentScore": 0.4, "chanceToBeatBestParent": 0.8, "warnings": [],
                              "traits": [{"name": "type", "value": "chat", "given": True, "reason": None},
                                         {"name": "architecture", "value": "X", "given": False, "reason": "so"}]}])
        table = self.eyrie.what_if(["o/a"], model_id="o/new", traits={"type": "chat"}, strict=True)
        self.assertEqual((table[0]["given"], table[0]["assumed"]), ({"type": "chat"}, {"architecture": "X"}))
        self.assertEqual(json.loads(self.server.seen[0][2]),
                         {"parents": [{"id": "o/a"}], "id": "o/new", "traits": {"type": "chat"}, "strict": True})

    def test_names_with_slashes_arrive_whole(self):
        self.on("/ancestors", [{"child": "o/a", "parent": "o/b & c", "relation": "finetune", "weight": None}])
        table = self.eyrie.lineage("o/a & c")
        self.assertEqual(self.server.seen[0][1]["id"], ["o/a & c"])
        self.assertEqual(table[0]["parent"], "o/b & c")

    def test_a_table_draws_itself_and_escapes_what_it_shows(self):
        self.on("/leaderboard", [FORECAST] * 120)
        drawn = self.eyrie.leaderboard("o/root", "IFEval")._repr_html_()
        self.assertIn("0.5000", drawn)
        self.assertIn("&lt;few&gt; relatives", drawn)
        self.assertNotIn("<few>", drawn)
        self.assertIn("20 more rows", drawn)

    def test_every_fault_is_listed(self):
        self.on("/what-if", {"title": "Bad Request", "status": 400, "detail": "The request: 2 faults",
                             "code": "INVALID_INPUT", "errors": [{"where": "parents[0].id", "reason": "It is missing."},
                                                                 {"where": "relation", "reason": "No such."}]}, 400)
        with self.assertRaises(EyrieError) as raised:
            self.eyrie.what_if(["o/a"])
        self.assertEqual((raised.exception.status, raised.exception.code), (400, "INVALID_INPUT"))
        self.assertEqual(len(raised.exception.faults), 2)
        self.assertIn("parents[0].id: It is missing.", str(raised.exception))

    def test_what_is_no_service_is_said_so(self):
        with self.assertRaisesRegex(EyrieError, "answered 404"):
            self.eyrie.lineage("o/a")
        self.on("/ancestors", b"<html>")
        with self.assertRaisesRegex(EyrieError, "no JSON"):
            self.eyrie.lineage("o/a")
        with self.assertRaisesRegex(EyrieError, "Start one with"):
            Eyrie("http://127.0.0.1:1").lineage("o/a")
        with self.assertRaises(ValueError):
            Eyrie("file:///etc/passwd")

    def test_facts_go_as_lines(self):
        self.on("/ingest", {"rejectedRows": 0})
        report = self.eyrie.ingest([{"kind": "model", "id": "o/a"}, {"kind": "model", "id": "o/b"}], dry_run=True)
        path, query, body = self.server.seen[0]
        self.assertEqual((query, gzip.decompress(body).count(b"\n")), ({"dry_run": ["true"]}, 2))
        self.assertEqual(report, {"rejectedRows": 0})
        with self.assertRaises(ValueError):
            self.eyrie.ingest([{"kind": "score", "value": float("nan")}])

    def test_to_frame_says_what_to_install(self):
        self.on("/leaderboard", [FORECAST])
        table = self.eyrie.leaderboard("o/root", "IFEval")
        try:
            import pandas  # noqa: F401
        except ImportError:
            with self.assertRaisesRegex(ImportError, "pip install pandas"):
                table.to_frame()
        else:
            self.assertEqual(list(table.to_frame().columns)[:2], ["model", "benchmark"])


if __name__ == "__main__":
    unittest.main()
