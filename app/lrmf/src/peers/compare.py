#!/usr/bin/env python3
"""Fits the same outcomes with Eyrie and with what else can be installed, one after the other, and prints one table.

usage: compare.py [FILE.npz] [--epochs 8] [--threads 2] [--skip-eyrie]

FILE.npz holds outcomes as SimulateOutcomes writes them (arrays u, i, z: model, item, outcome of seen cells; tu, ti, tz of
held-out ones; cold: models with no seen cell; edges: child and parent). Without it, outcomes of the size that arXiv
2504.19811 reports are simulated into the folder target/. Needs numpy, torch, scipy and cmfrec, and Maven for Eyrie.

Seconds are those of learning alone, scoring left out. Losses are of held-out cells, of models with seen cells (warm)
and of models with none (cold).
"""
import argparse
import pathlib
import re
import subprocess
import time

import numpy as np

HERE = pathlib.Path(__file__).resolve()
ROOT = HERE.parents[4]
JAVA = "org.eyrie.lrmf.peers."
MODELS, ITEMS, SHARE, SEED = 2934, 21606, 0.1, 7


def program(name, arguments):
    """Prints what a Java program of the jmh profile prints, line by line."""
    command = ["mvn", "-B", "-q", "-f", str(ROOT / "pom.xml"), "-Pjmh", "-pl", "app/lrmf", "-am", "verify", "-DskipTests",
               f"-Dprogram={JAVA}{name}", "-Djmh=" + " ".join(arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def losses(data, chance):
    """Log-loss and Brier score, warm and cold, of one probability per held-out cell."""
    p = np.clip(np.asarray(chance, np.float64), 1e-3, 1 - 1e-3)
    z = data["tz"].astype(np.float64)
    log = -(z * np.log(p) + (1 - z) * np.log1p(-p))
    square = (z - p) ** 2
    cold = data["cold"].astype(bool)[data["tu"]]
    return log[~cold].mean(), log[cold].mean(), square[~cold].mean(), square[cold].mean()


def row(method, seconds, figures, cold=True):
    told = [f"{f:.4f}" if cold or k % 2 == 0 else "none" for k, f in enumerate(figures)]
    print(f"| {method} | {seconds:.2f} | " + " | ".join(told) + " |", flush=True)


def eyrie(path, threads):
    for name, options in (("strengths given", ["sweeps=2,3,4,5,7,12"]), ("all learned, covariances carried along",
                                                                  ["sweeps=5,7,9,12", "spread=true"])):
        lines = program("FitOutcomes", [str(path), f"threads={threads}", "rounds=2", *options])
        last = max(k for k, line in enumerate(lines) if line.startswith("round"))
        for line in lines[last + 1:]:
            if re.match(r" *\d+ ", line):
                sweeps, seconds, *figures = line.split()[:6]
                row(f"Eyrie, {name}, {sweeps} sweeps", float(seconds), map(float, figures))


def pytorch(data, threads, epochs, kinship, ridge, rank=16, rate=0.01, batch=65536):
    """LRMF by Adam on minibatches: squared differences along edges, everything else a small ridge."""
    import torch

    torch.set_num_threads(threads)
    torch.manual_seed(SEED)
    n, m = int(data["n"]), int(data["m"])
    model, item, outcome = (torch.from_numpy(data[k].astype(t)) for k, t in (("u", "i8"), ("i", "i8"), ("z", "f4")))
    child, parent = torch.from_numpy(data["edges"].reshape(-1, 2).astype("i8")).T
    asked = torch.from_numpy(data["tu"].astype("i8")), torch.from_numpy(data["ti"].astype("i8"))
    skill = torch.nn.Embedding(n, rank + 1)  # the last number of a model is added, and so is that of an item
    load = torch.nn.Embedding(m, rank + 1)
    for table in (skill, load):
        torch.nn.init.normal_(table.weight, std=0.1)
        torch.nn.init.zeros_(table.weight[:, rank])
    weights = [skill.weight, load.weight]
    adam = torch.optim.Adam(weights, lr=rate)

    def logit(u, i):
        a, b = skill(u), load(i)
        return (a[:, :rank] * b[:, :rank]).sum(1) + a[:, rank] + b[:, rank]

    spent = 0.0
    for epoch in range(1, epochs + 1):
        begun = time.perf_counter()
        for cells in torch.randperm(len(model)).split(batch):
            adam.zero_grad()
            fit = torch.nn.functional.binary_cross_entropy_with_logits(
                logit(model[cells], item[cells]), outcome[cells], reduction="mean")
            lineage = (skill.weight[child] - skill.weight[parent]).square().sum()
            size = sum(weight.square().sum() for weight in weights)
            (fit + (kinship * lineage + ridge * size) / len(model)).backward()
            adam.step()
        spent += time.perf_counter() - begun
        with torch.no_grad():
            row(f"PyTorch, Adam, rank {rank}, λ = {kinship:g}, ridge {ridge:g}, epoch {epoch}", spent,
                losses(data, torch.sigmoid(logit(*asked)).numpy()))


def cmfrec(data, threads, rank=8):
    """Collective factorisation by alternating least squares on outcomes, lineage as side information of models."""
    from cmfrec import CMF
    from scipy.sparse import coo_matrix

    n, m = int(data["n"]), int(data["m"])
    seen = coo_matrix((data["z"].astype(np.float32), (data["u"], data["i"])), shape=(n, m))
    edges = data["edges"].reshape(-1, 2)
    ends = np.concatenate([edges, np.stack([np.arange(n)] * 2, 1)])
    kin = coo_matrix((np.ones(len(ends), np.float32), (ends[:, 0], ends[:, 1])), shape=(n, n))
    for name, side in (("", None), (", parents as side information", kin)):
        for strength in (3.0, 10.0):
            solver = CMF(k=rank, lambda_=strength, method="als", use_float=True, nthreads=threads, verbose=False,
                         random_state=SEED, w_user=0.1 if side is not None else 1.0)
            begun = time.perf_counter()
            solver.fit(seen, U=side)
            spent = time.perf_counter() - begun
            row(f"cmfrec, squared loss, rank {rank}, λ = {strength:g}{name}", spent,
                losses(data, solver.predict(data["tu"], data["ti"])), cold=side is not None)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("file", nargs="?")
    a.add_argument("--epochs", type=int, default=8)
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--skip-eyrie", action="store_true")
    o = a.parse_args()
    path = pathlib.Path(o.file) if o.file else ROOT / "target" / "outcomes.npz"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        print("\n".join(program("SimulateOutcomes", [str(path), str(MODELS), str(ITEMS), str(SHARE), str(SEED)])))
    path = path.resolve()
    data = dict(np.load(path))
    print(f"{int(data['n'])} models, {int(data['m'])} items, {len(data['u'])} cells seen, {len(data['tu'])} held out\n")
    print("| method | seconds | log-loss warm | cold | Brier warm | cold |\n| --- | --- | --- | --- | --- | --- |")
    row("the true probabilities", 0, losses(data, data["tp"]))
    if not o.skip_eyrie:
        eyrie(path, o.threads)
    cmfrec(data, o.threads)
    pytorch(data, o.threads, o.epochs, kinship=10, ridge=2)


if __name__ == "__main__":
    main()
