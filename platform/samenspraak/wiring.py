"""Who listens to what: THE table from event to handlers, in two columns.

Handlers run inside the transaction that records the event. Effects run after it, by the worker, through the outbox
(`worker/effects.py`).
"""

from samenspraak.conversations.events import IntroductionDeclined, IntroductionMade, IntroductionProposed
from samenspraak.core.events import Wiring
from samenspraak.following import merging as followers
from samenspraak.following.actions import follows
from samenspraak.following.events import SearchFound
from samenspraak.knowledge.actions import keeping
from samenspraak.knowledge.events import ArticleChanged, ArticleDue, ReviewAsked, ReviewDecided
from samenspraak.moderation.events import PostReported, ReportAnswered
from samenspraak.notifications.handlers import (
    accounts,
    answers,
    articles,
    closing,
    desks,
    follow_ups,
    followed,
    holding,
    impact,
    introductions,
    invitations,
    mentions,
    merges,
    profiles,
    reports,
    revisions,
    routes,
    signing,
    sources,
)
from samenspraak.people.events import (
    AccountLinkMade,
    ExperienceAdded,
    ExperienceChanged,
    LinkAskedFor,
    ProfileChanged,
    ProfileToConfirm,
    RolesChanged,
)
from samenspraak.questions.actions import reviewing_citations
from samenspraak.questions.events import (
    AcceptanceWithdrawn,
    AnswerAccepted,
    AnswerGiven,
    AnswerHeld,
    AnswerReleased,
    AnswerSigned,
    AskedToSign,
    CitationsTouched,
    CommentPlaced,
    ImpactAsked,
    ImpactTold,
    MergeUndone,
    QuestionAsked,
    QuestionChanged,
    QuestionClosed,
    QuestionReopened,
    QuestionsMerged,
    TextRevised,
)
from samenspraak.redaction.events import TextRedacted
from samenspraak.routing import hearing, subjects
from samenspraak.routing import merging as routes_merged
from samenspraak.routing.desks import listening as at_desk
from samenspraak.routing.desks.events import DeskCaseArrived, DeskCaseAssigned
from samenspraak.routing.events import AskerToChoose, DeskCaseLeft, InvitationMoved, RouteMoved
from samenspraak.sources.events import SourceChanged
from samenspraak.themes.events import ThemeNamed

WIRING = Wiring(
    inside={
        AcceptanceWithdrawn: (hearing.on_acceptance_withdrawn,),
        AccountLinkMade: (accounts.on_account_link_made,),
        AnswerAccepted: (
            answers.on_answer_accepted,
            at_desk.on_question_settled,
            hearing.on_answer_accepted,
            followed.on_answer_accepted,
        ),
        AnswerGiven: (
            answers.on_answer_given,
            at_desk.on_answer_given,
            hearing.on_answer_given,
            followed.on_answer_given,
            follows.on_answer_given,
        ),
        AnswerHeld: (holding.on_answer_held, hearing.on_answer_held),
        AnswerReleased: (holding.on_answer_released, hearing.on_answer_given),
        AnswerSigned: (signing.on_answer_signed,),
        AskedToSign: (signing.on_asked_to_sign,),
        ArticleDue: (articles.on_article_due,),
        AskerToChoose: (routes.on_asker_to_choose,),
        CitationsTouched: (sources.on_citations_touched,),
        CommentPlaced: (mentions.on_mentioned, answers.on_comment_placed, hearing.on_comment_placed),
        DeskCaseArrived: (desks.on_desk_case_arrived,),
        DeskCaseAssigned: (desks.on_desk_case_assigned,),
        DeskCaseLeft: (hearing.on_desk_case_left,),
        ImpactAsked: (impact.on_impact_asked,),
        ImpactTold: (impact.on_impact_told,),
        ExperienceAdded: (followed.on_experience_added,),
        IntroductionDeclined: (introductions.on_introduction_declined,),
        IntroductionMade: (introductions.on_introduction_made,),
        IntroductionProposed: (introductions.on_introduction_proposed,),
        InvitationMoved: (invitations.on_invitation_moved, at_desk.on_invitation_moved, subjects.on_invitation_moved),
        MergeUndone: (routes_merged.on_merge_undone, followers.on_merge_undone, merges.on_merge_undone),
        PostReported: (reports.on_post_reported,),
        ProfileToConfirm: (profiles.on_profile_to_confirm,),
        QuestionAsked: (hearing.on_question_asked, follow_ups.on_question_asked, followed.on_question_asked),
        QuestionClosed: (closing.on_question_closed, at_desk.on_question_settled, hearing.on_question_closed),
        QuestionReopened: (closing.on_question_reopened, hearing.on_question_reopened),
        QuestionsMerged: (
            routes_merged.on_questions_merged,
            followers.on_questions_merged,
            merges.on_questions_merged,
        ),
        ReportAnswered: (reports.on_report_answered,),
        ReviewAsked: (articles.on_review_asked,),
        ReviewDecided: (articles.on_review_decided,),
        RolesChanged: (at_desk.on_roles_changed,),
        RouteMoved: (routes.on_route_moved,),
        SearchFound: (followed.on_search_found,),
        SourceChanged: (reviewing_citations.on_source_changed, keeping.on_source_changed),
        TextRevised: (hearing.on_text_revised, revisions.on_text_revised, followed.on_text_revised),
    },
    after={
        LinkAskedFor: ("send_account_link",),
        ArticleChanged: ("index_article",),
        ExperienceChanged: ("index_experience",),
        ProfileChanged: ("index_expert",),
        QuestionAsked: ("index_question",),
        QuestionChanged: ("index_question",),
        SourceChanged: ("index_source",),
        TextRedacted: ("cleanse",),
        ThemeNamed: ("index_labels",),
    },
)
