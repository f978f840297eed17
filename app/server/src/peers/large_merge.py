#!/usr/bin/env python3
"""A merge of models of 2 GB each by Eyrie and by mergekit, one after the other on the same files, from a cold cache.

large_merge.py --work FOLDER [--eyrie ./eyrie] [--parents 3] [--layers 16] [--program PROGRAM]... [--repeat 1]

Makes the models first, unless FOLDER has them: random weights in BF16, in two shards each, in the layout of Llama. Needs
torch, safetensors, mergekit 0.1.5. Prints of each run: wall time, processor time, the most memory of the process, and of that
what was no file's, since a file that is mapped into memory counts in the former. Pages of files are dropped before each run.
Then compares the tensors.
"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file

HIDDEN, FORWARD, WORDS = 2048, 5632, 32000
PROGRAMS = {
    "sum": "base + sum(taus * each(.6, .9, 1.2))",
    "ties": "base + mean_of_nonzero(agree(keep(taus, .4)))",
}


def shapes(layers):
    yield "model.embed_tokens.weight", (WORDS, HIDDEN)
    for layer in range(layers):
        own = f"model.layers.{layer}."
        for name in ("q_proj", "k_proj", "v_proj", "o_proj"):
            yield f"{own}self_attn.{name}.weight", (HIDDEN, HIDDEN)
        for name in ("gate_proj", "up_proj"):
            yield f"{own}mlp.{name}.weight", (FORWARD, HIDDEN)
        yield f"{own}mlp.down_proj.weight", (HIDDEN, FORWARD)
        for name in ("input_layernorm", "post_attention_layernorm"):
            yield f"{own}{name}.weight", (HIDDEN,)
    yield "model.norm.weight", (HIDDEN,)
    yield "lm_head.weight", (WORDS, HIDDEN)


def make(folder, layers, number):
    """The base is number 0; a parent is the base and a little of its own."""
    folder.mkdir(parents=True)
    names = list(shapes(layers))
    shards, index = (names[:len(names) // 2], names[len(names) // 2:]), {}
    for place, shard in enumerate(shards):
        tensors = {}
        for name, shape in shard:
            drawn = torch.Generator().manual_seed(hash_of(name))
            value = .02 * torch.randn(shape, generator=drawn)
            if number:
                value += .004 * torch.randn(shape, generator=torch.Generator().manual_seed(hash_of(name) + number))
            tensors[name] = value.to(torch.bfloat16)
        file = f"model-{place + 1:05d}-of-{len(shards):05d}.safetensors"
        save_file(tensors, folder / file, {"format": "pt"})
        index.update({name: file for name in tensors})
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": index}))
    (folder / "config.json").write_text(json.dumps({
        "architectures": ["LlamaForCausalLM"], "model_type": "llama", "torch_dtype": "bfloat16", "hidden_act": "silu",
        "hidden_size": HIDDEN, "intermediate_size": FORWARD, "num_hidden_layers": layers, "num_attention_heads": 32,
        "num_key_value_heads": 32, "vocab_size": WORDS, "max_position_embeddings": 2048, "rms_norm_eps": 1e-5,
        "tie_word_embeddings": False}))


def hash_of(name):
    return sum(place * byte for place, byte in enumerate(name.encode(), 1)) * 16


def drop(folder):
    """Has the system forget what it has read of a folder."""
    os.sync()
    for file in folder.rglob("*.safetensors"):
        with open(file, "rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def memory(process, most):
    """The most of a process's memory, and the most that is no file's, looked at twenty times a second.

    What the system says of a child at its end counts what this process had when it began the child.
    """
    while process.returncode is None:
        try:
            for line in open(f"/proc/{process.pid}/status"):
                if line.startswith(("VmHWM:", "RssAnon:")):
                    name, kilobytes = line.split()[:2]
                    most[name] = max(most[name], int(kilobytes))
        except OSError:
            return
        time.sleep(.05)


def run(name, words, work):
    drop(work)
    began, most = time.monotonic(), {"VmHWM:": 0, "RssAnon:": 0}
    with open(work / "last.log", "w") as log:
        process = subprocess.Popen([str(word) for word in words], stdout=log, stderr=log)
        watch = threading.Thread(target=memory, args=(process, most))
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = status
        watch.join()
    print(f"{name:16} {seconds:7.1f} s wall, {used.ru_utime:6.1f} s user, {used.ru_stime:5.1f} s system,"
          f" {most['VmHWM:'] / 1024:6.0f} MB at most, {most['RssAnon:'] / 1024:6.0f} MB of its own, read"
          f" {used.ru_inblock / 2 ** 21:.2f} GB, load {os.getloadavg()[0]:.1f}", flush=True)
    if status:
        sys.exit((work / "last.log").read_text())


def compare(ours, theirs):
    """Elements that differ, by how many units of the last place of BF16 at most."""
    places = {}
    for folder in (ours, theirs):
        places[folder] = {}
        for file in sorted(folder.glob("*.safetensors")):
            opened = safe_open(file, "pt")
            places[folder].update({name: opened for name in opened.keys()})
    elements = different = 0
    furthest = 0.0
    for name in places[ours]:
        a, b = (places[folder][name].get_tensor(name).float() for folder in (ours, theirs))
        elements += a.numel()
        away = (a - b).abs()
        different += int((away > 0).sum())
        furthest = max(furthest, (away / b.abs().clamp(min=1e-30))[away > 0].max().item() if away.any() else 0.0)
    print(f"  {different} of {elements} elements differ, at most by {furthest:.4f} of themselves", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--eyrie", default="./eyrie")
    parser.add_argument("--parents", type=int, default=3)
    parser.add_argument("--layers", type=int, default=16)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--method", action="append", choices=list(PROGRAMS))
    parser.add_argument("--without-mergekit", action="store_true")
    arguments = parser.parse_args()
    work, eyrie = arguments.work.resolve(), shlex.split(arguments.eyrie)
    folders = [work / f"model{number}" for number in range(arguments.parents + 1)]
    for number, folder in enumerate(folders):
        if not folder.exists():
            make(folder, arguments.layers, number)
    models = ["--base", folders[0]]
    for folder in folders[1:]:
        models += ["--parent", folder]
    for method in arguments.method or list(PROGRAMS):
        (work / f"{method}.merge").write_text(PROGRAMS[method] + "\n")
        recipe = subprocess.run([*eyrie, "algorithm", "export", work / f"{method}.merge", *models, "--dtype", "bfloat16"],
                                check=True, capture_output=True, text=True).stdout
        (work / f"{method}.yml").write_text(recipe)
        for _ in range(arguments.repeat):
            for out in ("eyrie", "mergekit"):
                shutil.rmtree(work / out, ignore_errors=True)
            run(f"{method} eyrie", [*eyrie, "merge", "--program", work / f"{method}.merge", *models, "--out",
                                    work / "eyrie"], work)
            if not arguments.without_mergekit:
                run(f"{method} mergekit", [sys.executable, "-m", "mergekit.scripts.run_yaml", work / f"{method}.yml",
                                           work / "mergekit", "--no-copy-tokenizer", "--quiet"], work)
                compare(work / "eyrie", work / "mergekit")


if __name__ == "__main__":
    main()
