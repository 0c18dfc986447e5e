"""Each column with text is looked through when words are taken out, or it is said why it holds no such words."""

from sqlalchemy import JSON, Enum, String

from samenspraak.core.db import Model
from samenspraak.redaction.places import NOT_COPIED, PLACES
from samenspraak.tables import ALL_TABLES


def test_each_column_with_text_is_looked_through_or_needs_not_be() -> None:
    assert ALL_TABLES
    texts = {
        f"{table.name}.{column.name}"
        for table in Model.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, String | JSON) and not isinstance(column.type, Enum)
    }
    named = {f"{place.column.class_.__tablename__}.{place.column.key}" for place in PLACES}
    assert texts - named == set(NOT_COPIED)
    assert named <= texts
