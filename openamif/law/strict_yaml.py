"""YAML read strictly: a key once, no bare number, no null; every refusal names the file and the line."""

from pathlib import Path

import yaml

from openamif.law.errors import KeyGivenTwice, MalformedFile, NumberNotQuoted

_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Base):  # type: ignore[misc, valid-type]
    """The safe loader (in C where it was built), with three refusals added."""


def _place(node: yaml.Node) -> str:
    return f"line {node.start_mark.line + 1}"


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[object, object]:
    answer: dict[object, object] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in answer:
            raise KeyGivenTwice(f"{_place(key_node)}: the key {key} is given twice")
        answer[key] = loader.construct_object(value_node, deep=True)
    return answer


def _bare_number(loader: _StrictLoader, node: yaml.ScalarNode) -> object:
    raise NumberNotQuoted(f"{_place(node)}: the number {node.value} is not quoted")


def _nothing(loader: _StrictLoader, node: yaml.ScalarNode) -> object:
    raise MalformedFile(f"{_place(node)}: a key without a value")


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping)
_StrictLoader.add_constructor("tag:yaml.org,2002:int", _bare_number)
_StrictLoader.add_constructor("tag:yaml.org,2002:float", _bare_number)
_StrictLoader.add_constructor("tag:yaml.org,2002:null", _nothing)


def read_strictly(path: Path) -> dict[str, object]:
    """The mapping that the file at ``path`` holds; raises a LawError whose text begins with the file's name."""
    try:
        content = yaml.load(path.read_bytes(), Loader=_StrictLoader)  # noqa: S506 (a safe loader)
    except (KeyGivenTwice, NumberNotQuoted, MalformedFile) as refusal:
        raise type(refusal)(f"{path.name}, {refusal}") from None
    except yaml.YAMLError as error:
        raise MalformedFile(f"{path.name}: not YAML ({error})") from error
    if not isinstance(content, dict):
        raise MalformedFile(f"{path.name}, line 1: the file is not a mapping")
    return content
