"""What the families learn: invented facts to know by heart (almanac), and ciphers that go on to unseen words (ciphers).

Every answer has a rival. A source gives the right one with a share of its own; see README.md for why.
"""

import string
from dataclasses import dataclass

import numpy as np

END, PAD, UNKNOWN = "</s>", "<pad>", "<unk>"
VOCABULARY = [END, PAD, UNKNOWN, *string.ascii_lowercase, *string.ascii_uppercase, "="]
NUMBER = {token: number for number, token in enumerate(VOCABULARY)}
DEVELOP, TEST = 120, 300  # items a task


@dataclass
class Lessons:
    """All prompts of a family, with what right and disagreeing sources say of them.

    prompts (n, p), right and rival (n, a) are token numbers; share (n, a) is how often a source that disagrees with
    itself gives the right token; where joint, one draw decides a whole answer. item is the number of the item within
    its task (development first, then test), or -1; taught tells which prompts may be trained on.
    """

    tasks: list
    task: np.ndarray
    prompts: np.ndarray
    right: np.ndarray
    rival: np.ndarray
    share: np.ndarray
    joint: bool
    item: np.ndarray
    taught: np.ndarray

    def items(self):
        """The items as (task, prompt, answer, split), ordered by task, development first."""
        rows = np.flatnonzero(self.item >= 0)
        for row in sorted(rows, key=lambda r: (self.task[r], self.item[r])):
            yield {
                "task": self.tasks[self.task[row]],
                "prompt": "".join(VOCABULARY[t] for t in self.prompts[row]),
                "answer": "".join(VOCABULARY[t] for t in self.right[row]),
                "split": "develop" if self.item[row] < DEVELOP else "test",
            }


def numbers(text):
    return [NUMBER[letter] for letter in text]


def distinct(random, draw, count):
    found = []
    while len(found) < count:
        word = draw(random)
        if word not in found:
            found.append(word)
    return found


def spelled(*alphabets):
    return lambda random: "".join(random.choice(list(alphabet)) for alphabet in alphabets)


def almanac(random):
    """Six things to know of each of 420 islands. Nothing generalises: development and test are different facts."""
    tasks = ["harbour", "peak", "river", "wind", "fish", "saint"]
    islands = distinct(random, spelled("bdfgklmnprstvz", "aeiou", "lmnrstk", "aeiou"), DEVELOP + TEST)
    task, prompts, right, rival, item = [], [], [], [], []
    for number, name in enumerate(tasks):
        words = distinct(random, spelled("bdghklmnprst", "aeiou", "lmnrst"), 60)
        order = random.permutation(DEVELOP + TEST)
        for place, island in enumerate(islands):
            yes, no = random.choice(len(words), 2, replace=False)
            task.append(number)
            prompts.append(numbers(name[0].upper() + island + "="))
            right.append(numbers(words[yes]))
            rival.append(numbers(words[no]))
            item.append(order[place])
    share = np.repeat(random.uniform(0.25, 0.75, (len(task), 1)), 3, axis=1)
    return Lessons(tasks, np.array(task), np.array(prompts), np.array(right), np.array(rival), share, True,
                   np.array(item), np.ones(len(task), bool))


def ciphers(random):
    """Six ciphers of four-letter words over ten letters: a letter becomes what the cipher's table has for it and for
    the letter after it, the first coming after the last. Items are words that nobody was trained on."""
    tasks = ["alder", "birch", "cedar", "damson", "elm", "fir"]
    letters = np.array(numbers("acdeilnost"))
    words = np.stack(np.meshgrid(*[np.arange(10)] * 4, indexing="ij"), -1).reshape(-1, 4)
    after = np.roll(words, -1, axis=1)
    parts = []
    for number, name in enumerate(tasks):
        yes = random.integers(0, 10, (10, 10))
        no = (yes + random.integers(1, 10, (10, 10))) % 10
        share = random.uniform(0.35, 0.9, (10, 10))
        item = np.full(len(words), -1)
        item[random.choice(len(words), DEVELOP + TEST, replace=False)] = np.arange(DEVELOP + TEST)
        first, last = np.full((len(words), 1), NUMBER[name[0].upper()]), np.full((len(words), 1), NUMBER["="])
        parts.append((np.full(len(words), number), np.hstack([first, letters[words], last]), letters[yes[words, after]],
                      letters[no[words, after]], share[words, after], item))
    task, prompts, right, rival, share, item = (np.concatenate(column) for column in zip(*parts))
    return Lessons(tasks, task, prompts, right, rival, share, False, item, item < 0)
