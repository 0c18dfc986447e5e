"""The questions whose course is written out, as deeds in order of time: the open ones, and a few just closed."""

from collections.abc import Mapping
from typing import Any

from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.content_files import WrittenQuestion, open_questions, values
from samenspraak.demonstration.deeds import (
    Accept,
    AcceptAnswer,
    Answer,
    Ask,
    Comment,
    Decline,
    Deed,
    Edit,
    Forward,
    Invite,
    Propose,
    Step,
    Withdraw,
)
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.routing.rules import DeclineReason


def written_courses(agenda: Agenda) -> dict[str, list[Step]]:
    """Return the steps of each question, by story."""
    courses = values("courses")
    return {question.story: _steps(question, courses[question.story], agenda) for question in open_questions()}


def _steps(question: WrittenQuestion, course: Mapping[str, Any], agenda: Agenda) -> list[Step]:
    asked = course["asked"]
    begin = [Step(asked, _ask(question, course, agenda)), Step(asked, Propose(tuple(course["proposed"])))]
    rest = [*_invitations(course), *_contributions(course)]
    return begin + sorted(rest, key=lambda step: -step.day)


def _ask(question: WrittenQuestion, course: Mapping[str, Any], agenda: Agenda) -> Ask:
    return Ask(
        asker=course["asker"],
        title=question.title,
        body=question.body,
        themes=tuple(course["themes"]),
        sector=question.sector,
        visibility=Visibility(course["visibility"]),
        wished_by=agenda.day(-course["wish"]),
        is_anonymous=course.get("anonymous", False),
        member=course.get("member", ""),
        follows=course.get("follows", ""),
    )


def _invitations(course: Mapping[str, Any]) -> list[Step]:
    invited: dict[int, list[str]] = {}
    steps = []
    for expert, acts in course.get("invitations", {}).items():
        for act, day, *words in acts:
            if act == "invite":
                invited.setdefault(day, []).append(expert)
            else:
                steps.append(Step(day, _response(expert, act, words)))
    note = course.get("note", "")
    return [Step(day, Invite(tuple(names), note)) for day, names in invited.items()] + steps


def _response(expert: str, act: str, words: list[str]) -> Deed:
    if act == "accept":
        return Accept(expert)
    if act == "decline":
        return Decline(expert, DeclineReason(words[0]), words[1])
    if act == "forward":
        return Forward(expert, words[0], words[1])
    return Withdraw(expert, words[0])


def _contributions(course: Mapping[str, Any]) -> list[Step]:
    steps: list[Step] = [
        Step(each["day"], Answer(each["by"], each["body"], Standing(each["standing"])))
        for each in course.get("answers", ())
    ]
    if "accepted" in course:
        answer, day = course["accepted"]
        steps.append(Step(day, AcceptAnswer(answer)))
    steps += [
        Step(each["day"], Comment(each["by"], each["under"], each["body"])) for each in course.get("comments", ())
    ]
    return steps + [
        Step(each["day"], Edit(each["answer"], each["body"], each["reason"])) for each in course.get("edits", ())
    ]
