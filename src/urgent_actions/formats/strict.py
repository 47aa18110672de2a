"""Plain data (tables, lists, strings, numbers) into nouns and back, refusing whatever is not exactly right.

cattrs does the work, and this is the one place that says how strictly. Left alone it takes null for "None", "no" for
True, a table for an empty tuple and a string for its letters. Here every type is the one asked for, every key is known,
every item of a set stands once, and all that is wrong is found in one go.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, reduce
from operator import or_
from types import GenericAlias, NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import attrs

from urgent_actions.contact_channel import Address
from urgent_actions.errors import InvalidValue, Problem, did_you_mean, refuse_if
from urgent_actions.formats.addresses import read_address, write_address
from urgent_actions.formats.faults import read_known
from urgent_actions.formats.value_forms import VALUE_FORMS, ValueForm
from urgent_actions.formats.words import (
    REASONS,
    read_filling,
    read_fillings,
    read_tagged,
    read_text,
    write_filling,
    write_tagged,
    write_text,
)
from urgent_actions.formats.wrong_type import wrong_type
from urgent_actions.sender import Sender
from urgent_actions.values.listing import Listing
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.text import Message, Reason, Text
from urgent_actions.values.word import Word

T = TypeVar("T")
Kind = Any  # a class, a union, tuple[X, ...]: whatever may stand as the type of a field
Read = Callable[[object, Kind], object]
Write = Callable[[Any], object]

SIGNS_WITH: dict[type, tuple[str, ...]] = {Sender: ("name", "address", "own_words")}
"""Fields that no document has: a supporter's name, address and own words are there for letters, and never leave."""

_FACTORY: type = type(attrs.Factory(list))
FILLINGS_TYPE = attrs.fields(Message).values.type
LISTED_TYPE = get_args(attrs.fields(Listing).items.type)[0]


@attrs.frozen
class Manner:
    """How one type is read and written, where that is not told by its fields."""

    kind: Kind
    read: Read
    write: Write


class StrictConverter:
    """Reads plain data as nouns and writes nouns as plain data.

    Args:
        manners: what a format does otherwise; it is asked with the converter itself, for what lies inside.
    """

    def __init__(self, manners: "Callable[[StrictConverter], Iterable[Manner]]" = lambda _: ()) -> None:
        from cattrs import Converter

        self._cattrs = Converter(detailed_validation=True)
        for plain in (str, int, bool):
            self._cattrs.register_structure_hook(plain, _exactly(plain))
        self._cattrs.register_structure_hook(Word, _read_word)  # by class, since cattrs itself has a hook for Enum
        self._cattrs.register_unstructure_hook(Word, str)
        self._register(attrs.has, self._table_reader, self._table_writer)
        self._register(_is_choice, _choice_reader, lambda _: str)
        self._register(_is_many(tuple), self._list_reader, self._list_writer)
        self._register(_is_many(frozenset), self._set_reader, self._set_writer)
        self._cattrs.register_structure_hook_factory(_is_optional, self._optional_reader)
        for manner in (*_manners_of_every_document(self), *manners(self)):
            self._register(_is_exactly(manner.kind), _always(manner.read), _always(manner.write))

    def read(self, given: object, kind: type[T]) -> T:
        """Make a noun of plain data, or raise what `faults_of` understands."""
        return self._cattrs.structure(given, kind)

    def write(self, noun: object) -> Any:
        """Make plain data of a noun: a field that holds nothing (null, false, "", [], {}) by default is left out."""
        return self._cattrs.unstructure(noun)

    def _register(
        self, suits: Callable[[Kind], bool], reader: Callable[[Kind], Read], writer: Callable[[Kind], Write]
    ) -> None:
        self._cattrs.register_structure_hook_factory(suits, reader)
        self._cattrs.register_unstructure_hook_factory(suits, writer)

    def _table_reader(self, kind: Kind) -> Read:
        from cattrs.gen import make_dict_structure_fn, override

        hidden: dict[str, Any] = {name: override(omit=True) for name in SIGNS_WITH.get(kind, ())}
        read_fields = make_dict_structure_fn(kind, self._cattrs, **hidden)
        known = dict.fromkeys(field.name for field in attrs.fields(kind) if field.name not in hidden)

        def read(given: object, kind: Kind) -> object:
            return read_known(given, known, kind, lambda fields: read_fields(fields, kind))

        return read

    def _table_writer(self, kind: Kind) -> Write:
        from cattrs.gen import make_dict_unstructure_fn, override

        hidden = SIGNS_WITH.get(kind, ())
        manners: dict[str, Any] = {
            field.name: override(omit=field.name in hidden, omit_if_default=self._is_nothing(field.default))
            for field in attrs.fields(kind)
        }
        return make_dict_unstructure_fn(kind, self._cattrs, **manners)

    def _is_nothing(self, default: object) -> bool:
        """Whether a default says nothing, so that leaving it out hides nothing from those who read with other tools."""
        stated = default is not attrs.NOTHING and not isinstance(default, _FACTORY)
        return stated and not self.write(default)

    def _list_reader(self, kind: Kind) -> Read:
        read_items = self._items_reader(kind)
        return lambda given, _: tuple(read_items(given))

    def _list_writer(self, kind: Kind) -> Write:
        write = self._cattrs.get_unstructure_hook(get_args(kind)[0])
        return lambda items: [write(item) for item in items]

    def _set_reader(self, kind: Kind) -> Read:
        read_items = self._items_reader(kind)

        def read(given: object, _: Kind) -> object:
            items = read_items(given)
            refuse_if(standing_twice(items))
            return frozenset(items)

        return read

    def _set_writer(self, kind: Kind) -> Write:
        write = self._cattrs.get_unstructure_hook(get_args(kind)[0])
        return lambda items: sorted(map(write, items))

    def _items_reader(self, kind: Kind) -> Callable[[object], list[Any]]:
        items = GenericAlias(list, get_args(kind)[:1])
        read = self._cattrs.get_structure_hook(items)

        def read_items(given: object) -> list[Any]:
            if type(given) is not list:
                raise wrong_type(list, given)
            made: list[Any] = read(given, items)
            return made

        return read_items

    def _optional_reader(self, kind: Kind) -> Read:
        some = reduce(or_, (part for part in get_args(kind) if part is not NoneType))
        read = self._cattrs.get_structure_hook(some)
        return lambda given, _: None if given is None else read(given, some)


def _manners_of_every_document(converter: StrictConverter) -> Iterable[Manner]:
    for kind, form in VALUE_FORMS.items():
        yield Manner(kind, _form_reader(form), form.write)
    for sort in (Address, PostalAddress):
        yield Manner(sort, lambda given, _: read_address(given), write_address)
    yield Manner(Text, lambda given, _: read_text(given), write_text)
    yield Manner(
        Reason,
        lambda given, _: read_tagged(given, REASONS, converter.read),
        lambda reason: write_tagged(reason, REASONS, converter.write),
    )
    yield Manner(
        LISTED_TYPE,
        lambda given, _: read_filling(given, converter.read),
        lambda item: write_filling(item, converter.write),
    )
    yield Manner(
        FILLINGS_TYPE,
        lambda given, _: read_fillings(given, converter.read),
        lambda fillings: {name: write_filling(value, converter.write) for name, value in fillings},
    )


@lru_cache(maxsize=1)
def strict_converter() -> StrictConverter:
    """The converter of JSON, made when it is first needed."""
    return StrictConverter()


def _exactly(plain: type) -> Read:
    def read(given: object, _: Kind) -> object:
        if type(given) is not plain:
            raise wrong_type(plain, given)
        return given

    return read


def _form_reader(form: ValueForm[Any]) -> Read:
    """Countries, references and days come again and again: each spelling is read once."""
    known = lru_cache(maxsize=4096)(form.read)

    def read(given: object, _: Kind) -> object:
        if type(given) is not str:
            raise wrong_type(str, given)
        return known(given)

    return read


def _read_word(given: object, kind: Kind) -> object:
    if type(given) is not str:
        raise wrong_type(str, given)
    return _words_of(kind).get(given) or kind.of(given)


@lru_cache(maxsize=256)
def _words_of(kind: type[Word]) -> dict[str, Word]:
    return {str(word): word for word in kind}


def _choice_reader(kind: Kind) -> Read:
    choices = list(get_args(kind))

    def read(given: object, _: Kind) -> object:
        if type(given) is not str:
            raise wrong_type(str, given)
        if given not in choices:
            raise InvalidValue(Problem("unknown-word", f"unknown word {given!r}", way_out=did_you_mean(given, choices)))
        return given

    return read


def standing_twice(items: list[object]) -> Iterable[Problem]:
    """The items of a set that were listed before."""
    seen: set[object] = set()
    for number, item in enumerate(items):
        if item in seen:
            yield Problem("twice", f"{str(item)!r} stands twice", where=f"[{number}]", way_out="keep one")
        seen.add(item)


def _is_choice(kind: Kind) -> bool:
    origin: object = get_origin(kind)
    return origin is Literal


def _is_optional(kind: Kind) -> bool:
    return get_origin(kind) in {Union, UnionType} and NoneType in get_args(kind)


def _is_many(collection: type) -> Callable[[Kind], bool]:
    def suits(kind: Kind) -> bool:
        origin: object = get_origin(kind)
        return origin is collection

    return suits


def _is_exactly(one: Kind) -> Callable[[Kind], bool]:
    return lambda kind: bool(kind == one)


def _always(hook: Callable[..., object]) -> Callable[[Kind], Any]:
    return lambda _: hook
