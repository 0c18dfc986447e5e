"""The questions that were answered in the past half year, as deeds in the order of time.

Who asked, when, and what followed is drawn by chance that falls the same way each time, within what `particulars.json`
and `comments.json` say.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.chance import draw, happens, pick
from samenspraak.demonstration.content_files import WrittenQuestion, answered_questions, experts, values
from samenspraak.demonstration.deeds import (
    Accept,
    AcceptAnswer,
    Answer,
    Ask,
    Comment,
    Decline,
    Invite,
    InviteByDesk,
    Propose,
    Step,
    Vote,
)
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.partnership_codes import is_code
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.routing.rules import DeclineReason

FIRST_DAY = 126
LAST_DAY = 15
ACCEPTED = 66
PUBLIC = 16
WISHED = 60
DECLINED_BY_ANOTHER = 16
MOST_VOTES = 7
BY_DESK = 16
DAYS_TO_DESK = 4
"""Working days from a question that nobody chose experts for until a colleague at the desk has looked at it."""


@dataclasses.dataclass(frozen=True)
class _Coordinator:
    name: str
    sector: Sector
    code: str


def past_courses(agenda: Agenda) -> dict[str, list[Step]]:
    """Return the steps of each answered question, by story, spread evenly over the half year."""
    questions = sorted(answered_questions(), key=lambda question: draw(10**6, question.story, "order"))
    particulars, comments = values("particulars"), values("comments")
    span = FIRST_DAY - LAST_DAY
    return {
        question.story: _Past(
            question,
            particulars.get(question.story, {}),
            FIRST_DAY - number * span // len(questions),
            agenda,
        ).steps(comments.get(question.story, ()))
        for number, question in enumerate(questions)
    }


class _Past:
    """One question, from being asked to its last comment."""

    def __init__(self, question: WrittenQuestion, fixed: Mapping[str, Any], day: int, agenda: Agenda) -> None:
        self._question = question
        self._fixed = fixed
        self._asked = fixed.get("asked", day)
        self._agenda = agenda
        self._asker = fixed.get("asker") or _asker_of(question)
        self._is_by_desk = not fixed and happens(BY_DESK, question.story, "desk")

    def steps(self, comments: Sequence[Mapping[str, Any]]) -> list[Step]:
        answering = [expert for expert, _ in self._question.answers]
        invite = InviteByDesk(tuple(answering)) if self._is_by_desk else Invite(tuple(answering), "")
        asked = self._asked + (DAYS_TO_DESK if self._is_by_desk else 0)
        steps = [
            Step(asked, self._ask()),
            Step(asked, Propose(tuple(dict.fromkeys([*answering, *self._others()])))),
            Step(self._asked, invite),
            *self._refusal(),
            *self._answers(answering),
        ]
        last = min(step.day for step in steps)
        steps += self._acceptance(last)
        day = min(step.day for step in steps)
        for each in comments:
            day = max(1, day - draw(2, self._question.story, each["body"]))
            by = self._asker if each["by"] == "asker" else each["by"]
            steps.append(Step(day, Comment(by, each["under"], each["body"])))
        steps += self._votes(max(1, day - 1))
        return sorted(steps, key=lambda step: -step.day)

    def _ask(self) -> Ask:
        story = self._question.story
        drawn = Visibility.PUBLIC if happens(PUBLIC, story, "public") else Visibility.SIGNED_IN
        wish = self._asked - 7 - draw(8, story, "wish")
        return Ask(
            asker=self._asker,
            title=self._question.title,
            body=self._question.body,
            themes=self._question.themes,
            sector=self._question.sector,
            visibility=Visibility(self._fixed.get("visibility", drawn)),
            wished_by=self._agenda.day(wish) if happens(WISHED, story, "wishes") else None,
        )

    def _others(self) -> list[str]:
        answering = {expert for expert, _ in self._question.answers}
        return [
            each.key
            for each in experts()
            if set(each.themes) & set(self._question.themes) and each.key not in answering
        ][:3]

    def _refusal(self) -> list[Step]:
        others, story = self._others(), self._question.story
        if (
            self._is_by_desk
            or not others
            or len(self._question.answers) > 1
            or not happens(DECLINED_BY_ANOTHER * 2, story, "refusal")
        ):
            return []
        expert = pick(others, story, "who refuses")
        because = pick((DeclineReason.NO_TIME, DeclineReason.NOT_MY_SUBJECT), story, "why")
        return [
            Step(self._asked, Invite((expert,), "")),
            Step(self._asked - 1 - draw(2, story, "when"), Decline(expert, because, "")),
        ]

    def _answers(self, answering: Sequence[str]) -> list[Step]:
        steps: list[Step] = []
        standings = self._fixed.get("standings", ["personal"] * len(answering))
        day = self._asked
        for (expert, body), standing in zip(self._question.answers, standings, strict=True):
            accepted = self._asked - draw(3, self._question.story, expert, "accepts")
            day = min(accepted, day) - draw(4, self._question.story, expert, "answers")
            steps += [Step(accepted, Accept(expert)), Step(day, Answer(expert, body, Standing(standing)))]
        for peer in self._fixed.get("peers", ()):
            day -= 1
            steps.append(Step(day, Answer(peer["by"], peer["body"], Standing.PERSONAL)))
        return steps

    def _acceptance(self, last: int) -> list[Step]:
        story = self._question.story
        drawn = draw(len(self._question.answers), story, "best") if happens(ACCEPTED, story, "accepted") else None
        accepted = self._fixed.get("accepted", drawn)
        if accepted is None:
            return []
        return [Step(last - draw(4, story, "accepts"), AcceptAnswer(accepted))]

    def _votes(self, day: int) -> list[Step]:
        """Coordinators whom an answer helped too: of others' questions, as far as they may read them."""
        if self._fixed.get("visibility") == Visibility.RESTRICTED:
            return []
        story, peers = self._question.story, {peer["by"] for peer in self._fixed.get("peers", ())}
        readers = [each.name for each in _coordinators() if each.name != self._asker and each.name not in peers]
        steps = []
        for number in range(len(self._question.answers)):
            helped = [name for name in readers if happens(draw(30, story, number, "helpful"), story, number, name)]
            if helped:
                steps.append(Step(day, Vote(number, tuple(helped[:MOST_VOTES]))))
        return steps


def _asker_of(question: WrittenQuestion) -> str:
    """Draw a coordinator of the right sector, who does not belong to a partnership of one who answered."""
    near = {
        organisation
        for expert, _ in question.answers
        for organisation, _role in values("availability")["also"].get(expert, ())
    }
    fitting = [
        each for each in _coordinators() if question.sector in {each.sector, Sector.BOTH} and each.code not in near
    ]
    return pick(fitting, question.story, "asker").name


def _coordinators() -> list[_Coordinator]:
    return [
        _Coordinator(each["name"], Sector(each["organisation"][:2].lower()), each["organisation"])
        for each in values("people")
        if each["role"] == Role.COORDINATOR and is_code(each["organisation"])
    ]
