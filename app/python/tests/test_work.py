"""The worker against a server whose answers are written here."""

import json
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from eyrie import CannotEvaluate, Eyrie, EyrieError, Order, Searches, Worker

ITEMS = [{"item": 4, "task": "sum", "name": "1+1=", "prompt": "1+1=", "answer": "2", "number": None},
         {"item": 9, "task": "sum", "name": "2+2=", "prompt": "2+2=", "answer": "4", "number": None}]
ORDER = {"number": 3, "program": "alg:1", "text": "base + tau(1)", "base": "zoo/seed", "parents": ["zoo/a"],
         "mergekit": None, "items": ITEMS}


def work(state, *orders):
    return 200, {"state": state, "orders": list(orders), "seconds": 0}


class Script(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer(body)

    def do_GET(self):
        self.answer(None)

    def answer(self, body):
        self.server.seen.append((self.path, body))
        status, answer, *link = self.server.script.pop(0)
        content = json.dumps(answer).encode()
        self.send_response(status)
        for target in link:
            self.send_header("Link", f'<{target}>; rel="next"')
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class WorkTest(unittest.TestCase):
    def setUp(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Script)
        self.server.script, self.server.seen = [], []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.eyrie = Eyrie(f"http://127.0.0.1:{self.server.server_address[1]}/", timeout=10)

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()

    def says(self, *answers):
        self.server.script = list(answers)

    def sent(self, path):
        return [body for seen, body in self.server.seen if seen.endswith(path)]

    def test_it_answers_every_item_until_the_search_has_ended(self):
        self.says(work("OPEN"), work("OPEN", ORDER), (200, []), work("FINISHED"))
        done = Worker(self.eyrie, "mine", lambda order: [item.prompt == "1+1=" for item in order.items], name="me").run()
        self.assertEqual(done, 1)
        self.assertEqual(self.sent("/outcomes"), [{"answers": [
            {"number": 3, "items": [{"item": 4, "solved": True}, {"item": 9, "solved": False}]}]}])
        self.assertEqual(self.sent("/developments/mine/leases")[0], {"worker": "me", "count": 1, "seconds": 900})

    def test_finalists_of_a_search_that_has_ended_are_evaluated_too(self):
        self.says(work("FINISHED", {**ORDER, "number": -1}), (200, []), work("FINISHED"))
        self.assertEqual(Worker(self.eyrie, "mine", lambda order: [True, False]).run(), 1)
        self.assertEqual(self.sent("/outcomes")[0]["answers"][0]["number"], -1)

    def test_what_cannot_be_evaluated_is_told_and_does_not_end_it(self):
        def evaluate(order):
            raise CannotEvaluate("its weights are not finite")

        self.says(work("OPEN", ORDER), (200, []), work("STOPPED"))
        self.assertEqual(Worker(self.eyrie, "mine", evaluate).run(), 1)
        self.assertEqual(self.sent("/outcomes"), [{"answers": [
            {"number": 3, "failure": "its weights are not finite"}]}])

    def test_a_fault_of_the_function_ends_it_and_answers_nothing(self):
        self.says(work("OPEN", ORDER))
        with self.assertRaises(ZeroDivisionError):
            Worker(self.eyrie, "mine", lambda order: [1 / 0]).run()
        self.says(work("OPEN", ORDER))
        with self.assertRaises(ValueError) as raised:
            Worker(self.eyrie, "mine", lambda order: [True]).run()
        self.assertIn("2 items", str(raised.exception))
        self.assertEqual(self.sent("/outcomes"), [])

    def test_a_service_that_is_away_is_asked_again_and_one_that_refuses_is_not(self):
        self.says((503, {"detail": "busy"}), work("OPEN", ORDER), (503, {"detail": "busy"}), (200, []), work("FINISHED"))
        self.assertEqual(Worker(self.eyrie, "mine", lambda order: [True, True]).run(), 1)
        self.assertEqual(len(self.sent("/outcomes")), 2)
        self.says((400, {"detail": "no such search"}))
        with self.assertRaises(EyrieError):
            Worker(self.eyrie, "mine", lambda order: []).run()

    def test_documents_of_a_harness_are_numbers_by_task(self):
        listed = [{"item": place, "task": task, "name": "h", "prompt": None, "answer": None, "number": number}
                  for place, (task, number) in enumerate([("b", 7), ("a", 2), ("b", 1)])]
        self.assertEqual(Order.of({**ORDER, "items": listed}).samples(), {"a": [2], "b": [1, 7]})
        with self.assertRaises(ValueError):
            Order.of(ORDER).samples()

    def test_a_merge_wants_to_know_where_its_parents_lie(self):
        with self.assertRaises(ValueError) as raised:
            Order.of(ORDER).merge("out", {"zoo/seed": "/seed"})
        self.assertIn("zoo/a", str(raised.exception))

    def test_a_search_is_begun_with_what_was_said(self):
        self.says((202, {"id": "mine"}), (200, {"id": "mine"}))
        Searches(self.eyrie).start("mine", family="ciphers", evaluator="pull")
        Searches(self.eyrie).stop("mine")
        self.assertEqual(self.sent("/developments"), [{"id": "mine", "family": "ciphers", "evaluator": "pull",
                                                       "policy": "guided", "seed": 0, "itemsBudget": 3000}])
        self.assertEqual(len(self.sent("/developments/mine/stop")), 1)

    def test_searches_are_listed_to_the_last_part(self):
        self.says((200, [{"id": str(number)} for number in range(500)], "/api/v1/developments?limit=500&cursor=a%2Fb"),
                  (200, [{"id": "last"}]))
        self.assertEqual(len(Searches(self.eyrie).all()), 501)
        self.assertEqual([path.split("/")[-1] for path, _ in self.server.seen],
                         ["developments?limit=500", "developments?limit=500&cursor=a%2Fb"])


if __name__ == "__main__":
    unittest.main()
