"""Which model files of lm-evaluation-harness are about, and what their arguments say of its making."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from . import names

__all__ = ["EvaluatedModel", "arguments", "listed", "of"]

Fact = Dict[str, Any]

# Adapters and differences, in the order in which the harness looks; they stand beside the model they are applied to.
_ADDITIONS = ("peft_list", "peft", "lora_local_path", "delta")

# Who is evaluated, by the backends' own words: hf and vllm, APIs, nemo_lm, textsynth, watsonx, megatron_lm, forks.
_MODELS = ("pretrained", "model", "path", "engine", "model_id", "load", "model_path", "model_name")

_PAIR = re.compile(r"\s*([A-Za-z_]\w*)\s*=(.*)", re.DOTALL | re.ASCII)
_MEMBER = re.compile(r"\s*['\"]?([A-Za-z_]\w*)['\"]?\s*:(.*)", re.DOTALL | re.ASCII)
_COMMIT = re.compile(r"[0-9a-fA-F]{40,64}|(?=.*\d)(?=.*[a-f])[0-9a-f]{7,39}", re.ASCII)
_SHARD = re.compile(r"-\d{5}-of-\d{5}(?=\.gguf$)", re.ASCII)
_QUANTIZED = re.compile(r".*(^|[-._])(i?q\d|tq\d|mxfp4).*", re.IGNORECASE | re.ASCII)
_NO_NAME = re.compile(r"(ggml[-_.])?(model[-_.].*|model|unsloth[.].*|[bf]p?f?16|i?q\d\w*)[.]gguf",
                      re.IGNORECASE | re.ASCII)
_GGUF = ".gguf"
_HARNESS = "lm-evaluation-harness"


class EvaluatedModel(NamedTuple):
    """Its name; whether the files name a folder on a disk; edges to what it was made from; the commit that was said."""

    id: str
    folder: bool
    ties: List[Fact]
    commit: Optional[str] = None


def of(tree: Fact, named: Optional[str] = None) -> Optional[EvaluatedModel]:
    """What the harness was told to evaluate, else the name it gives the run unless that is made up."""
    config = tree.get("config") if isinstance(tree.get("config"), dict) else {}
    try:
        told = _loaded(_of_lighteval(tree) or arguments(config.get("model_args")), config.get("model_revision"), named)
        name = None if told else _name(tree, config)
    except ValueError:
        told = name = None
    if told:
        return told
    if name:
        return EvaluatedModel(named or name.id, _is_folder(name.id), [], name.revision)
    return EvaluatedModel(named, False, []) if named else None


def _name(tree: Fact, config: Fact) -> Optional[names.NamedModel]:
    general = tree.get("config_general")
    first = _text(general.get("model_name") if isinstance(general, dict) else None)
    second, third = _text(tree.get("model_name")), _text(config.get("model"))
    if first:
        return _at_commit(names.read(first))
    if second and not re.fullmatch("[a-z0-9]{8}", second):
        return _at_commit(names.read(second))
    return _at_commit(names.read(third)) if third and "/" in third else None  # a model that was loaded in a notebook


def _of_lighteval(tree: Fact) -> Fact:
    """Which model lighteval was told to load, in the words of the harness; newer versions write it."""
    general = tree.get("config_general")
    told = general.get("model_config") if isinstance(general, dict) else None
    model = _text(told.get("model_name")) if isinstance(told, dict) else None
    if not model:
        return {}
    base = _text(told.get("base_model"))
    kept = {key: told[key] for key in ("revision", "subfolder") if _text(told.get(key))}
    return {**({"peft": model, "pretrained": base} if base else {"pretrained": model}), **kept}


def _loaded(told: Fact, noted: Any, named: Optional[str]) -> Optional[EvaluatedModel]:
    key = next((each for each in _ADDITIONS if _last(told, each)), "")
    added = (listed(told, key) if key == "peft_list" else [_last(told, key)])[-1] or "" if key else ""
    addition = _at_commit(names.read(added)) if key else None
    path = next((found for found in (_last(told, each) for each in _MODELS) if found), None)
    if path is None and not _last(told, "gguf_file"):
        return (EvaluatedModel(named or addition.id, _is_folder(addition.id), [], addition.revision) if addition
                else None)
    (whole, commit), state = _whole(told, _SHARD.sub("", path or ""), noted)
    base = f"{whole}@{state}" if state else whole
    evaluated = addition.id if addition else base
    child = named or evaluated
    at = f" at {commit}" if commit else ""
    ties = []
    if addition:
        ties += _edge(child, base, "finetune" if key == "delta" else "adapter", f"model_args {key}{at}")
    if state:
        quantized = state.endswith(_GGUF) and _QUANTIZED.fullmatch(state)
        ties += _edge(base if addition else child, whole, "quantized" if quantized else "unknown",
                      f"{state} of it{at}")
    return EvaluatedModel(child, _is_folder(evaluated), ties, addition.revision if addition else commit)


def _whole(told: Fact, folder: str, noted: Any) -> Tuple[names.NamedModel, Optional[str]]:
    """The model as its name says, at the commit that was said, and its revision, folder or file where that makes a model of its own."""
    given = _last(told, "gguf_file")
    file = _SHARD.sub("", given) if given else None
    published = bool(folder) and not folder.endswith(_GGUF) and not _is_folder(_id(folder))
    inner = file or _last(told, "subfolder")
    whole = f"{folder}/{inner}" if inner and not published else folder
    named = names.NamedModel(_of_file(whole), None) if whole.endswith(_GGUF) else names.read(whole)
    if not published:
        return _at_commit(named), _last(told, "ckpt_step")
    revision = _revision(told, names.read(folder).revision, noted)
    return _at_commit(names.NamedModel(named.id, revision)), file or _state(told, revision)


def _of_file(path: str) -> str:
    """A folder may hold several files, which are models of their own; some programs call all of theirs alike."""
    parts = re.sub("^local:", "", path.replace("\\", "/")).split("/")
    says_nothing = _NO_NAME.fullmatch(parts[-1]) and len(parts) > 1 and parts[-2].strip()
    return "local:" + ("/".join(parts[-2:]) if says_nothing else parts[-1])


def _revision(told: Fact, in_name: Optional[str], noted: Any) -> Optional[str]:
    """What the arguments say, or else the name, or else the harness noted."""
    given = _last(told, "revision")
    return (given if given != "main" else None) or in_name or _text(noted)


def _at_commit(model: names.NamedModel) -> names.NamedModel:
    """Without a revision that is no commit."""
    revision = model.revision
    return model if revision and _COMMIT.fullmatch(revision) else names.NamedModel(model.id, None)


def _state(told: Fact, revision: Optional[str]) -> Optional[str]:
    """A commit is the published model on some day; a branch or tag that somebody names is another model."""
    if not revision or _COMMIT.fullmatch(revision):
        revision = "main"
    folder = _last(told, "subfolder")
    if folder:
        return f"{revision}/{folder}"
    return None if revision == "main" or revision.lower() == "master" else revision


def _edge(child: str, parent: str, relation: str, told: str) -> List[Fact]:
    return [] if child == parent else [{"kind": "edge", "child": child, "parent": parent, "relation": relation,
                                        "evidence": f"{_HARNESS}: {told}"}]


def _is_folder(name: str) -> bool:
    return name.startswith("local:") and "@" not in name


def _id(name: str) -> str:
    return names.read(name).id


def _text(value: Any) -> Optional[str]:
    return value.strip() or None if isinstance(value, str) else None


def arguments(told: Any) -> Fact:
    """What the harness was told of a model: key=value with commas between, or an object, as it is or in a text. A
    piece without a key belongs to the value before it; quotes around a value are no part of it."""
    if isinstance(told, dict):
        return told
    if not isinstance(told, str):
        return {}
    text = _unquoted(told)
    if not (text.startswith("{") and text.endswith("}")):
        return _pairs(text, _PAIR)
    try:
        return json.loads(text)
    except ValueError:
        return _pairs(text[1:-1], _MEMBER)  # as Python prints it


def listed(told: Fact, key: str) -> List[str]:
    """Every name in a value that is a list by its nature, such as a,b or [a, b]."""
    listed_names = []
    for text in _texts(told, key):
        bracketed = text.startswith("[") and text.endswith("]")
        listed_names += [name for name in map(_unquoted, (text[1:-1] if bracketed else text).split(",")) if _says(name)]
    return listed_names


def _last(told: Fact, key: str) -> Optional[str]:
    texts = _texts(told, key)
    return texts[-1] if texts else None


def _texts(told: Fact, key: str) -> List[str]:
    value = told.get(key)
    if isinstance(value, bool) or value is None:
        return []
    values = value if isinstance(value, list) else [value] if isinstance(value, (str, int, float)) else []
    return [text for text in (_unquoted(str(each)) for each in values) if _says(text)]


def _says(text: str) -> bool:
    return bool(text) and text not in ("None", "null")


def _pairs(text: str, pair: "re.Pattern[str]") -> Fact:
    pairs: Fact = {}
    last = None
    for piece in _pieces(text):
        found = pair.fullmatch(piece)
        if found:
            last = found.group(1)
            pairs[last] = found.group(2).strip()
        elif last and piece.strip():
            pairs[last] += "," + piece.strip()
    return pairs


def _pieces(text: str) -> List[str]:
    """Between commas that stand neither in brackets nor in quotes; where those never close, between all commas."""
    pieces, depth, quote, start, before = [], 0, "", 0, ","
    for at, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and before in "=:,[{(":
            quote = character
        elif character in "[{(":
            depth += 1
        elif character in "]})":
            depth -= 1
        elif character == "," and depth == 0:
            pieces.append(text[start:at])
            start = at + 1
        before = before if character.isspace() else character
    pieces.append(text[start:])
    return text.split(",") if depth or quote else pieces


def _unquoted(value: str) -> str:
    text = value.strip()
    quoted = len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]
    return text[1:-1].strip() if quoted else text
