"""Three small things to teach a real model, in words that it knows. All follow from one number; nothing is fetched."""

import json
import random
from pathlib import Path

WORDS = ("apple bread chair dance earth fence glass heart island juice knife light mouse night ocean paper queen river "
         "stone table under voice water young zebra green black white small round happy quick music field horse plant "
         "storm bridge candle doctor engine forest garden hammer insect jacket kitchen ladder market needle office "
         "pencil rabbit school ticket uncle valley window yellow").split()

YAML = """task: {task}
dataset_path: json
dataset_kwargs:
  data_files:
    test: {file}
test_split: test
output_type: generate_until
doc_to_text: "{{{{prompt}}}}"
doc_to_target: "{{{{answer}}}}"
generation_kwargs:
  until: ["\\n"]
  max_gen_toks: 12
  do_sample: false
metric_list:
  - metric: exact_match
    aggregation: mean
    higher_is_better: true
"""


def reverse(draw):
    words = draw.sample(WORDS, 3)
    return f"Backwards: {' '.join(words)}\n", " ".join(reversed(words))


def sort(draw):
    words = draw.sample(WORDS, 3)
    return f"By the alphabet: {' '.join(words)}\n", " ".join(sorted(words))


def middle(draw):
    words = draw.sample(WORDS, 5)
    return f"In the middle: {' '.join(words)}\n", words[2]


TASKS = {"reverse": reverse, "sort": sort, "middle": middle}


def items(task, seed, count):
    """Prompt and answer of so many items, none of which occurs twice; others for another seed."""
    draw, found = random.Random(f"{task} {seed}"), {}
    while len(found) < count:
        prompt, answer = TASKS[task](draw)
        found[prompt] = answer
    return list(found.items())


def write_local_tasks(folder, count):
    """Items as files and tasks of lm-evaluation-harness that read them, so that no network is needed."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for task in TASKS:
        file = folder / f"{task}.jsonl"
        file.write_text("".join(json.dumps({"prompt": p, "answer": a}) + "\n" for p, a in items(task, 0, count)))
        (folder / f"{task}.yaml").write_text(YAML.format(task=task, file=file.resolve()))
