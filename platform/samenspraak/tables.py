"""All tables, in one place, so that migrations and tests know of each."""

from samenspraak.audit.models import AuditEntry
from samenspraak.calendar.models import SchoolHoliday
from samenspraak.conversations.models import Introduction
from samenspraak.core.outbox import OutboxRow
from samenspraak.demand.models import DismissedSearch, LoggedOpening, LoggedSearch, LoggedTheme
from samenspraak.following.models import Follow, SavedSearch
from samenspraak.knowledge.models.article import (
    Article,
    ArticleAuthor,
    ArticleCitation,
    ArticleRevision,
    ArticleSection,
    ArticleTheme,
)
from samenspraak.knowledge.models.reading import ArticleRemark, ArticleReview, ArticleVote
from samenspraak.matching.models import NotMySubject, RuleSwitch
from samenspraak.moderation.models import Claim, ConfirmedWarning, Report
from samenspraak.notifications.models import Mail, Notice
from samenspraak.people.models.account import AccountLink, Attempt, LoginSession, Person, RoleAssignment
from samenspraak.people.models.expert import (
    AwayPeriod,
    DeclaredTie,
    DismissedTheme,
    ExpertProfile,
    ExpertTheme,
    ThemeSpokesperson,
)
from samenspraak.people.models.organisation import Experience, ExperienceTheme, Organisation, PartnershipMember
from samenspraak.questions.models.answer import (
    Acceptance,
    Answer,
    CoAuthor,
    Comment,
    EarlierText,
    HelpfulVote,
    Mention,
)
from samenspraak.questions.models.citation import AnswerCitation, CitationReview
from samenspraak.questions.models.impact import Impact
from samenspraak.questions.models.kept import AnsweredAlready, KeptDraft
from samenspraak.questions.models.merge import DismissedPair, QuestionMerge
from samenspraak.questions.models.question import Guest, Question, QuestionTheme
from samenspraak.redaction.models import Redaction
from samenspraak.routing.models.desk import Desk, DeskCase
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.models.route import Route, RouteStep, ThemePace
from samenspraak.sources.models import Source, SourcePart, SourceVersion
from samenspraak.themes.models import (
    RemovedTerm,
    Theme,
    ThemeGroup,
    ThemeSynonym,
    ThesaurusExpansion,
    ThesaurusTerm,
)

ALL_TABLES = (
    OutboxRow, AuditEntry, ThemeGroup, Theme, ThemeSynonym, ThesaurusTerm, ThesaurusExpansion, RemovedTerm,
    Organisation, Person, RoleAssignment, LoginSession, AccountLink, Attempt, ExpertProfile, ExpertTheme, AwayPeriod,
    PartnershipMember, Experience, ExperienceTheme, DeclaredTie, ThemeSpokesperson, DismissedTheme, SchoolHoliday,
    Question, QuestionTheme, QuestionMerge, DismissedPair, Guest, Answer, Acceptance, HelpfulVote, Comment, EarlierText,
    Source, SourceVersion, SourcePart, AnswerCitation, CitationReview,
    CoAuthor, Mention, KeptDraft, AnsweredAlready, Impact, RuleSwitch, NotMySubject,
    Invitation, InvitationStep, Route, RouteStep, ThemePace, Desk, DeskCase,
    Article, ArticleTheme, ArticleRevision, ArticleSection, ArticleAuthor, ArticleCitation,
    ArticleReview, ArticleVote, ArticleRemark,
    Follow, SavedSearch, Introduction, ConfirmedWarning, Report, Claim, Redaction, Notice, Mail,
    LoggedSearch, LoggedTheme, LoggedOpening, DismissedSearch,
)  # fmt: skip
