"""Results files of lm-evaluation-harness."""

import json
import tempfile
import unittest
import warnings
from pathlib import Path

from eyrie.lm_eval import LeftOutWarning, NotUsable, facts

RESULTS = {
    "results": {"gsm8k": {"alias": "gsm8k", "exact_match,strict-match": 0.41, "exact_match_stderr,strict-match": 0.0135,
                          "exact_match,flexible-extract": 0.5, "exact_match_stderr,flexible-extract": "N/A"},
                "wikitext": {"word_perplexity,none": 12.5, "bits,none": 0.5, "odd,none": float("nan")}},
    "groups": {"mmlu": {"acc,none": 0.6}},
    "versions": {"gsm8k": 3, "mmlu": "Yaml"},
    "n-shot": {"gsm8k": 5},
    "higher_is_better": {"wikitext": {"bits": False}},
    "n-samples": {"gsm8k": {"original": 1319, "effective": 1319}},
    "config": {"model_args": "pretrained=org/mine,dtype=bfloat16", "limit": None},
    "chat_template": None,
    "date": 1767323045.7,
    "lm_eval_version": "0.4.9",
}


def sample(number, name, value):
    return {"doc_id": number, "doc": {"n": 1}, "doc_hash": name, "filter": "strict-match", "metrics": ["exact_match"],
            "exact_match": value}


def scores(path, model_id=None):
    return [fact for fact in facts(path, model_id) if fact["kind"] == "score"]


class LmEvalTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def file(self, content, name="results_2026-01-02.json"):
        path = Path(self.folder.name, name)
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    def samples(self, *lines):
        lines = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        self.file("\n".join(lines) + "\n", "samples_gsm8k_2026-01-02.jsonl")

    def test_each_score_says_how_it_was_measured(self):
        self.file(RESULTS)
        found = {(fact["benchmark"], fact["filter"]): fact for fact in scores(self.folder.name)}
        self.assertEqual(set(found), {("gsm8k", "strict-match"), ("gsm8k", "flexible-extract"), ("mmlu", "none")})
        self.assertEqual(found["gsm8k", "strict-match"], {
            "kind": "score", "model": "org/mine", "benchmark": "gsm8k", "metric": "exact_match",
            "filter": "strict-match", "harness": "lm-evaluation-harness", "task_version": "3", "n_shot": 5,
            "chat_template": False, "value": 0.41, "stderr": 0.0135, "items": 1319,
            "source": "lm-evaluation-harness 0.4.9", "measured_at": "2026-01-02T03:04:05Z"})
        self.assertNotIn("stderr", found["gsm8k", "flexible-extract"])
        self.assertNotIn("task_version", found["mmlu", "none"])

    def test_what_is_no_number_is_left_out_and_told(self):
        odd = {"qa": {"acc,none": "N/A"}, "qb": {"by_class,none": {"a": 0.5}}, "qc": {"acc,none": None, "f1,none": 0.5},
               "qd": {"each,none": [0, 1]}, "qe": {"alias": "qe", "acc,none": 0.5, "acc_stderr,none": "N/A"}}
        path = self.file({**RESULTS, "results": odd, "groups": {}})
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            self.assertEqual({fact["benchmark"] for fact in scores(path)}, {"qc", "qe"})
        self.assertEqual({each.category for each in told}, {LeftOutWarning})
        self.assertEqual([str(each.message) for each in told], [
            f"{path}: {what} was left out: it is no number but {value}" for what, value in (
                ("qa acc,none", '"N/A"'), ("qb by_class,none", "an object"), ("qc acc,none", "null"),
                ("qd each,none", "a list"))])

    def test_items_that_nothing_is_known_of_are_told(self):
        self.file({**RESULTS, "n-samples": {"gsm8k": {"original": 1319, "effective": 1319}}})
        self.samples(sample(0, None, 1))
        with self.assertWarnsRegex(LeftOutWarning, "gsm8k exact_match,strict-match: its samples .* left out"):
            self.assertFalse([fact for fact in facts(self.folder.name) if "outcomes" in fact])

    def test_the_caller_names_the_model(self):
        self.assertEqual({fact["model"] for fact in scores(self.file(RESULTS), "org/other")}, {"org/other"})

    def test_the_model_is_what_the_harness_was_told_to_evaluate(self):
        for arguments, name, model in (
            ("pretrained=org/base,peft=org/adapter", "x", "org/adapter"),
            ({"pretrained": "/data/out/mine/"}, "x", "local:mine"),
            ({}, "org/named", "org/named"),
            ("dtype=bfloat16", "dtzt3t8v", None),
        ):
            path = self.file({**RESULTS, "config": {"model_args": arguments}, "model_name": name})
            with self.subTest(arguments):
                if model is None:
                    with self.assertRaisesRegex(NotUsable, "model_id"):
                        list(facts(path))
                else:
                    self.assertEqual({fact["model"] for fact in scores(path)}, {model})

    def test_a_partial_run_is_refused_unless_asked_for(self):
        partial = {**RESULTS, "config": {**RESULTS["config"], "limit": 10}}
        with self.assertRaisesRegex(NotUsable, "allow_partial"):
            list(facts(self.file(partial)))
        self.assertTrue(list(facts(self.file(partial), allow_partial=True)))
        fewer = {**RESULTS, "n-samples": {"gsm8k": {"original": 1319, "effective": 5}}}
        with self.assertRaises(NotUsable):
            list(facts(self.file(fewer)))

    def test_items_go_along_in_the_order_of_their_hashes(self):
        self.file(RESULTS)
        self.samples(*[sample(*each) for each in ((0, "cc", 1.0), (1, "aa", 0), (2, "aa", True), (3, "bb", 0.0))])
        found = {(fact["benchmark"], fact["filter"]): fact for fact in scores(self.folder.name)}
        strict = found["gsm8k", "strict-match"]
        self.assertEqual((strict["value"], strict["outcomes"]), (0.41, "0101"))
        self.assertEqual(strict["item_names"], ["aa", "aa #2", "bb", "cc"])
        self.assertNotIn("outcomes", found["gsm8k", "flexible-extract"])

    def test_samples_alone_make_a_score_and_need_the_models_name(self):
        self.samples(sample(0, None, 1), sample(1, None, 0))
        with self.assertRaisesRegex(NotUsable, "model_id"):
            list(facts(self.folder.name))
        (fact,) = facts(self.folder.name, "org/mine")
        self.assertEqual((fact["value"], fact["items"], fact["outcomes"]), (0.5, 2, "10"))
        self.assertNotIn("item_names", fact)

    def test_what_is_not_right_or_wrong_has_no_items(self):
        self.samples(sample(0, "aa", 0.5), sample(1, "bb", float("nan")))
        self.assertEqual(list(facts(self.folder.name, "org/mine")), [])

    def test_bad_samples_are_refused_with_their_line(self):
        for second in ('{"doc_id": 1', '{"doc": 1}', "[1]", json.dumps(sample(0, "aa", 0))):
            with self.subTest(second):
                self.samples(sample(0, "aa", 1), second)
                with self.assertRaisesRegex(NotUsable, "line 2"):
                    list(facts(self.folder.name, "org/mine"))

    def test_items_of_a_partial_run_stay_out_where_nothing_says_which_they_are(self):
        self.file({**RESULTS, "config": {**RESULTS["config"], "limit": 10}, "n-samples": {}})
        self.samples(sample(0, None, 1))
        with self.assertWarns(LeftOutWarning):
            self.assertFalse([fact for fact in facts(self.folder.name, allow_partial=True) if "outcomes" in fact])

    def test_items_that_fit_in_no_line_go_in_a_line_each(self):
        self.samples(*[sample(each, f"{each:064d}", each % 2) for each in range(30_000)])
        score, *items = facts(self.folder.name, "org/mine")
        self.assertEqual((score["value"], len(items)), (0.5, 30_000))
        self.assertEqual(items[1]["value"], 1)
        self.assertEqual(items[1]["metric"], "exact_match")

    def test_bad_files_are_refused_in_words(self):
        for content in ('{"results": {', "[]", '{"results": []}', json.dumps({**RESULTS, "config": {}})):
            with self.subTest(content[:20]), self.assertRaises(NotUsable):
                list(facts(self.file(content)))
        with self.assertRaises(NotUsable):
            list(facts(Path(self.folder.name, "absent.json")))
        with self.assertRaises(NotUsable):
            list(facts(tempfile.mkdtemp(dir=self.folder.name)))


if __name__ == "__main__":
    unittest.main()
