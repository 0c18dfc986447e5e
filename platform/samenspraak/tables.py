"""All tables, in one place, so that migrations and tests know of each."""

from samenspraak.core.outbox import OutboxRow
from samenspraak.demand.models import LoggedOpening, LoggedSearch, LoggedTheme
from samenspraak.notifications.models import Mail, Notice
from samenspraak.people.models.account import AccountLink, Attempt, LoginSession, Person, RoleAssignment
from samenspraak.people.models.expert import AwayPeriod, ExpertProfile, ExpertTheme
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.models.answer import Acceptance, Answer, Comment, EarlierText, HelpfulVote
from samenspraak.questions.models.question import Guest, Question, QuestionTheme
from samenspraak.routing.models import Invitation, InvitationStep
from samenspraak.themes.models import Theme, ThemeSynonym, ThesaurusExpansion, ThesaurusTerm

ALL_TABLES = (
    OutboxRow, Theme, ThemeSynonym, ThesaurusTerm, ThesaurusExpansion,
    Organisation, Person, RoleAssignment, LoginSession, AccountLink, Attempt, ExpertProfile, ExpertTheme, AwayPeriod,
    Question, QuestionTheme, Guest, Answer, Acceptance, HelpfulVote, Comment, EarlierText,
    Invitation, InvitationStep, Notice, Mail,
    LoggedSearch, LoggedTheme, LoggedOpening,
)  # fmt: skip
