"""How much of each model is in what mergekit makes of a recipe, measured on what it makes.

Every weight of a model is one number. Each recipe is merged, and once more for each model with that model's numbers raised:
by how much the result rises is the model's factor. Run where mergekit is installed:

    python mergekit_shares.py           # measures and compares with shares.json
    python mergekit_shares.py --write   # measures and writes shares.json
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import torch
import yaml
from mergekit.config import MergeConfiguration
from mergekit.io.tasks import LoaderCache
from mergekit.merge import run_merge
from mergekit.options import MergeOptions
from safetensors.torch import load_file
from transformers import LlamaConfig, LlamaForCausalLM

HERE = Path(__file__).resolve().parent / "conformance" / "mergekit"
NUMBERS = {"oak/base": 1.0, "oak/one": 2.0, "oak/two": 3.0, "oak/three": 4.0}
RAISED = 0.5
EXACT, RANDOM = 1e-3, 0.05


def write(model, number):
    shape = LlamaConfig(hidden_size=32, intermediate_size=32, num_hidden_layers=4, num_attention_heads=1,
                        num_key_value_heads=1, vocab_size=8, tie_word_embeddings=False)
    network = LlamaForCausalLM(shape)
    with torch.no_grad():
        for weights in network.parameters():
            weights.fill_(number)
    network.save_pretrained(model)


def mean(recipe):
    """The mean number in the layers of what is made."""
    LoaderCache().loaders.clear()
    run_merge(MergeConfiguration.model_validate(recipe), "made", MergeOptions(
        copy_tokenizer=False, write_model_card=False, quiet=True, random_seed=7))
    made = load_file("made/model.safetensors") if Path("made/model.safetensors").exists() else {
        name: each for file in Path("made").glob("*.safetensors") for name, each in load_file(file).items()}
    for file in Path("made").glob("*.safetensors*"):
        file.unlink()
    means = [each.double().mean().item() for name, each in made.items() if ".layers." in name]
    return sum(means) / len(means)


def factors(recipe):
    text = json.dumps(recipe)
    before = mean(recipe)
    found = {}
    for model, number in NUMBERS.items():
        if f'"{model}"' in text:
            write(model, number + RAISED)
            found[model] = round((mean(recipe) - before) / RAISED, 4) + 0.0
            write(model, number)
    return found


def main():
    laws = yaml.safe_load((HERE / "recipes.yml").read_text(encoding="utf-8"))["laws"]
    recorded = HERE / "shares.json"
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for model, number in NUMBERS.items():
            write(model, number)
        measured = {each["law"]: factors(each["recipe"]) for each in laws}
    if "--write" in sys.argv:
        recorded.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
        return
    known = json.loads(recorded.read_text(encoding="utf-8"))
    assert known.keys() == measured.keys(), "shares.json is of other recipes: run with --write"
    for each in laws:
        law, allowed = each["law"], RANDOM if each.get("random") else EXACT
        for model, factor in measured[law].items():
            assert abs(factor - known[law][model]) <= allowed, f"{law}: {model} is {factor}, was {known[law][model]}"
    print(f"mergekit makes of {len(laws)} recipes what shares.json says")


if __name__ == "__main__":
    main()
