"""`/themas`: the list of themes by group, and the page of each; open to everyone, filled by what its reader may see."""

from collections.abc import Sequence

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.following.queries.follows import followed_themes
from samenspraak.knowledge.queries.listing import articles_on
from samenspraak.people.queries.experiences import experiences_on
from samenspraak.people.queries.experts import BY_NAME, ExpertFilters, count_experts, part_of_experts
from samenspraak.questions.kinds import AnswerState
from samenspraak.questions.queries.endorsements import endorsements_of
from samenspraak.questions.queries.listing import QuestionFilters, list_questions
from samenspraak.questions.queries.on_theme import ThemeTally, best_answers_on, most_accepted_on, tallies_by_theme
from samenspraak.themes.models import Theme
from samenspraak.themes.queries import find_whole_theme, list_groups, list_in_group, list_themes
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.themes.blueprint import blueprint
from samenspraak.web.themes.pages import ListedExpert, ListedGroup, ListedTheme, ThemePage, ThemesPage

MOST_SHOWN = 5
MOST_EXPERTS = 6


@blueprint.get("/themas")
@everyone
def index() -> ResponseReturnValue:
    """Show all themes, by group."""
    page = ThemesPage(title=_("Thema’s"), crumbs=from_home(Crumb(_("Thema’s"))), groups=_groups())
    return render("themes/index.html", page)


@blueprint.get("/themas/<slug>")
@everyone
def show(slug: str) -> ResponseReturnValue:
    """Show what there is on a theme."""
    theme = find_whole_theme(session(), slug)
    wanted = QuestionFilters(theme=slug, state=AnswerState.OPEN)
    questions, open_questions = list_questions(session(), viewer(), wanted, MOST_SHOWN)
    experts, more_experts = _experts(theme)
    page = ThemePage(
        title=theme.label,
        crumbs=from_home(Crumb(_("Thema’s"), url_for("themes.index")), Crumb(theme.label)),
        theme=theme,
        names=[each.text for each in theme.synonyms if not each.is_old],
        old_names=[each.text for each in theme.synonyms if each.is_old],
        questions=questions,
        open_questions=open_questions,
        answers=best_answers_on(session(), viewer(), theme.id, local_day(now()), MOST_SHOWN),
        articles=articles_on(session(), viewer(), [theme.id], MOST_SHOWN),
        today=local_day(now()),
        experts=experts,
        more_experts=more_experts,
        experiences=experiences_on(session(), theme.id, MOST_SHOWN) if viewer().is_signed_in else (),
        is_followed=theme.id in followed_themes(session(), viewer()),
        alike=[(each.label, url_for("themes.show", slug=each.slug)) for each in list_in_group(session(), theme)],
    )
    return render("themes/show.html", page)


def _groups() -> Sequence[ListedGroup]:
    tallies, followed = tallies_by_theme(session(), viewer()), followed_themes(session(), viewer())
    listed = [
        ListedTheme(each, tallies.get(each.id, ThemeTally()), each.id in followed) for each in list_themes(session())
    ]
    groups = [
        ListedGroup(group, [each for each in listed if each.theme.group_id == (group.id if group else None)])
        for group in (*list_groups(session()), None)
    ]
    return [each for each in groups if each.themes]


def _experts(theme: Theme) -> tuple[Sequence[ListedExpert], int]:
    """The experts on a theme and how many more there are, for who is signed in."""
    if not viewer().is_signed_in:
        return (), 0
    filters, order = ExpertFilters(theme=theme.slug), (most_accepted_on(viewer(), theme.id), *BY_NAME)
    profiles = part_of_experts(session(), filters, order, None, MOST_EXPERTS).rows
    facts = endorsements_of(session(), viewer(), [profile.person_id for profile in profiles])
    listed = [
        ListedExpert(
            profile, sum(each.accepted for each in facts.get(profile.person_id, ()) if each.slug == theme.slug)
        )
        for profile in profiles
    ]
    return listed, max(0, count_experts(session(), filters) - len(listed))
