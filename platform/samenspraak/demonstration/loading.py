"""Loading the demonstration: half a year in one transaction, or nothing."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from sqlalchemy import event, exists, or_, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.core.db import Session, SessionFactory, reading
from samenspraak.core.events import Wiring, settle
from samenspraak.demonstration.agenda import Agenda, Diary
from samenspraak.demonstration.articles import make_articles
from samenspraak.demonstration.asking import find_answers_first, join_members, leave_drafts
from samenspraak.demonstration.cast import Player, admit_people
from samenspraak.demonstration.courses import written_courses
from samenspraak.demonstration.deeds import Scheduled, Step
from samenspraak.demonstration.desks import work_at_desks
from samenspraak.demonstration.inbox import UNREAD_DAYS, WAITING_DAYS, forget_older_mails, read_older_notices
from samenspraak.demonstration.keeping import close_by_mistake, declare_ties, keep_profiles, try_a_rule
from samenspraak.demonstration.organisations import found_organisations
from samenspraak.demonstration.past import past_courses
from samenspraak.demonstration.peers import start_following, tell_peers
from samenspraak.demonstration.profiles import fill_profiles, unlist_some
from samenspraak.demonstration.sources import change_texts, load_first_texts
from samenspraak.demonstration.stage import Stage, perform
from samenspraak.demonstration.uses import ask_and_tell_uses
from samenspraak.demonstration.warned import confirm_warnings
from samenspraak.demonstration.weights import name_spokespeople, weigh
from samenspraak.demonstration.words import keep_words
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question
from samenspraak.routing.clock import act_on, list_due
from samenspraak.themes.actions import load_starting_content
from samenspraak.themes.models import Theme

OPENED_BEFORE = dt.timedelta(days=220)
"""How long ago the first accounts were made."""


def is_empty(sessions: SessionFactory) -> bool:
    """Say whether nobody has used this database yet: no account, no question."""
    with reading(sessions) as session:
        return not session.scalar(select(or_(exists().where(Person.id > 0), exists().where(Question.id > 0))))


def plan(now: dt.datetime) -> Sequence[Scheduled]:
    """Return all that happens in the half year before now, in order."""
    agenda = Agenda(now)
    return sorted(
        _schedule(weigh(past_courses(agenda) | written_courses(agenda), agenda), agenda), key=lambda each: each.at
    )


def load_demonstration(
    sessions: SessionFactory,
    wiring: Wiring,
    deeds: Iterable[Scheduled],
    now: dt.datetime,
    told: Callable[[int], None] = lambda _count: None,
) -> None:
    """Fill an empty database with the people of the demonstration and their deeds; `told` hears of each deed.

    Only handlers inside the transaction run: the index is to be rebuilt afterwards. Mails are kept of the last days.
    """
    agenda = Agenda(now)
    quiet = Wiring(inside=wiring.inside, after={})
    with sessions() as session:
        _remember_all(session)
        stage = _set(session, agenda)
        settle(session, quiet, now - OPENED_BEFORE)
        _play(stage, deeds, quiet, told)
        find_answers_first(stage, agenda)
        leave_drafts(stage, agenda)
        _keep_deadlines(session, quiet, now)
        keep_profiles(stage, agenda, partial(settle, session, quiet))
        declare_ties(stage, agenda.moment(12))
        close_by_mistake(stage, agenda)
        try_a_rule(stage, agenda)
        keep_words(stage, agenda)
        make_articles(stage, agenda)
        change_texts(stage, agenda)
        confirm_warnings(stage, agenda)
        tell_peers(stage, agenda, partial(settle, session, quiet))
        unlist_some(session, stage.cast, agenda)
        settle(session, quiet, now)
        read_older_notices(session, agenda.moment(UNREAD_DAYS))
        forget_older_mails(session, agenda.moment(WAITING_DAYS))
        session.commit()


def _schedule(courses: Mapping[str, Sequence[Step]], agenda: Agenda) -> Iterable[Scheduled]:
    for story, steps in courses.items():
        diary = Diary(agenda, story)
        yield from (Scheduled(diary.next(step.day), story, step.deed) for step in steps)


def _remember_all(session: Session) -> None:
    """Let the session hold on to what it read, which it would else forget and read again with each deed."""
    remembered: set[object] = set()
    for moment in ("loaded_as_persistent", "pending_to_persistent"):
        event.listen(session, moment, lambda _session, row: remembered.add(row))


def _set(session: Session, agenda: Agenda) -> Stage:
    since = agenda.now - OPENED_BEFORE
    load_starting_content(session)
    load_first_texts(session, since)
    cast = admit_people(session, found_organisations(session), since)
    _record(session, cast, since)
    fill_profiles(session, cast, agenda, since)
    theme_ids = dict(session.execute(select(Theme.slug, Theme.id)).all())
    stage = Stage(session, cast, theme_ids)
    name_spokespeople(stage, since)
    join_members(stage, since)
    start_following(stage, since)
    return stage


def _record(session: Session, cast: Mapping[str, Player], since: dt.datetime) -> None:
    """Keep in one row that all these people, organisations and words come from the demonstration."""
    after = {"people": len({player.person_id for player in cast.values()})}
    record_act(session, Act.DEMONSTRATION_LOADED, None, Thing.SITE, 0, since, after=after)


def _play(stage: Stage, deeds: Iterable[Scheduled], wiring: Wiring, told: Callable[[int], None]) -> None:
    today = dt.date.min
    for each in deeds:
        if local_day(each.at) != today:
            today = local_day(each.at)
            _begin_day(stage, today, wiring)
        perform(each.deed, stage, each.story, each.at)
        settle(stage.session, wiring, each.at)
        told(1)


def _begin_day(stage: Stage, day: dt.date, wiring: Wiring) -> None:
    """Do what the worker does for deadlines, just after midnight, and what colleagues at desks do early."""
    _keep_deadlines(stage.session, wiring, dt.datetime.combine(day, dt.time(0, 5), AMSTERDAM).astimezone(dt.UTC))
    early = dt.datetime.combine(day, dt.time(8, 30), AMSTERDAM).astimezone(dt.UTC)
    work_at_desks(stage, early)
    ask_and_tell_uses(stage, early)
    settle(stage.session, wiring, early)


def _keep_deadlines(session: Session, wiring: Wiring, now: dt.datetime) -> None:
    """Do what is due. There is no index yet, so nobody is found by it: what nobody chose for goes on to a desk."""
    for due in list_due(session, now):
        act_on(session, due, lambda _session, _question, _now: (), now)
        settle(session, wiring, now)
