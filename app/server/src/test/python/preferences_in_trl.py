#!/usr/bin/env python3
"""Has TRL's DPO trainer take preferences: preferences_in_trl.py WORK FILE...

Loads each file with datasets, has TRL say what kind of data it is, prepares it with the trainer for a tiny model made here, and
trains two steps. Prints a JSON line for each file; whatever TRL warns of is in it.
"""

import json
import logging
import math
import os
import sys
import warnings

os.environ.update(HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1", HF_HOME=sys.argv[1])

import torch
from datasets import load_dataset
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
from trl import DPOConfig, DPOTrainer
from trl.data_utils import is_conversational, maybe_extract_prompt


def tiny(texts, folder):
    """Writes a tokenizer of bytes and a few merges, and a Llama of some thousand parameters."""
    bytewise = Tokenizer(models.BPE())
    bytewise.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bytewise.decoder = decoders.ByteLevel()
    bytewise.train_from_iterator(texts, trainers.BpeTrainer(
        vocab_size=600, special_tokens=["<end>", "<pad>"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=bytewise, eos_token="<end>", pad_token="<pad>")
    torch.manual_seed(0)
    tokenizer.save_pretrained(folder)
    LlamaForCausalLM(LlamaConfig(
        vocab_size=len(tokenizer), hidden_size=16, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2,
        num_key_value_heads=2, max_position_embeddings=8192, eos_token_id=0, pad_token_id=1, bos_token_id=None)).save_pretrained(folder)
    return tokenizer


class Heard(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.said = []

    def emit(self, record):
        self.said.append(record.getMessage())


def check(work, file):
    rows = load_dataset("json", data_files=file, split="train", cache_dir=f"{work}/datasets")
    assert not is_conversational(rows[0]), rows[0]
    assert maybe_extract_prompt(dict(rows[0]))["prompt"] == rows[0]["prompt"]
    assert all(isinstance(row[name], str) and row[name] for row in rows for name in ("prompt", "chosen", "rejected"))
    assert all(row["chosen"] != row["rejected"] for row in rows)
    model = f"{work}/model"
    tokenizer = tiny([text for row in rows for text in (row["prompt"], row["chosen"], row["rejected"])], model)
    heard = Heard()
    for name in ("trl", "transformers"):
        logging.getLogger(name).addHandler(heard)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        trainer = DPOTrainer(model=model, processing_class=tokenizer, train_dataset=rows, args=DPOConfig(
            output_dir=f"{work}/out", max_steps=2, per_device_train_batch_size=2, gradient_accumulation_steps=1,
            use_cpu=True, bf16=False, report_to=[], save_strategy="no", logging_steps=1, beta=.01, max_length=None,
            disable_tqdm=True))
        prepared = trainer.train_dataset.column_names
        loss = trainer.train().training_loss
    said = heard.said + [str(each.message) for each in caught if issubclass(each.category, UserWarning)]
    assert math.isfinite(loss), loss
    print(json.dumps(dict(rows=len(rows), columns=rows.column_names, prepared=prepared, loss=round(loss, 4),
                          mismatches=[each for each in said if "mismatch" in each.lower() or "truncat" in each.lower()],
                          said=len(said))), flush=True)


for each in sys.argv[2:]:
    check(sys.argv[1], each)
