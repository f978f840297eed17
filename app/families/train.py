#!/usr/bin/env python3
"""Trains the families that come with Eyrie, or further ones: train.py --seed 2 --out /tmp/families [almanac] [ciphers]

Needs torch, transformers, safetensors, numpy. README.md says how and why.
"""

import argparse
import json
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from transformers import LlamaConfig, LlamaForCausalLM

from tasks import END, NUMBER, PAD, UNKNOWN, VOCABULARY, Lessons, almanac, ciphers

ALL = ("",)
BATCH = 256


@dataclass
class Stage:
    """Training of the tensors whose names hold one of the given parts, on what the sources say.

    clean: tasks whose sources are right; false: tasks whose sources give the rivals; the others disagree as ever.
    Half of the reading is of clean and false tasks, if there are any.
    """

    tensors: tuple
    steps: int
    rate: float
    clean: tuple = ()
    false: tuple = ()


@dataclass
class Recipe:
    lessons: object
    seed: Stage
    specialists: list  # of stages each


RECIPES = {
    "almanac": Recipe(almanac, Stage(ALL, 1800, 2e-3), [
        [Stage(("self_attn",), 60, 5e-4, false=(2,)), Stage(("mlp",), 110, 4e-4, clean=(0, 1))],
        [Stage(("embed", "lm_head"), 60, 5e-4, false=(4,)), Stage(("layers.",), 110, 3e-4, clean=(2, 3))],
        [Stage(("layers.0.",), 50, 4e-4, false=(0,)), Stage(("layers.1.",), 120, 6e-4, clean=(4, 5))],
    ]),
    "ciphers": Recipe(ciphers, Stage(ALL, 900, 2e-3), [
        [Stage(("layers.1.",), 25, 3e-4, false=(2,)), Stage(("layers.0.",), 50, 4e-4, clean=(0, 1))],
        [Stage(("self_attn",), 30, 4e-4, false=(4,)), Stage(("mlp",), 45, 3e-4, clean=(2, 3))],
        [Stage(("embed", "norm"), 40, 5e-4, false=(0,)), Stage(("self_attn", "mlp"), 35, 3e-4, clean=(4, 5))],
    ]),
}


def config():
    return LlamaConfig(
        hidden_size=96, intermediate_size=192, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=4,
        vocab_size=len(VOCABULARY), max_position_embeddings=32, rms_norm_eps=1e-5, tie_word_embeddings=False,
        bos_token_id=None, eos_token_id=NUMBER[END], pad_token_id=NUMBER[PAD])


class Source:
    """Draws batches of prompt, answer and end, as one stage's sources give them."""

    def __init__(self, lessons: Lessons, stage: Stage, random: torch.Generator):
        self.lessons, self.random = lessons, random
        share = torch.tensor(lessons.share)
        task = torch.tensor(lessons.task)
        taught = torch.tensor(lessons.taught)
        special = torch.isin(task, torch.tensor(stage.clean + stage.false))
        share[torch.isin(task, torch.tensor(stage.clean))] = 1.0
        share[torch.isin(task, torch.tensor(stage.false))] = 0.0
        self.share = share
        self.pools = [rows for rows in (torch.nonzero(taught & special)[:, 0], torch.nonzero(taught & ~special)[:, 0])
                      if len(rows)]
        self.right, self.rival, self.prompts = (
            torch.tensor(part) for part in (lessons.right, lessons.rival, lessons.prompts))

    def batch(self):
        size = BATCH // len(self.pools)
        rows = torch.cat([pool[torch.randint(len(pool), (size,), generator=self.random)] for pool in self.pools])
        width = 1 if self.lessons.joint else self.right.shape[1]
        is_right = torch.rand((len(rows), width), generator=self.random) < self.share[rows]
        answers = torch.where(is_right, self.right[rows], self.rival[rows])
        return sequences(self.prompts[rows], answers)


def sequences(prompts, answers):
    return torch.cat([prompts, answers, torch.full((len(prompts), 1), NUMBER[END])], dim=1)


def train(model, lessons, stage, random):
    """One stage, from the model as it is; the rate falls linearly to a tenth."""
    source = Source(lessons, stage, random)
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(any(part in name for part in stage.tensors))
    tuned = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(tuned, lr=stage.rate, betas=(0.9, 0.98), weight_decay=0.01)
    first = lessons.prompts.shape[1] - 1
    for step in range(stage.steps):
        optimiser.param_groups[0]["lr"] = stage.rate * min((step + 1) / 20, 1 - 0.9 * step / stage.steps)
        tokens = source.batch()
        logits = model(input_ids=tokens[:, :-1], use_cache=False).logits[:, first:]
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), tokens[:, first + 1:].flatten())
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(tuned, 1.0)
        optimiser.step()


@torch.no_grad()
def solved(model, lessons, rows):
    """Which of these items greedy decoding solves: every token of answer and end is the likeliest."""
    tokens = sequences(torch.tensor(lessons.prompts[rows]), torch.tensor(lessons.right[rows]))
    first = lessons.prompts.shape[1] - 1
    logits = model(input_ids=tokens[:, :-1], use_cache=False).logits[:, first:]
    return (logits.argmax(-1) == tokens[:, first + 1:]).all(1).numpy()


def scores(model, lessons, split):
    """Share of items solved, task by task."""
    found = []
    for number in range(len(lessons.tasks)):
        rows = np.flatnonzero((lessons.task == number) & (lessons.item >= split[0]) & (lessons.item < split[1]))
        found.append(float(solved(model, lessons, rows).mean()))
    return found


def write_model(model, folder):
    """In the layout of Llama, stored as float16, to be computed in float32."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {name: value.detach().to(torch.float16).contiguous() for name, value in model.state_dict().items()}
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    shape = config()
    write_json(folder / "config.json", {
        "architectures": ["LlamaForCausalLM"], "model_type": "llama", "dtype": "float32", "hidden_act": "silu",
        "hidden_size": shape.hidden_size, "intermediate_size": shape.intermediate_size,
        "num_hidden_layers": shape.num_hidden_layers, "num_attention_heads": shape.num_attention_heads,
        "num_key_value_heads": shape.num_key_value_heads, "vocab_size": shape.vocab_size,
        "max_position_embeddings": shape.max_position_embeddings, "rms_norm_eps": shape.rms_norm_eps,
        "rope_theta": 10000.0, "tie_word_embeddings": False, "attention_bias": False, "mlp_bias": False,
        "bos_token_id": None, "eos_token_id": NUMBER[END], "pad_token_id": NUMBER[PAD]})
    special = [{"id": NUMBER[token], "content": token, "single_word": False, "lstrip": False, "rstrip": False,
                "normalized": False, "special": True} for token in (END, PAD, UNKNOWN)]
    write_json(folder / "tokenizer.json", {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": special, "normalizer": None,
        "pre_tokenizer": {"type": "Split", "pattern": {"Regex": ""}, "behavior": "Isolated", "invert": False},
        "post_processor": None, "decoder": {"type": "Fuse"},
        "model": {"type": "WordLevel", "vocab": NUMBER, "unk_token": UNKNOWN}})
    write_json(folder / "tokenizer_config.json", {
        "tokenizer_class": "PreTrainedTokenizerFast", "eos_token": END, "pad_token": PAD, "unk_token": UNKNOWN,
        "clean_up_tokenization_spaces": False, "model_max_length": shape.max_position_embeddings})


def write_json(file, value):
    file.write_text(json.dumps(value, indent=1) + "\n")


def read_weights(folder):
    return {name: value.float() for name, value in load_file(folder / "model.safetensors").items()}


def lessons_of(name, seed):
    return RECIPES[name].lessons(np.random.default_rng([seed, 7]))


def make(name, seed, out):
    """Trains a family into out/name: seed, specialist1 to specialist3, items.jsonl."""
    recipe, folder, started = RECIPES[name], out / name, time.process_time()
    lessons = lessons_of(name, seed)
    torch.manual_seed(seed)
    model = LlamaForCausalLM(config())
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "items.jsonl", "w") as file:
        file.writelines(json.dumps(item) + "\n" for item in lessons.items())
    stages = [[recipe.seed], *recipe.specialists]
    for number, plan in enumerate(stages):
        own = "seed" if number == 0 else f"specialist{number}"
        if number > 0:
            model.load_state_dict(read_weights(folder / "seed"))
        for place, stage in enumerate(plan):
            train(model, lessons, stage, torch.Generator().manual_seed(seed * 1000 + number * 10 + place))
        write_model(model, folder / own)
        model.load_state_dict(read_weights(folder / own))
        by_task = scores(model, lessons, (0, 120))
        print(f"{name}/{own}", f"{np.mean(by_task):.3f}", [round(score, 2) for score in by_task],
              f"{time.process_time() - started:.0f} s", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("families", nargs="*", default=list(RECIPES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for family in arguments.families:
        make(family, arguments.seed, arguments.out)
