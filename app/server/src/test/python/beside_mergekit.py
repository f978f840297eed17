#!/usr/bin/env python3
"""Merges with mergekit what Eyrie has merged, and says how far apart the two are.

beside_mergekit.py --float32 MODEL...   rewrites the weights of models as float32, with a little noise of each model's own
beside_mergekit.py --store TYPE=MODEL...  rewrites weights as float16, bfloat16 or float32, in two shards
beside_mergekit.py FOLDER               FOLDER has NAME.yml, a configuration, beside NAME, the folder of Eyrie's merge

The latter prints a JSON line for each: the elements that differ by more than a millionth of their tensor's largest, the share of elements
changed and the sum of the changes' sizes on both sides, the greatest difference of logits with transformers, and, where both are
of 16 bits, how many elements differ at all and by how many steps of their type at most.
"""

import json
import sys
from pathlib import Path

import torch
import yaml
from mergekit.config import MergeConfiguration
from mergekit.io.tasks import LoaderCache
from mergekit.merge import run_merge
from mergekit.options import MergeOptions
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM


def tensors(folder):
    return {name: each.double() for file in sorted(Path(folder).glob("*.safetensors")) for name, each in load_file(file).items()}


@torch.no_grad()
def logits(folder):
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    tokens = torch.randint(model.config.vocab_size, (4, 12), generator=torch.Generator().manual_seed(0))
    return model(input_ids=tokens).logits


def stored(folder):
    return {name: each for file in sorted(Path(folder).glob("*.safetensors")) for name, each in load_file(file).items()}


def steps(value):
    """Numbers of 16 bits by their place among all of their type."""
    bits = value.view(torch.int16).int()
    return torch.where(bits < 0, -(bits & 0x7FFF), bits)


def store(kind, model):
    folder = Path(model)
    all_of = {name: each.to(getattr(torch, kind)) for name, each in stored(folder).items()}
    names, index = sorted(all_of), {}
    for place, part in enumerate((names[::2], names[1::2])):
        file = f"model-{place + 1:05d}-of-00002.safetensors"
        save_file({name: all_of[name] for name in part}, folder / file, {"format": "pt"})
        index.update({name: file for name in part})
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": index}))


def compare(recipe, ours):
    config = yaml.safe_load(recipe.read_text(encoding="utf-8"))
    theirs = ours.with_name(ours.name + "-mergekit")
    LoaderCache().loaders.clear()
    run_merge(MergeConfiguration.model_validate(config), str(theirs), MergeOptions(
        copy_tokenizer=False, write_model_card=False, quiet=True, random_seed=7))
    a, b = tensors(ours), tensors(theirs)
    base = tensors(config.get("base_model") or config["models"][0]["model"])
    assert a.keys() == b.keys(), (a.keys() ^ b.keys())
    found = dict(name=ours.name, method=config["merge_method"], elements=0, beyond=0, changed=[0, 0], sums=[0.0, 0.0])
    for name, mine in a.items():
        other = b[name]
        found["elements"] += mine.numel()
        found["beyond"] += int(((mine - other).abs() > 1e-6 * other.abs().max()).sum())
        for side, made in enumerate((mine, other)):
            delta = (made - base[name]).abs()
            found["changed"][side] += int((delta > 0).sum())
            found["sums"][side] += delta.sum().item()
    halves, others = stored(ours), stored(theirs)
    found["types"] = sorted({str(value.dtype) for each in (halves, others) for value in each.values()})
    if all(value.dtype == others[name].dtype and value.element_size() == 2 for name, value in halves.items()):
        apart = [(steps(value) - steps(others[name])).abs() for name, value in halves.items()]
        found["apart"] = [sum(int((each > 0).sum()) for each in apart), max(int(each.max()) for each in apart)]
    found["logits"] = (logits(ours) - logits(theirs)).abs().max().item()
    print(json.dumps(found), flush=True)


if sys.argv[1] == "--float32":
    for model in sys.argv[2:]:
        # Differences of 16-bit numbers are often equal, and of equal elements at a threshold mergekit's sort takes any.
        noise = torch.Generator().manual_seed(sum(model.encode()))
        file = Path(model) / "model.safetensors"
        save_file({name: each.float() + 1e-4 * each.float().abs().mean() * torch.randn(each.shape, generator=noise)
                   for name, each in load_file(file).items()}, file, {"format": "pt"})
elif sys.argv[1] == "--store":
    for each in sys.argv[2:]:
        store(*each.split("=", 1))
else:
    for each in sorted(Path(sys.argv[1]).glob("*.yml")):
        compare(each, each.with_suffix(""))
