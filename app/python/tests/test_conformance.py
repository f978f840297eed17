"""What files of lm-evaluation-harness say, by the cases that bind the import in Java too."""

import json
import unittest
import warnings
from pathlib import Path

from eyrie import names
from eyrie.lm_eval import LeftOutWarning, NotUsable, facts

CASES = Path(__file__).parent / "conformance" / "lm_eval"
NAMES = Path(__file__).parent / "conformance" / "names.json"


class ConformanceTest(unittest.TestCase):
    maxDiff = None

    def test_every_case_reads_as_expected(self):
        cases = sorted(CASES.iterdir())
        self.assertGreater(len(cases), 30)
        for folder in cases:
            case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
            with self.subTest(folder.name, law=case["law"]):
                with warnings.catch_warnings(record=True) as told:
                    warnings.simplefilter("always", LeftOutWarning)
                    self.hold(folder, case)
                for words in case.get("noted", []):
                    self.assertTrue(any(words in str(each.message) for each in told), words)

    def hold(self, folder, case):
        if "refused" in case:
            with self.assertRaises(NotUsable) as refused:
                read(folder, case)
            for words in case["refused"]:
                self.assertIn(words, str(refused.exception))
        else:
            lines = (folder / "expected.ndjson").read_text(encoding="utf-8").splitlines()
            self.assertEqual(read(folder, case), sorted((json.loads(line) for line in lines), key=order))

    def test_every_name_is_read_by_the_law(self):
        laws = json.loads(NAMES.read_text(encoding="utf-8"))["laws"]
        self.assertGreater(len(laws), 10)
        for law in laws:
            for name in law["names"]:
                with self.subTest(name["text"], law=law["law"]):
                    if "id" not in name:
                        with self.assertRaises(ValueError):
                            names.read(name["text"])
                    else:
                        self.assertEqual(names.read(name["text"]), (name["id"], name.get("revision")))
                        self.assertEqual(names.read(name["id"]).id, name["id"], "what was read is read as itself")


def read(folder, case):
    return sorted(facts(folder / "run", case.get("model_id"), case.get("allow_partial", False)), key=order)


def order(fact):
    return json.dumps(fact, sort_keys=True)


if __name__ == "__main__":
    unittest.main()
