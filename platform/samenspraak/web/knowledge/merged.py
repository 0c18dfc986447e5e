"""Merging the form of an article with what another moderator stored meanwhile, from what both began with."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from samenspraak.knowledge.merging import merge_articles
from samenspraak.knowledge.models.article import Article
from samenspraak.knowledge.texts import MOST_SECTIONS, ArticleText, SectionText
from samenspraak.questions.merging import merge_sets, merge_values
from samenspraak.web.knowledge.forms import THEMES, ArticleForm
from samenspraak.web.knowledge.sections import fields_of

_CHOICES = ("sector", "visibility", "owner_id", "review_on")


def values_of(article: Article, text: ArticleText) -> dict[str, Any]:
    """Return what the form holds when an article is opened to be changed; its themes must be loaded."""
    themes = [theme.id for theme in article.themes[: len(THEMES)]]
    return {
        "title": text.title,
        "summary": text.summary,
        **dict(zip(THEMES, [*themes, 0, 0, 0], strict=False)),
        "sector": article.sector,
        "visibility": article.visibility,
        "owner_id": article.owner_id,
        "review_on": article.review_on,
        **fields_of(text.sections),
    }


def kept_in_form(values: Mapping[str, Any]) -> str:
    """Return what fields held when a form was opened, to be sent along and merged from."""
    return json.dumps({name: _plain(value) for name, value in values.items()}, ensure_ascii=False)


def merged_values(form: ArticleForm, theirs: Mapping[str, Any]) -> tuple[list[SectionText], dict[str, Any], int]:
    """Return the sections and the values of both, and in how many places one has to choose.

    A base that cannot be read is taken for an empty form, so that everything is a conflict and nothing is lost.
    """
    base = _read(form.base.data)
    merged = merge_articles(_text(base), _text(theirs), form.text())
    values: dict[str, Any] = {"title": merged.text.title, "summary": merged.text.summary}
    conflicts = merged.conflicts
    for name in _CHOICES:
        own, clashes = merge_values(base.get(name), _plain(theirs[name]), _plain(form[name].data))
        values[name] = theirs[name] if own == _plain(theirs[name]) else form[name].data
        conflicts += clashes
    began, stored = ([each[name] for name in THEMES if each.get(name)] for each in (base, theirs))
    chosen = [*merge_sets(began, stored, form.theme_ids), 0, 0, 0]
    values |= dict(zip(THEMES, chosen, strict=False)) | fields_of(merged.text.sections)
    return list(merged.text.sections), values, conflicts


def _text(values: Mapping[str, Any]) -> ArticleText:
    sections: list[SectionText] = []
    while len(sections) < MOST_SECTIONS and f"key_{len(sections)}" in values:
        key, heading, body = (str(values.get(f"{part}_{len(sections)}", "")) for part in ("key", "heading", "body"))
        sections.append(SectionText(key, heading, body))
    return ArticleText(str(values.get("title", "")), str(values.get("summary", "")), tuple(sections))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _read(base: str | None) -> dict[str, Any]:
    try:
        found = json.loads(base or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
