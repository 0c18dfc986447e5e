"""What the form for a question offers while it is written: fitting themes, and questions like it."""

from collections.abc import Collection, Iterable

from samenspraak.knowledge.queries.listing import ArticleRow
from samenspraak.knowledge.queries.similar import find_articles_like
from samenspraak.questions.queries.similar import AlikeQuestion, FittingTheme, find_alike, find_fitting_themes
from samenspraak.themes.models import Theme
from samenspraak.web.questions.forms.asking import QuestionForm
from samenspraak.web.questions.pages import OfferedTheme
from samenspraak.web.shell.context import services, session, thesaurus, viewer


def alike_to(title: str, body: str, *, without: int | None = None, typing: bool = False) -> tuple[AlikeQuestion, ...]:
    """Return earlier questions like a text, that the one who looks may see; the last word may be `typing` still."""
    words = thesaurus()
    return find_alike(session(), services().index, words, viewer(), title, body, without=without, typing=typing)


def alike_to_form(form: QuestionForm, *, typing: bool = False) -> tuple[AlikeQuestion, ...]:
    """Return earlier questions like the one in a form, and remember in it that they are shown."""
    found = alike_to(form.title.data or "", form.body.data or "", typing=typing)
    form.shown.data = ",".join(str(each.row.id) for each in found)
    return found


def articles_for_form(form: QuestionForm, *, typing: bool = False) -> tuple[ArticleRow, ...]:
    """Return published articles like the question in a form."""
    text = (form.title.data or "", form.body.data or "")
    return find_articles_like(session(), services().index, thesaurus(), viewer(), *text, typing=typing)


def near_duplicate(alike: Iterable[AlikeQuestion]) -> AlikeQuestion | None:
    """Return the first question that asks all but the same, if there is one."""
    return next((each for each in alike if each.is_near_duplicate), None)


def offered_themes(form: QuestionForm, themes: Iterable[Theme]) -> tuple[OfferedTheme, ...]:
    """Return the themes to tick: those that were chosen, then those that fit the text, with the reason."""
    text = (form.title.data or "", form.body.data or "")
    fitting = find_fitting_themes(services().index, thesaurus(), viewer(), *text)
    return _in_order(themes, form.theme_ids, fitting)


def _in_order(
    themes: Iterable[Theme], chosen: Collection[int], fitting: Iterable[FittingTheme]
) -> tuple[OfferedTheme, ...]:
    why = {each.slug: each for each in fitting}
    known = {theme.slug: theme for theme in themes}
    by_id = {theme.id: theme for theme in known.values()}
    first = [by_id[each] for each in chosen if each in by_id]
    offered = dict.fromkeys([*first, *(known[slug] for slug in why if slug in known)])
    return tuple(_offered(theme, why.get(theme.slug)) for theme in offered)


def _offered(theme: Theme, why: FittingTheme | None) -> OfferedTheme:
    if why is None:
        return OfferedTheme(theme.id, theme.label)
    return OfferedTheme(theme.id, theme.label, why.named, is_of_alike=not why.named)
