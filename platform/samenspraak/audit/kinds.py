"""The closed lists of the audit: every act with special powers, in the whole house, and what such an act is done to.

A value that was once written stays in these lists: the rows that hold it stay as well. Each act and thing has its word
in `web/audit/words.py`, and each act its sentence in `web/audit/sentences.py`; a test holds that.
"""

import enum


class Act(enum.StrEnum):
    """What was done, by a moderator, an administrator, a desk, the command line, or Samenspraak itself for them."""

    # people
    PERSON_INVITED = "person_invited"
    PERSON_CHANGED = "person_changed"
    LINK_SENT = "link_sent"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_REOPENED = "account_reopened"
    ROLE_GIVEN = "role_given"
    ROLE_CONFIRMED = "role_confirmed"
    ROLE_TAKEN = "role_taken"
    PROFILE_CHANGED = "profile_changed"
    AWAY_CHANGED = "away_changed"
    ORGANISATION_ADDED = "organisation_added"
    ORGANISATION_CHANGED = "organisation_changed"
    MEMBER_ADDED = "member_added"
    MEMBER_REMOVED = "member_removed"
    EXPERIENCE_REMOVED = "experience_removed"
    SPOKESPERSON_NAMED = "spokesperson_named"
    SPOKESPERSON_UNNAMED = "spokesperson_unnamed"
    # calendar, matching, routing
    HOLIDAY_ADDED = "holiday_added"
    HOLIDAY_CHANGED = "holiday_changed"
    HOLIDAY_REMOVED = "holiday_removed"
    RULE_SWITCHED = "rule_switched"
    PACE_CHANGED = "pace_changed"
    DESK_CHANGED = "desk_changed"
    CASE_ASSIGNED = "case_assigned"
    CASE_PASSED_ON = "case_passed_on"
    # questions
    ANSWER_HELD = "answer_held"
    ANSWER_RELEASED = "answer_released"
    QUESTION_RESTORED = "question_restored"
    ANSWER_RESTORED = "answer_restored"
    TEXT_REDACTED = "text_redacted"
    QUESTION_CLOSED = "question_closed"
    QUESTION_REOPENED = "question_reopened"
    QUESTION_MERGED = "question_merged"
    MERGE_UNDONE = "merge_undone"
    PAIR_DISMISSED = "pair_dismissed"
    QUESTION_TAKEN = "question_taken"
    QUESTION_TO_DESK = "question_to_desk"
    EXPERTS_INVITED = "experts_invited"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    INTRODUCTION_PROPOSED = "introduction_proposed"
    INTRODUCTION_WITHDRAWN = "introduction_withdrawn"
    WARNING_SEEN = "warning_seen"
    # themes
    THEME_ADDED = "theme_added"
    THEME_CHANGED = "theme_changed"
    TERM_ADDED = "term_added"
    TERM_CHANGED = "term_changed"
    TERM_REMOVED = "term_removed"
    # sources
    SOURCE_LOADED = "source_loaded"
    SOURCE_ADDED = "source_added"
    SOURCE_CHANGED = "source_changed"
    CITATION_REVIEWED = "citation_reviewed"
    # articles
    ARTICLE_STARTED = "article_started"
    ARTICLE_CHANGED = "article_changed"
    ARTICLE_RESTORED = "article_restored"
    ARTICLE_SUBMITTED = "article_submitted"
    ARTICLE_PUBLISHED = "article_published"
    ARTICLE_SENT_BACK = "article_sent_back"
    ARTICLE_RENEWED = "article_renewed"
    ARTICLE_RETIRED = "article_retired"
    ARTICLE_REVIVED = "article_revived"
    ARTICLE_REMARK_HANDLED = "article_remark_handled"
    # the desk of moderators
    REPORT_ANSWERED = "report_answered"
    SEARCH_DISMISSED = "search_dismissed"
    # the command line
    CONTENT_LOADED = "content_loaded"
    PARTNERSHIPS_IMPORTED = "partnerships_imported"
    CALENDAR_LOADED = "calendar_loaded"
    DEMONSTRATION_LOADED = "demonstration_loaded"


class Thing(enum.StrEnum):
    """What an act is done to; its id is that of the row in its own table, 0 for what has none."""

    PERSON = "person"
    ORGANISATION = "organisation"
    EXPERIENCE = "experience"
    THEME = "theme"
    TERM = "term"
    HOLIDAY = "holiday"
    RULE = "rule"
    DESK = "desk"
    CASE = "case"
    QUESTION = "question"
    ANSWER = "answer"
    INVITATION = "invitation"
    INTRODUCTION = "introduction"
    WARNING = "warning"
    SOURCE = "source"
    ARTICLE = "article"
    REPORT = "report"
    SEARCH = "search"
    SITE = "site"


TOLD_OPENLY = frozenset({Thing.PERSON, Thing.EXPERIENCE, Thing.THEME})
"""Things of which may be told to all who read the audit whom an act concerned.

Of a question or an answer that would tell who asked anonymously, or who takes part where few may read.
"""
