#!/usr/bin/env python3
"""What transformers makes of some prompts, for tests to compare with.

references.py FOLDER                 writes small random models of several shapes, and their logits
references.py --logits MODEL TEXT..  prints the logits of each text as a JSON line
references.py --answers MODEL ITEMS  prints 1 or 0 an item: whether generate() writes the answer and ends

Needs torch, transformers, safetensors.
"""

import json
import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, LlamaConfig, LlamaForCausalLM

SHAPES = {
    "plain": dict(num_attention_heads=4, num_key_value_heads=4),
    "grouped": dict(num_attention_heads=4, num_key_value_heads=2, tie_word_embeddings=True, rope_theta=500000.0),
    "wide-heads": dict(num_attention_heads=4, num_key_value_heads=1, head_dim=6, rms_norm_eps=1e-3, num_hidden_layers=3),
}
LETTERS = "abcdefgh"


def load(folder):
    return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()


def rounded(logits):
    return [[float(f"{value:.7g}") for value in row] for row in logits.tolist()]


@torch.no_grad()
def reference(model, tokens):
    return {"tokens": tokens, "logits": rounded(model(input_ids=torch.tensor([tokens])).logits[0])}


def write_shapes(out):
    for number, (name, changes) in enumerate(SHAPES.items()):
        torch.manual_seed(number)
        config = LlamaConfig(**{**dict(hidden_size=16, intermediate_size=22, num_hidden_layers=2, vocab_size=10,
                                       max_position_embeddings=24, eos_token_id=8, bos_token_id=None, pad_token_id=9,
                                       initializer_range=0.4), **changes})
        model = LlamaForCausalLM(config).eval()
        for parameter in model.parameters():  # norms of ones would hide that they are applied
            if parameter.dim() == 1:
                torch.nn.init.uniform_(parameter, 0.5, 1.5)
        model.save_pretrained(out / name)
        (out / name / "generation_config.json").unlink(missing_ok=True)
        write_tokenizer(out / name)
        prompts = torch.randint(9, (3, 11), generator=torch.Generator().manual_seed(number)).tolist()
        with open(out / name / "logits.jsonl", "w") as file:
            for length, tokens in zip((1, 7, 11), prompts):
                file.write(json.dumps(reference(load(out / name), tokens[:length])) + "\n")


def write_tokenizer(folder):
    special = [{"id": 8, "content": "</s>", "single_word": False, "lstrip": False, "rstrip": False,
                "normalized": False, "special": True}]
    (folder / "tokenizer.json").write_text(json.dumps({
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": special, "normalizer": None,
        "pre_tokenizer": {"type": "Split", "pattern": {"Regex": ""}, "behavior": "Isolated", "invert": False},
        "post_processor": None, "decoder": {"type": "Fuse"},
        "model": {"type": "WordLevel", "unk_token": "?",
                  "vocab": {**{letter: number for number, letter in enumerate(LETTERS)}, "</s>": 8, "?": 9}}}))


def print_logits(folder, texts):
    model, tokenizer = load(folder), AutoTokenizer.from_pretrained(folder)
    for text in texts:
        print(json.dumps({"text": text, **reference(model, tokenizer.encode(text))}))


@torch.no_grad()
def print_answers(folder, items):
    model, tokenizer = load(folder), AutoTokenizer.from_pretrained(folder)
    found = []
    for item in map(json.loads, open(items)):
        prompt = torch.tensor([tokenizer.encode(item["prompt"])])
        most = len(tokenizer.encode(item["answer"])) + 1
        written = model.generate(prompt, max_new_tokens=most, do_sample=False)[0, prompt.shape[1]:].tolist()
        ended = written[-1] == model.config.eos_token_id
        found.append("1" if ended and tokenizer.decode(written[:-1]) == item["answer"] else "0")
    print("".join(found))


if __name__ == "__main__":
    if sys.argv[1] == "--logits":
        print_logits(sys.argv[2], sys.argv[3:])
    elif sys.argv[1] == "--answers":
        print_answers(sys.argv[2], sys.argv[3])
    else:
        write_shapes(Path(sys.argv[1]))
