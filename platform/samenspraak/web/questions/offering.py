"""What the form for a question offers while it is written: fitting themes, and questions like it."""

from collections.abc import Collection, Iterable

from samenspraak.questions.queries.similar import AlikeQuestion, find_alike, suggest_theme_slugs
from samenspraak.themes.models import Theme
from samenspraak.themes.queries import thesaurus
from samenspraak.web.questions.forms.asking import QuestionForm
from samenspraak.web.shell.context import services, session, viewer


def alike_to(title: str, body: str, *, without: int | None = None, typing: bool = False) -> tuple[AlikeQuestion, ...]:
    """Return earlier questions like a text, that the one who looks may see; the last word may be `typing` still."""
    words = thesaurus(session())
    return find_alike(session(), services().index, words, viewer(), title, body, without=without, typing=typing)


def alike_to_form(form: QuestionForm, *, typing: bool = False) -> tuple[AlikeQuestion, ...]:
    """Return earlier questions like the one in a form, and remember in it that they are shown."""
    found = alike_to(form.title.data or "", form.body.data or "", typing=typing)
    form.shown.data = ",".join(str(each.row.id) for each in found)
    return found


def near_duplicate(alike: Iterable[AlikeQuestion]) -> AlikeQuestion | None:
    """Return the first question that asks all but the same, if there is one."""
    return next((each for each in alike if each.is_near_duplicate), None)


def offered_themes(form: QuestionForm, themes: Iterable[Theme]) -> tuple[Theme, ...]:
    """Return the themes to tick: those that were chosen, then those that fit the text."""
    text = (form.title.data or "", form.body.data or "")
    fitting = suggest_theme_slugs(services().index, thesaurus(session()), viewer(), *text)
    return _in_order(themes, form.theme_ids, fitting)


def _in_order(themes: Iterable[Theme], chosen: Collection[int], fitting: Collection[str]) -> tuple[Theme, ...]:
    by_slug = {theme.slug: theme for theme in themes}
    by_id = {theme.id: theme for theme in by_slug.values()}
    offered = [by_id[each] for each in chosen if each in by_id] + [by_slug[each] for each in fitting if each in by_slug]
    return tuple(dict.fromkeys(offered))
