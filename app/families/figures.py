#!/usr/bin/env python3
"""Scores of a family's models and of a few plain merges of them: figures.py almanac [--seed 1] [--at FOLDER]

Chosen on development items, shown on test items.
"""

import argparse
import itertools
from pathlib import Path

import numpy as np
import torch
from transformers import LlamaForCausalLM

from tasks import DEVELOP, TEST
from train import RECIPES, config, lessons_of, read_weights, scores

KINDS = {"self_attn": "attention", "mlp": "feed-forward", "norm": "norms", "embed": "embedding and head",
         "lm_head": "embedding and head"}


def kind(name):
    return next(value for part, value in KINDS.items() if part in name)


def arithmetic(deltas, weights):
    return {name: sum(w * delta[name] for w, delta in zip(weights, deltas)) for name in deltas[0]}


def trimmed(delta, share):
    kept = max(1, int(share * delta.numel()))
    threshold = delta.abs().flatten().kthvalue(delta.numel() - kept + 1).values
    return torch.where(delta.abs() >= threshold, delta, torch.zeros(()))


def ties(deltas, share, scale):
    merged = {}
    for name in deltas[0]:
        kept = torch.stack([trimmed(delta[name], share) for delta in deltas])
        agreeing = torch.where(kept.sign() == kept.sum(0).sign(), kept, torch.zeros(()))
        merged[name] = scale * agreeing.sum(0) / (agreeing != 0).sum(0).clamp(min=1)
    return merged


def without(deltas, left_out, scale):
    """Task arithmetic in which each specialist keeps away from some kinds of tensors."""
    return {name: sum(scale * delta[name] for delta, kinds in zip(deltas, left_out) if kind(name) not in kinds)
            for name in deltas[0]}


def plain_merges(deltas):
    steps = (0, 0.3, 0.6, 1.0)
    for weights in itertools.product(steps, repeat=len(deltas)):
        if sum(w > 0 for w in weights) > 1:
            yield "task arithmetic", f"weights {weights}", arithmetic(deltas, weights)
    for share, scale in itertools.product((0.2, 0.5), (0.6, 1.0, 1.5)):
        yield "TIES", f"density {share}, scale {scale}", ties(deltas, share, scale)
    for scale in (0.6, 1.0):
        for left in itertools.product(((), ("attention",), ("feed-forward",)), repeat=len(deltas)):
            if any(left):
                yield "by kind", f"scale {scale}, without {left}", without(deltas, left, scale)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("family", choices=list(RECIPES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at", type=Path, default=Path(__file__).parent)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    lessons, folder = lessons_of(arguments.family, arguments.seed), arguments.at / arguments.family
    model = LlamaForCausalLM(config()).eval()
    base = read_weights(folder / "seed")
    parents = [read_weights(folder / f"specialist{n}") for n in (1, 2, 3)]

    def run(weights, split):
        model.load_state_dict(weights)
        return scores(model, lessons, split)

    for name, weights in zip(("seed", "specialist1", "specialist2", "specialist3"), (base, *parents)):
        by_task = run(weights, (DEVELOP, DEVELOP + TEST))
        print(f"{name:12} develop {np.mean(run(weights, (0, DEVELOP))):.3f} test {np.mean(by_task):.3f}",
              [f"{score:.2f}" for score in by_task], flush=True)
    deltas = [{name: parent[name] - base[name] for name in base} for parent in parents]
    flat = [torch.cat([value.flatten() for value in delta.values()]) for delta in deltas]
    print("norms of the task vectors", [f"{vector.norm():.2f}" for vector in flat], "cosines",
          [f"{torch.cosine_similarity(a, b, dim=0):.2f}" for a, b in itertools.combinations(flat, 2)],
          f"norm of the seed {torch.cat([value.flatten() for value in base.values()]).norm():.1f}")
    best = {}
    for method, settings, delta in plain_merges(deltas):
        merged = {name: base[name] + value for name, value in delta.items()}
        score = np.mean(run(merged, (0, DEVELOP)))
        if score > best.get(method, (0,))[0]:
            best[method] = (score, settings, merged)
    for method, (score, settings, merged) in best.items():
        print(f"{method}: develop {score:.3f} test {np.mean(run(merged, (DEVELOP, DEVELOP + TEST))):.3f}, {settings}")


if __name__ == "__main__":
    main()
