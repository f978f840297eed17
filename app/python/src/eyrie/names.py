"""Names of models as people and programs write them down: a name on the Hub, its address, a folder of some cache, a
folder on somebody's disk. The service reads names in the same way; ``tests/conformance/names.json`` binds both."""

from __future__ import annotations

import re
import unicodedata
from typing import List, NamedTuple, Optional
from urllib.parse import unquote

__all__ = ["NamedModel", "read"]


class NamedModel(NamedTuple):
    """A model, and the branch, tag or commit that was meant where one was said and it is not the usual branch."""

    id: str
    revision: Optional[str]


_LOCAL = "local:"
_REGISTRY = "models:/"
_AROUND = "\"'`“”‘’«»<>,;"
_LINK = re.compile(r"\[[^\[\]]*\]\((\S+)\)")
_COMMIT = re.compile(r"[0-9a-fA-F]{40}|[0-9a-fA-F]{64}")
_PLACE = re.compile(r"[~.$%/].*|[A-Za-z]:/.*|.*(?:/.*){2}", re.DOTALL)

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(/{0,3})(.*)", re.DOTALL)
_HOST = re.compile(r"(?:[^/@]*@)?(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com|modelscope\.(?:cn|ai|com))"
                   r"(?::\d+(?=/|$))?[/:](.*)", re.IGNORECASE | re.DOTALL)
_VIEW = re.compile(r"[\w-][\w.-]*/[\w.-]+/(?:tree|blob|resolve)/[^/].*", re.ASCII)
_DRIVE = re.compile(r"/+(?:localhost/)?(?=[A-Za-z]:/)|/+localhost(?=/)")
_HUBS = {"hf", "huggingface", "ms", "modelscope"}
_OF_A_REVISION = set("tree blob resolve raw commit commits revision blame edit".split())
_VIEWS = _OF_A_REVISION | {"file", "files", "summary", "discussions"}
_NO_MODELS = set("datasets spaces papers collections docs blog posts organizations buckets studios".split())
_USUAL = {"main", "master", "HEAD"}

_FILE = re.compile(r"(?i).*\.(?:safetensors|bin|gguf|ggml|pt|pth|ckpt|onnx|h5|msgpack|json|md|txt|py|ya?ml|jinja|model)"
                   r"|.*\.[a-z]*index.*|\..*")
_FORMAT = re.compile(r"(?i)(?:ud-)?i?q\d.*|[bf]p?f?(?:16|32)|float(?:16|32)|int[48]|[48]-?bits?|onnx|gguf|original"
                     r"|consolidated|safetensors|pytorch|openvino|mlx|coreml|hf")

# Words that folders of any model are called by, alone, together and with numbers.
_WORDS = set((
    "model models merged merge merges final output outputs out best last latest checkpoint checkpoints ckpt ckpts hf "
    "huggingface transformers fp16 bf16 fp32 float16 bfloat16 float32 int4 int8 4bit 8bit 16bit gguf ggml awq gptq "
    "safetensors pytorch torch onnx weights export exported saved save saves artifact artifacts result results run runs "
    "exp exps experiment experiments train training trained finetune finetuned tuned fine tune tuning sft dpo rlhf lora "
    "loras qlora adapter adapters peft base full temp tmp new old default version v step steps global epoch epochs iter "
    "iters iteration iterations snapshot snapshots seed fold actor policy student teacher llm ml code data workspace "
    "content working home root mnt media srv scratch dbfs files local projects intermediate intermediates trial bin pt pth h5 json "
    "config index yml yaml md readme consolidated").split())
_NUMBERED = {"run", "exp", "experiment", "trial"}  # whose numbers name a run rather than a stage of it
_WORKPLACES = set((
    "output outputs out checkpoint checkpoints ckpt ckpts run runs result results models model merged merges saves "
    "weights tmp data experiments exps loras adapters trained intermediate "
    "intermediates").split())
_CHECKPOINT = re.compile(r"(?i)(?:checkpoint|ckpt)[-_]?[0-9]+")
_NOWHERE = re.compile(r"[A-Za-z]:|[~$%].*|\?", re.DOTALL)
_SIZE = re.compile(r"(?:[0-9]+x)?[0-9]+(?:\.[0-9]+)?[bmk]")
_QUANTIZED = re.compile(r"[-_.](?:ud-)?i?q[0-9][a-z0-9_]*|[-_.]b?f(?:16|32)")
_NUMBERS = re.compile(r"[0-9]+|[0-9]{8}t[0-9]{6}z?|(?=.*[0-9])[0-9a-f]{7,}")
_WORD_AND_NUMBER = re.compile(r"([a-z]+)[0-9]+")
_RUN = re.compile(r"([a-z]+)[-_]?[0-9]+")
_WEIGHTS = re.compile(r"(?i).*\.(?:safetensors|bin|pt|pth|ckpt|h5|json|md|ya?ml)")


def read(text: str) -> NamedModel:
    """The model that a text names, and at which revision.

    ``owner/name``, with ``@revision`` or not, stays what it is; addresses and caches of the Hub and of ModelScope are read
    back to it. A folder is marked ``local:`` and named by its last part, or by as much of the path as tells it apart
    where that part says nothing, such as ``checkpoint-500``. ValueError where it is no name.
    """
    name = _bare(text)
    if name.startswith((_LOCAL, _REGISTRY)):
        return NamedModel(name, None)
    if not name:
        raise ValueError("A model's name must not be blank")
    slashed = name.replace("\\", "/")
    found = _address(slashed)
    if found:
        return found
    path = _path_of_file(slashed) or slashed
    return _cached(path) or (_folder(path) if _is_folder(name) else _plain(name))


def _bare(text: str) -> str:
    def around(character: str) -> bool:
        return character in _AROUND or character.isspace() or unicodedata.category(character) in ("Zs", "Zl", "Zp", "Cf")

    begin, end = 0, len(text)
    while begin < end and around(text[begin]):
        begin += 1
    while begin < end and around(text[end - 1]):
        end -= 1
    link = _LINK.fullmatch(text[begin:end])
    return _bare(link.group(1)) if link else text[begin:end]


def _address(text: str) -> Optional[NamedModel]:
    host, scheme = _HOST.fullmatch(text), _SCHEME.fullmatch(text)
    if host:
        return _at_address(text, _segments(host.group(1)))
    if _VIEW.fullmatch(text):
        return _at_address(text, _segments(text))
    if not scheme or scheme.group(1).lower() == "file":
        return None
    kind, slashes, rest = scheme.groups()
    if kind.lower() in _HUBS:
        return _at_address(text, _segments(rest))
    if not slashes:
        return None
    known = _HOST.fullmatch(rest)
    if known:
        return _at_address(text, _segments(known.group(1)))
    parts = _segments(rest)
    if "resolve" in parts and parts.index("resolve") == 3:  # nothing but a mirror of the Hub has it
        return _at_address(text, parts[1:])
    address = re.sub(r"^[^/@]*@|/+$", "", re.sub(r"[?#].*$|/+$", "", rest))
    return NamedModel(f"{kind.lower()}:{slashes}{address}", None)


def _path_of_file(text: str) -> Optional[str]:
    scheme = _SCHEME.fullmatch(text)
    if not scheme or scheme.group(1).lower() != "file" or not scheme.group(2):
        return None
    path = unquote(scheme.group(3))
    return _DRIVE.sub("", "/" + path if len(scheme.group(2)) == 2 else scheme.group(2) + path, count=1)


def _at_address(text: str, parts: List[str]) -> NamedModel:
    if parts and parts[0] == "api":
        parts = parts[1:]
    if len(parts) > 1 and parts[0] == "models":
        parts = parts[1:]
    if not parts or parts[0] in _NO_MODELS:
        raise ValueError(f"{text!r} is no address of a model: give owner/name of the model, or the address of its page")
    owned = 2 if len(parts) > 1 and parts[1] not in _VIEWS else 1
    repository, at, said = "/".join(parts[:owned]).partition("@")
    revision: Optional[str] = said if at else None
    repository = re.sub(r":.*$|\.git$", "", repository)
    rest = parts[owned:]
    if rest and rest[0] in _VIEWS:
        dated = rest[0] in _OF_A_REVISION
        revision = rest[1] if dated and len(rest) > 1 else revision
        rest = rest[2:] if dated else []
    return NamedModel(_part(repository, rest), _usual(revision))


def _usual(revision: Optional[str]) -> Optional[str]:
    return None if not revision or not revision.strip() or revision in _USUAL else revision


def _segments(path: str) -> List[str]:
    parts = [unquote(part).strip() for part in re.sub(r"[?#].*$", "", path).split("/")]
    return [part for part in parts if part]


def _part(repository: str, place: List[str]) -> str:
    """A repository, or a folder in it that holds another model, such as a checkpoint."""
    folders = [part for part in place if not _FORMAT.fullmatch(part)]
    if folders and _FILE.fullmatch(folders[-1]):
        folders = folders[:-1]
    return f"{_LOCAL}{repository}/{'/'.join(folders)}" if folders else repository


def _cached(path: str) -> Optional[NamedModel]:
    parts = [part.strip() for part in path.split("/") if part.strip()]
    for at in reversed(range(len(parts))):
        part = parts[at]
        if part.startswith("models--") and part != "models--":
            taken = len(parts) > at + 2 and parts[at + 1] == "snapshots"
            revision = parts[at + 2] if taken and parts[at + 2] != "main" else None
            repository = part[len("models--"):].replace("--", "/", 1)
            return NamedModel(_part(repository, parts[at + 3:] if taken else []), revision)
        if part.startswith(("datasets--", "spaces--")):
            raise ValueError(f"{path!r} is a cache of the Hub for something else than models")
    start = _after_cache(parts)
    if start is None or len(parts) < start + 2:
        start = next((at - 1 for at in range(1, len(parts)) if parts[at].find("___") > 0), None)
    if start is None:
        return None
    repository = f"{parts[start]}/{parts[start + 1]}".replace("___", ".")
    return NamedModel(_part(repository, parts[start + 2:]), None)


def _after_cache(parts: List[str]) -> Optional[int]:
    for at, part in enumerate(parts):
        if part.lower() in ("modelscope", ".modelscope", ".lmstudio", "lm-studio"):
            after = at + 1
            while after < len(parts) and parts[after] in ("hub", "models"):
                after += 1
            return after if after > at + 1 else None
    return None


def _is_folder(text: str) -> bool:
    """With one slash it may be either: the Hub has no owner called outputs, and no model called checkpoint-500."""
    path = re.sub(r"(?<=.)/+$", "", text.replace("\\", "/"), flags=re.DOTALL)
    owner, slash, last = path.rpartition("/")
    return (
        "\\" in text
        or _PLACE.fullmatch(path) is not None
        or _CHECKPOINT.fullmatch(last) is not None
        or bool(slash and owner and (_COMMIT.fullmatch(last) or owner.lower() in _WORKPLACES))
    )


def _folder(path: str) -> NamedModel:
    parts: List[str] = []
    for part in (each.strip() for each in path.split("/")):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", "..") and not _NOWHERE.fullmatch(part):
            parts.append(part)
    commit = None
    while parts and _is_no_name(parts[-1]):
        last = parts.pop()
        commit = last if _COMMIT.fullmatch(last) else commit
    if not parts:
        raise ValueError(f"The folder {path!r} is no model's name")
    start = len(parts) - 1
    while start > 0 and _is_vague(parts[start]):
        start -= 1
    return NamedModel(_LOCAL + "/".join(parts[start:]), commit)


def _is_no_name(part: str) -> bool:
    return part.startswith(".") or bool(_COMMIT.fullmatch(part) or (_WEIGHTS.fullmatch(part) and _is_vague(part)))


def _is_vague(part: str) -> bool:
    name = part.lower()
    if _SIZE.fullmatch(name):
        return True
    run = _RUN.fullmatch(name)
    return all(_is_vague_word(token) for token in re.split(r"[\W_]+", _QUANTIZED.sub("", name)) if token) and not (
        run and run.group(1) in _NUMBERED)


def _is_vague_word(token: str) -> bool:
    numbered = _WORD_AND_NUMBER.fullmatch(token)
    return bool(token in _WORDS or _NUMBERS.fullmatch(token) or (numbered and numbered.group(1) in _WORDS))


def _plain(text: str) -> NamedModel:
    name = re.sub(r"/+$", "", text)
    at = name.find("@", 1)
    revision = "" if at < 0 else name[at + 1:].strip()
    model = re.sub(r"/+$|\.git$", "", (name if at < 0 else name[:at]).strip())
    if _COMMIT.fullmatch(model):
        raise ValueError(f"{text!r} is a commit, which is no model's name: say of which model it is one")
    return NamedModel(model, _usual(revision))
