"""With what weight people speak in the demonstration: who speaks for OCW, until when an answer holds, who signs it."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.content_files import values
from samenspraak.demonstration.deeds import Answer, Comment, Deed, Step
from samenspraak.demonstration.stage import Stage, perform
from samenspraak.demonstration.standing_deeds import AskToSign, Close, Hold, Sign
from samenspraak.people.actions.spokespeople import name_spokesperson
from samenspraak.questions.actions.closing import close_question
from samenspraak.questions.actions.holding import hold_answer
from samenspraak.questions.actions.signing import ask_to_sign, sign
from samenspraak.questions.kinds import CloseReason


def name_spokespeople(stage: Stage, at: dt.datetime) -> None:
    """Have a moderator name who speaks for OCW on which theme."""
    written = values("weights")
    moderator = stage.cast[written["named_by"]].viewer
    for theme, experts in written["spokespeople"].items():
        for expert in experts:
            person_id = stage.cast[expert].person_id
            name_spokesperson(stage.session, moderator, stage.theme_ids[theme], person_id, at)


def weigh(courses: Mapping[str, list[Step]], agenda: Agenda) -> dict[str, list[Step]]:
    """Return courses with what some answers rest on and until when they hold, and with what is done about standing."""
    written = values("weights")
    weighed = {story: _with_basis(steps, written["answers"].get(story, {}), agenda) for story, steps in courses.items()}
    for story, deeds in written["deeds"].items():
        if story in weighed:
            weighed[story] = [*weighed[story], *(Step(each["day"], _deed(each)) for each in deeds)]
    return weighed


def _with_basis(steps: list[Step], weights: Mapping[str, Any], agenda: Agenda) -> list[Step]:
    """Give the answers of a story, told by their authors, what they rest on and their last day."""
    found = []
    for step in steps:
        deed = step.deed
        if isinstance(deed, Answer) and deed.by in weights:
            weight = weights[deed.by]
            deed = dataclasses.replace(deed, basis=weight["basis"], valid_until=agenda.day(weight["until"]))
        found.append(Step(step.day, deed))
    return found


def _deed(each: Mapping[str, Any]) -> Deed:
    match each["do"]:
        case "ask":
            return AskToSign(each["answer"], each["by"], each["who"])
        case "sign":
            return Sign(each["answer"], each["by"])
        case "hold":
            return Hold(each["answer"], each["by"], each["because"])
        case "comment":
            return Comment(each["by"], each["answer"], each["body"])
        case _:
            return Close(CloseReason(each["because"]), each["words"])


@perform.register
def _(deed: AskToSign, stage: Stage, story: str, at: dt.datetime) -> None:
    answer_id, author = stage.scenes[story].answer_ids[deed.answer], stage.cast[deed.by].viewer
    ask_to_sign(stage.session, author, answer_id, stage.cast[deed.who].person_id, at)


@perform.register
def _(deed: Sign, stage: Stage, story: str, at: dt.datetime) -> None:
    sign(stage.session, stage.cast[deed.by].viewer, stage.scenes[story].answer_ids[deed.answer], at)


@perform.register
def _(deed: Hold, stage: Stage, story: str, at: dt.datetime) -> None:
    answer_id = stage.scenes[story].answer_ids[deed.answer]
    hold_answer(stage.session, stage.cast[deed.by].viewer, answer_id, deed.because, at)


@perform.register
def _(deed: Close, stage: Stage, story: str, at: dt.datetime) -> None:
    scene = stage.scenes[story]
    close_question(stage.session, scene.asker.viewer, scene.question_id, deed.because, deed.words, at)
