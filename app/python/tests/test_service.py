"""The client against a real service, named by EYRIE_URL; it must hold a fit. EYRIE_REQUIRE_SERVICE=1 forbids skipping."""

import json
import os
import tempfile
import unittest
from pathlib import Path

from eyrie import Eyrie, EyrieError

from test_lm_eval import RESULTS

URL = os.environ.get("EYRIE_URL", "")
REQUIRED = os.environ.get("EYRIE_REQUIRE_SERVICE") == "1"


@unittest.skipUnless(URL or REQUIRED, "SKIPPED: set EYRIE_URL to the address of a service to run this test")
class ServiceTest(unittest.TestCase):
    def setUp(self):
        self.assertTrue(URL, "EYRIE_REQUIRE_SERVICE is 1, but EYRIE_URL names no service")
        self.eyrie = Eyrie(URL)

    def some_edge(self):
        for family in self.eyrie._get("/families", {"limit": 5})["items"]:
            edges = self.eyrie.lineage(family["founder"], up=0, down=3)
            if edges:
                return family["founder"], edges[0]
        self.fail("The service knows no lineage")

    def test_lineage_is_there_in_both_directions(self):
        founder, edge = self.some_edge()
        self.assertIn(edge["parent"], [each["parent"] for each in self.eyrie.lineage(edge["child"])])

    def test_predictions_lie_within_their_intervals(self):
        _, edge = self.some_edge()
        table = self.eyrie.predict([edge["child"], "nobody/knows-this"])
        self.assertEqual({row["model"] for row in table}, {edge["child"], "nobody/knows-this"})
        for row in table:
            if row["predicted"] is not None:
                self.assertTrue(0 <= row["lower"] <= row["predicted"] <= row["upper"] <= 1)
        self.assertIn("<table>", table._repr_html_())

    def test_a_planned_model_is_held_against_its_best_parent(self):
        _, edge = self.some_edge()
        for row in self.eyrie.what_if([edge["parent"]]):
            self.assertTrue(0 <= row["chance_to_beat_best_parent"] <= 1)

    def test_a_leaderboard_is_ranked(self):
        founder, _ = self.some_edge()
        benchmark = self.eyrie._get("/benchmarks", {})[0]["id"]
        table = self.eyrie.leaderboard(founder, benchmark, limit=10)
        scores = [row["predicted"] if row["measured"] is None else row["measured"] for row in table]
        self.assertEqual(scores, sorted(scores, reverse=True))

    def test_faults_are_the_services_own(self):
        with self.assertRaises(EyrieError) as raised:
            self.eyrie.what_if([], relation="cloned")
        self.assertEqual(raised.exception.status, 400)
        self.assertGreaterEqual(len(raised.exception.faults), 2)

    def test_results_can_be_tried_without_writing(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "results_1.json").write_text(json.dumps(RESULTS), encoding="utf-8")
            report = self.eyrie.ingest_lm_eval(folder, model_id="nobody/knows-this", dry_run=True)
        self.assertTrue(report["dryRun"])
        self.assertGreater(report["written"]["evaluations"]["created"], 0)

    def test_results_are_written_once(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "results_1.json").write_text(json.dumps(RESULTS), encoding="utf-8")
            first = self.eyrie.ingest_lm_eval(folder, model_id="python/wrote-this")
            again = self.eyrie.ingest_lm_eval(folder, model_id="python/wrote-this")
        self.assertEqual(first["rejectedRows"], 0)
        self.assertEqual(again["written"]["evaluations"]["created"], 0)
        self.assertGreater(again["written"]["evaluations"]["unchanged"], 0)

    def test_every_bad_fact_is_told(self):
        facts = [{"kind": "model", "id": "python/good"}, {"kind": "model"}, {"kind": "unheard of"}]
        with self.assertRaises(EyrieError) as raised:
            self.eyrie.ingest(facts)
        self.assertEqual(len(raised.exception.faults), 2)
        self.assertEqual(self.eyrie.ingest(facts, dry_run=True, skip_bad_rows=True)["rejectedRows"], 2)

    def test_a_plan_can_be_a_recipe(self):
        _, edge = self.some_edge()
        recipe = f"merge_method: linear\nmodels:\n  - model: {edge['parent']}\n    parameters: {{weight: 1.0}}\n"
        self.assertTrue(list(self.eyrie.what_if(recipe=recipe)))
        with self.assertRaises(EyrieError):
            self.eyrie.what_if(recipe="merge_method: [")


if __name__ == "__main__":
    unittest.main()
