#!/usr/bin/env python3
"""Searches of mergenetic 0.1.1 (MERGE3) over a family of Eyrie's, at a budget of items, with Eyrie's outcomes.

usage: mergenetic_search.py --dist FOLDER --family FOLDER --parent NAME... [--budget 1000,3000] [--seeds 20] --out FILE

Of mergenetic are used, as its package has them: Searcher, MergingProblem, TaskArithmeticMerger (for the configuration that
it writes), PerformanceEstimator, fit_theta; of pymoo the genetic algorithm with the operators that mergenetic's experiments
name. Not used, since they want a graphics card, vLLM and benchmarks with known item parameters: merging by mergekit, running
models, and the downloaded table of item parameters. In their place come Eyrie's merge and evaluator, by a process that
answers on demand (OutcomesOnDemand.java), and a table in the same form that is fitted here (see item_parameters).

Needs mergenetic 0.1.1 (--no-deps), pymoo 0.6.1.3, GitPython, pandas, torch, transformers, mergekit, lm-eval. Run it in a
folder of its own: mergenetic reads its table of item parameters from the folder that it is started in.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import time
import types
from pathlib import Path

import numpy as np

POPULATION = 25  # of the published experiments
KNOWN = 60  # random programs whose outcomes make item parameters
SKILLS = 4  # dimensions of an ability


def stand_in(name, **members):
    """For modules that mergenetic imports and that nothing here calls: no vLLM, no detection of languages."""
    try:
        __import__(name)
    except Exception:
        module = types.ModuleType(name)
        vars(module).update(members)
        sys.modules[name] = module


class Outcomes:
    """Eyrie's evaluator. Remembers what it was asked, which does not change what a search pays."""

    def __init__(self, dist, family, parents):
        source = Path(__file__).with_name("OutcomesOnDemand.java")
        self.process = subprocess.Popen(
            ["java", "-XX:ActiveProcessorCount=1", "-cp", f"{dist}/eyrie.jar:{dist}/lib/*", str(source)]
            + [f"{family}/seed", f"{family}/items.jsonl"]
            + [f"{family}/{parent}" for parent in parents],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.tasks = np.array(self.process.stdout.readline().rstrip("\n").split("\t"))
        self.known, self.tested = {}, {}

    def request(self, *parts):
        self.process.stdin.write("\t".join(parts) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError("Eyrie's process ended")
        return answer.rstrip("\n")

    def solved(self, program, items):
        known = self.known.setdefault(program, {})
        missing = sorted({int(i) for i in items if int(i) not in known})
        if missing:
            answer = self.request("ask", program, ",".join(map(str, missing)))
            known.update(zip(missing, (int(one) for one in answer)))
        return np.array([known[int(i)] for i in items])

    def test(self, program):
        if program not in self.tested:
            self.tested[program] = float(self.request("test", program))
        return self.tested[program]


def item_parameters(outcomes, parents):
    """A and B of each development item, by a multidimensional model of two parameters, from parents and random programs.

    The real method has such parameters from hundreds of public models that were evaluated before. A family of one's own has
    none, so these are given to the search free of charge: some 46,000 item evaluations that are not in its budget.
    """
    programs = [f"base + tau({parent + 1})" for parent in range(parents)]
    programs += outcomes.request("draw", "7001", str(KNOWN)).split("\t")
    every = np.arange(len(outcomes.tasks))
    table = np.array([outcomes.solved(program, every) for program in programs], float)
    random = np.random.default_rng(1)
    models, items = table.shape
    theta, a, b = random.normal(0, 0.5, (models, SKILLS)), random.normal(0.5, 0.3, (items, SKILLS)), np.zeros(items)
    rate = 0.02
    moments = [[np.zeros_like(x), np.zeros_like(x)] for x in (theta, a, b)]
    for step in range(1, 1501):  # Adam on the posterior, priors of standard deviation 1 (a around .5) and 2 (b)
        left = table - 1 / (1 + np.exp(-(theta @ a.T - b)))
        slopes = (left @ a - theta, left.T @ theta - (a - 0.5), -left.sum(0) - b / 4)
        for value, slope, (first, second) in zip((theta, a, b), slopes, moments):
            first += 0.1 * (slope - first)
            second += 0.001 * (slope**2 - second)
            value += rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    # mergenetic sums a * theta - b over the dimensions.
    return a.T[None], np.repeat(b[None, None] / SKILLS, SKILLS, axis=1), table[:parents]


def classes():
    """Mergenetic's, with this script's evaluator under them."""
    stand_in("fasttext")
    stand_in("lm_eval.models.vllm_causallms", VLLM=object)
    from mergenetic.estimator.perf_estimation import PerformanceEstimationParameters, PerformanceEstimator
    from mergenetic.estimator.utils import fit_theta
    from mergenetic.merging.taskarithmetic_merger import TaskArithmeticMerger
    from mergenetic.optimization import MergingProblem
    from mergenetic.searcher import Searcher
    import yaml

    class FamilyProblem(MergingProblem):
        def __init__(self, merger, outcomes, anchors, thetas, mode, by_kind, parents):
            super().__init__(
                merger, None, n_var=parents * (3 if by_kind else 1), n_obj=1, discrete=True, load_in_4bit=False, device="cpu"
            )
            self.outcomes, self.by_kind, self.parents, self.spent = outcomes, by_kind, parents, 0
            self.estimator = PerformanceEstimator(
                PerformanceEstimationParameters(
                    thetas=thetas,
                    sample_weights=np.ones(len(anchors)) / len(anchors),
                    sample_ids=anchors,
                    bench="gsm8k",  # the name under which this script's table lies
                    mode=mode,
                )
            )

        def _from_array_to_genotype(self, x):
            x = np.maximum(x, 1e-6)  # without any parent it would be no program
            if self.by_kind:
                terms = []
                for parent in range(self.parents):
                    attn, mlp, rest = x[3 * parent : 3 * parent + 3]
                    kinds = f"embed={rest:.7f}, attn={attn:.7f}, mlp={mlp:.7f}, norm={rest:.7f}, head={rest:.7f}, other={rest:.7f}"
                    terms.append(f"kind({kinds}) * tau({parent + 1})")
                return "base + " + " + ".join(terms)
            written = yaml.safe_load(Path(self.merger.create_individual_configuration(x)).read_text())
            assert written["merge_method"] == "task_arithmetic"
            weights = [model["parameters"]["weight"] for model in written["models"][1:]]
            return "base + " + " + ".join(f"{weight:.7f} * tau({k + 1})" for k, weight in enumerate(weights))

        def load_model(self, path, verbose=True):
            return path, None

        def metrics_4_genotype(self, model, tokenizer=None):
            import pandas as pd

            anchors = self.estimator.est_parameters.sample_ids
            self.spent += len(anchors)
            correct = pd.Series(self.outcomes.solved(model, anchors))
            return [-float(self.estimator.estimate_accuracy(correct))], None

        def test(self, genotype):
            program = self._from_array_to_genotype(genotype)
            return program, self.outcomes.test(program)

    return FamilyProblem, Searcher, TaskArithmeticMerger, fit_theta


def search(made, outcomes, thetas, parents, how, budget, seed, folder):
    from pymoo.algorithms.soo.nonconvex.ga import GA
    from pymoo.operators.crossover.sbx import SBX
    from pymoo.operators.mutation.pm import PM
    from pymoo.operators.sampling.rnd import IntegerRandomSampling

    problem_class, searcher_class, merger_class, _ = made
    mode, count, by_kind = how
    anchors = np.random.default_rng(seed).choice(len(outcomes.tasks), count, replace=False)
    merger = merger_class("run", "seed", [f"parent{k}" for k in range(parents)], str(folder), str(folder), "float32")
    problem = problem_class(merger, outcomes, anchors, thetas, mode, by_kind, parents)
    population = min(POPULATION, max(4, budget // (2 * count)))
    algorithm = GA(
        pop_size=population, sampling=IntegerRandomSampling(), crossover=SBX(), mutation=PM(), eliminate_duplicates=True
    )
    searcher = searcher_class(problem, algorithm, str(folder), budget // (count * population), seed, "run", verbose=False)
    start = time.process_time()
    searcher.search()
    program, test = problem.test(np.atleast_2d(searcher.result_X)[0])
    return {
        "policy": f"mergenetic, {mode}, {count} anchors, {'a weight a kind' if by_kind else 'Task Arithmetic'}",
        "budget": budget,
        "seed": seed,
        "leader": program,
        "share": -float(np.ravel(searcher.result_F)[0]),
        "test": test,
        "spent": problem.spent,
        "candidates": problem.step,
        "seconds": time.process_time() - start,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dist", required=True, help="app/server/target/dist")
    parser.add_argument("--family", required=True, help="a folder with seed, parents and items.jsonl")
    parser.add_argument("--parent", action="append", required=True)
    parser.add_argument("--budget", default="1000,3000")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--how", default="mean:20,gmpirt:20,mean:60,gmpirt:60,mean:20:kind,mean:60:kind")
    parser.add_argument("--out", required=True, help="a line of JSON for every search is added")
    options = parser.parse_args()

    family = Path(options.family).resolve()
    out = Path(options.out).resolve()
    folder = Path.cwd() / "runs"
    folder.mkdir(exist_ok=True)
    outcomes = Outcomes(Path(options.dist).resolve(), family, options.parent)
    parents = len(options.parent)
    a, b, of_parents = item_parameters(outcomes, parents)
    items = np.arange(a.shape[2])
    lines = {"lb": {"irt_parameters": {"A": a, "B": b}, "scenarios_position": {"gsm8k": items.tolist()}}}
    with open("tinyBenchmarks.pkl", "wb") as table:
        pickle.dump(lines, table)
    made = classes()
    thetas = [made[3](row, items, a, b) for row in of_parents]
    done = set()
    if out.exists():
        done = {(one["policy"], one["budget"], one["seed"]) for one in map(json.loads, out.read_text().splitlines())}
    for seed in range(1, options.seeds + 1):
        for budget in map(int, options.budget.split(",")):
            for text in options.how.split(","):
                mode, count, *kind = text.split(":")
                name = f"mergenetic, {mode}, {count} anchors, {'a weight a kind' if kind else 'Task Arithmetic'}"
                if (name, budget, seed) in done:
                    continue
                ended = search(made, outcomes, thetas, parents, (mode, int(count), bool(kind)), budget, seed, folder)
                with open(out, "a") as lines_out:
                    lines_out.write(json.dumps(ended) + "\n")
    outcomes.process.stdin.close()


if __name__ == "__main__":
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    main()
