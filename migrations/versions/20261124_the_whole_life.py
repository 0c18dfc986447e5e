"""the whole life

Revision: 8bbcb065cc26, after 7d31f0c4a9be.
"""

import sqlalchemy as sa
from alembic import op

revision = "8bbcb065cc26"
down_revision = "7d31f0c4a9be"
branch_labels = None
depends_on = None

_STATES = ("proposed", "invited", "accepted", "declined", "withdrawn", "expired")
_NOTICES = (
    "invited",
    "invitation_accepted",
    "invitation_declined",
    "invitation_withdrawn",
    "invitation_expired",
    "answered",
    "answer_accepted",
    "commented",
)
_NEW_NOTICES = (
    "invitation_forwarded",
    "reminded",
    "moved_on",
    "waits_for_asker",
    "resumed",
    "arrived_at_desk",
    "assigned",
    "closed",
    "reopened",
    "mentioned",
    "asked_to_sign",
    "signed",
    "answer_held",
    "answer_released",
    "revised",
    "followed_up",
    "introduction_proposed",
    "introduction_made",
    "introduction_declined",
    "followed",
    "saved_search_found",
    "profile_to_confirm",
    "impact_asked",
    "impact_told",
)


def upgrade() -> None:
    op.create_table(
        "school_holiday",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_year", sa.String(), nullable=False),
        sa.Column(
            "region",
            sa.Enum("noord", "midden", "zuid", name="region", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "school_break",
            sa.Enum(
                "herfst",
                "kerst",
                "voorjaar",
                "mei",
                "zomer",
                name="schoolbreak",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "sector",
            sa.Enum("po", "vo", "both", name="sector", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_school_holiday_first_day_before_last_day")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_holiday")),
        sa.UniqueConstraint(
            "school_year",
            "region",
            "school_break",
            "sector",
            name=op.f("uq_school_holiday_school_year_region_school_break_sector"),
        ),
    )
    with op.batch_alter_table("school_holiday", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_school_holiday_region"), ["region"], unique=False)

    op.create_table(
        "desk",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("working_days_to_respond", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.CheckConstraint("working_days_to_respond BETWEEN 1 AND 30", name=op.f("ck_desk_working_days_in_bounds")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_desk_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_desk")),
    )
    op.create_table(
        "experience",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("is_open_to_contact", sa.Boolean(), nullable=False),
        sa.Column("written_by_id", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("submission", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_experience_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["written_by_id"], ["person.id"], name=op.f("fk_experience_written_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience")),
        sa.UniqueConstraint("submission", name=op.f("uq_experience_submission")),
    )
    with op.batch_alter_table("experience", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_experience_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "partnership_member",
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_partnership_member_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["organisation.id"], name=op.f("fk_partnership_member_partnership_id_organisation")
        ),
        sa.PrimaryKeyConstraint("partnership_id", "organisation_id", name=op.f("pk_partnership_member")),
    )
    with op.batch_alter_table("partnership_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partnership_member_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "rule_switch",
        sa.Column(
            "rule",
            sa.Enum(
                "own_organisation",
                "declared_tie",
                "away",
                "full",
                "substitute",
                "not_my_subject",
                "lightest_load_first",
                "fair_spread",
                name="rankingrule",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["changed_by_id"], ["person.id"], name=op.f("fk_rule_switch_changed_by_id_person")),
        sa.PrimaryKeyConstraint("rule", name=op.f("pk_rule_switch")),
    )
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_saved_search_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
        sa.UniqueConstraint("person_id", "query", name=op.f("uq_saved_search_person_id_query")),
    )
    with op.batch_alter_table("saved_search", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_saved_search_person_id"), ["person_id"], unique=False)

    op.create_table(
        "theme_pace",
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.Column(
            "pace",
            sa.Enum("one_by_one", "several_at_once", name="pace", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_pace_theme_id_theme")),
        sa.PrimaryKeyConstraint("theme_id", name=op.f("pk_theme_pace")),
    )
    op.create_table(
        "theme_spokesperson",
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("named_by_id", sa.Integer(), nullable=False),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["named_by_id"], ["person.id"], name=op.f("fk_theme_spokesperson_named_by_id_person")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_theme_spokesperson_person_id_person")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_spokesperson_theme_id_theme")),
        sa.PrimaryKeyConstraint("theme_id", "person_id", name=op.f("pk_theme_spokesperson")),
    )
    with op.batch_alter_table("theme_spokesperson", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_spokesperson_person_id"), ["person_id"], unique=False)

    op.create_table(
        "confirmed_warning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("endpoint", sa.String(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_confirmed_warning_person_id_person")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_confirmed_warning_question_id_question")
        ),
        sa.ForeignKeyConstraint(["seen_by_id"], ["person.id"], name=op.f("fk_confirmed_warning_seen_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmed_warning")),
    )
    with op.batch_alter_table("confirmed_warning", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_confirmed_warning_confirmed_at"), ["confirmed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_confirmed_warning_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_confirmed_warning_question_id"), ["question_id"], unique=False)

    op.create_table(
        "declared_tie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("client", "other", name="tiekind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_declared_tie_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["expert_profile.person_id"], name=op.f("fk_declared_tie_person_id_expert_profile")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declared_tie")),
        sa.UniqueConstraint("person_id", "organisation_id", name=op.f("uq_declared_tie_person_id_organisation_id")),
    )
    with op.batch_alter_table("declared_tie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_declared_tie_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "desk_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("desk_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "responded",
                "passed_on",
                "timed_out",
                "closed",
                name="deskcasestate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("respond_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("assigned_to_id", sa.Integer(), nullable=True),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("responded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["assigned_to_id"], ["person.id"], name=op.f("fk_desk_case_assigned_to_id_person")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.organisation_id"], name=op.f("fk_desk_case_desk_id_desk")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_desk_case_question_id_question")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_case")),
    )
    with op.batch_alter_table("desk_case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_desk_case_assigned_to_id"), ["assigned_to_id"], unique=False)
        batch_op.create_index("ix_desk_case_desk_id_state", ["desk_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_desk_case_question_id"), ["question_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_desk_case_respond_by"), ["respond_by"], unique=False)

    op.create_table(
        "dismissed_theme",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["expert_profile.person_id"], name=op.f("fk_dismissed_theme_person_id_expert_profile")
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_dismissed_theme_theme_id_theme")),
        sa.PrimaryKeyConstraint("person_id", "theme_id", name=op.f("pk_dismissed_theme")),
    )
    with op.batch_alter_table("dismissed_theme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dismissed_theme_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "experience_theme",
        sa.Column("experience_id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["experience_id"], ["experience.id"], name=op.f("fk_experience_theme_experience_id_experience")
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_experience_theme_theme_id_theme")),
        sa.PrimaryKeyConstraint("experience_id", "theme_id", name=op.f("pk_experience_theme")),
    )
    with op.batch_alter_table("experience_theme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_experience_theme_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "follow",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("theme_id", sa.Integer(), nullable=True),
        sa.Column("expert_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN question_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN theme_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN expert_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_follow_of_one_thing"),
        ),
        sa.ForeignKeyConstraint(["expert_id"], ["person.id"], name=op.f("fk_follow_expert_id_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_follow_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_follow_person_id_person")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_follow_question_id_question")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_follow_theme_id_theme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow")),
        sa.UniqueConstraint("person_id", "expert_id", name=op.f("uq_follow_person_id_expert_id")),
        sa.UniqueConstraint("person_id", "organisation_id", name=op.f("uq_follow_person_id_organisation_id")),
        sa.UniqueConstraint("person_id", "question_id", name=op.f("uq_follow_person_id_question_id")),
        sa.UniqueConstraint("person_id", "theme_id", name=op.f("uq_follow_person_id_theme_id")),
    )
    with op.batch_alter_table("follow", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_expert_id"), ["expert_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_question_id"), ["question_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "introduction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("experience_id", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "made",
                "declined",
                "withdrawn",
                name="introductionstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed_by_id", sa.Integer(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("other_agreed_by_id", sa.Integer(), nullable=True),
        sa.Column("other_agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("submission", sa.String(), nullable=True),
        sa.CheckConstraint("organisation_id <> other_id", name=op.f("ck_introduction_of_two")),
        sa.ForeignKeyConstraint(["agreed_by_id"], ["person.id"], name=op.f("fk_introduction_agreed_by_id_person")),
        sa.ForeignKeyConstraint(
            ["experience_id"], ["experience.id"], name=op.f("fk_introduction_experience_id_experience")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_introduction_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["other_agreed_by_id"], ["person.id"], name=op.f("fk_introduction_other_agreed_by_id_person")
        ),
        sa.ForeignKeyConstraint(["other_id"], ["organisation.id"], name=op.f("fk_introduction_other_id_organisation")),
        sa.ForeignKeyConstraint(["proposed_by_id"], ["person.id"], name=op.f("fk_introduction_proposed_by_id_person")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_introduction_question_id_question")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction")),
        sa.UniqueConstraint("submission", name=op.f("uq_introduction_submission")),
    )
    with op.batch_alter_table("introduction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introduction_experience_id"), ["experience_id"], unique=False)
        batch_op.create_index("ix_introduction_organisation_id_state", ["organisation_id", "state"], unique=False)
        batch_op.create_index("ix_introduction_other_id_state", ["other_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_introduction_question_id"), ["question_id"], unique=False)

    op.create_table(
        "kept_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_kept_draft_person_id_person")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_kept_draft_question_id_question")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_draft")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_kept_draft_person_id_key")),
    )
    with op.batch_alter_table("kept_draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kept_draft_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kept_draft_question_id"), ["question_id"], unique=False)

    op.create_table(
        "route",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "experts",
                "desk",
                "moderator",
                "answered",
                "ended",
                name="routestage",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "chooser",
            sa.Enum("asker", "samenspraak", name="chooser", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["paused_by_id"], ["person.id"], name=op.f("fk_route_paused_by_id_person")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_route_question_id_question")),
        sa.PrimaryKeyConstraint("question_id", name=op.f("pk_route")),
    )
    with op.batch_alter_table("route", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_route_due_at"), ["due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_route_stage"), ["stage"], unique=False)

    op.create_table(
        "route_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "left_to_samenspraak",
                "taken_back",
                "reminded",
                "to_desk",
                "assigned",
                "left_desk",
                "to_moderator",
                "to_experts",
                "paused",
                "resumed",
                "answered",
                "ended",
                "reopened",
                name="routestepkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_route_step_by_id_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_route_step_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_route_step_person_id_person")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_route_step_question_id_question")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_route_step")),
    )
    with op.batch_alter_table("route_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_route_step_question_id"), ["question_id"], unique=False)

    op.create_table(
        "answered_already",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.Column("draft_key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_answered_already_answer_id_answer")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_answered_already_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_answered_already_person_id_person")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_answered_already_question_id_question")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answered_already")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_answered_already_draft_key")),
    )
    with op.batch_alter_table("answered_already", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answered_already_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_answered_already_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_answered_already_question_id"), ["question_id"], unique=False)

    op.create_table(
        "co_author",
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_co_author_answer_id_answer")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_co_author_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_co_author_person_id_person")),
        sa.PrimaryKeyConstraint("answer_id", "person_id", name=op.f("pk_co_author")),
    )
    with op.batch_alter_table("co_author", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_co_author_person_id"), ["person_id"], unique=False)

    op.create_table(
        "impact",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "used",
            sa.Enum("yes", "partly", "no", name="use", native_enum=False, create_constraint=True, length=40),
            nullable=True,
        ),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_impact_answer_id_answer")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_impact_question_id_question")),
        sa.ForeignKeyConstraint(["told_by_id"], ["person.id"], name=op.f("fk_impact_told_by_id_person")),
        sa.PrimaryKeyConstraint("question_id", name=op.f("pk_impact")),
    )
    with op.batch_alter_table("impact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_impact_answer_id"), ["answer_id"], unique=False)

    op.create_table(
        "mention",
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_mention_comment_id_comment")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mention_person_id_person")),
        sa.PrimaryKeyConstraint("comment_id", "person_id", name=op.f("pk_mention")),
    )
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mention_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("valid_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("basis", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("held_by_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("held_because", sa.String(), nullable=False, server_default=""))
        batch_op.create_foreign_key(batch_op.f("fk_answer_held_by_id_person"), "person", ["held_by_id"], ["id"])

    with op.batch_alter_table("away_period", schema=None) as batch_op:
        batch_op.add_column(sa.Column("substitute_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_away_period_substitute_id_expert_profile"),
            "expert_profile",
            ["substitute_id"],
            ["person_id"],
        )

    with op.batch_alter_table("earlier_text", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reason", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("theme_labels", sa.JSON(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "standing",
                sa.Enum(
                    "personal",
                    "organisation",
                    "ministry",
                    name="standing",
                    native_enum=False,
                    create_constraint=True,
                    length=40,
                ),
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("valid_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("basis", sa.String(), nullable=False, server_default=""))

    with op.batch_alter_table("expert_profile", schema=None) as batch_op:
        batch_op.add_column(sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("asked_to_confirm_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("forwarded_from_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_invitation_answer_by"), ["answer_by"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_invitation_forwarded_from_id_invitation"), "invitation", ["forwarded_from_id"], ["id"]
        )

    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.alter_column("question_id", existing_type=sa.INTEGER(), nullable=True)
    _allow("notice", "kind", "noticekind", _NOTICES, (*_NOTICES, *_NEW_NOTICES))
    for table in ("invitation", "invitation_step"):
        _allow(table, "state", "invitationstate", _STATES, (*_STATES, "forwarded"))

    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "holiday_region",
                sa.Enum("noord", "midden", "zuid", name="region", native_enum=False, create_constraint=True, length=40),
                nullable=True,
            )
        )

    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_anonymous", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("on_behalf_of_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("origin_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_by_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "closed_because",
                sa.Enum(
                    "solved_otherwise",
                    "no_longer_needed",
                    "asked_elsewhere",
                    "unclear",
                    "other",
                    name="closereason",
                    native_enum=False,
                    create_constraint=True,
                    length=40,
                ),
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("closing_words", sa.String(), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_question_closed_at"), ["closed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_origin_id"), ["origin_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_question_closed_by_id_person"), "person", ["closed_by_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_question_origin_id_question"), "question", ["origin_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_question_on_behalf_of_id_organisation"), "organisation", ["on_behalf_of_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_question_on_behalf_of_id_organisation"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_question_origin_id_question"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_question_closed_by_id_person"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_question_origin_id"))
        batch_op.drop_index(batch_op.f("ix_question_closed_at"))
        batch_op.drop_column("closing_words")
        batch_op.drop_constraint(op.f("ck_question_closereason"), type_="check")
        batch_op.drop_column("closed_because")
        batch_op.drop_column("closed_by_id")
        batch_op.drop_column("closed_at")
        batch_op.drop_column("origin_id")
        batch_op.drop_column("on_behalf_of_id")
        batch_op.drop_column("is_anonymous")

    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_organisation_region"), type_="check")
        batch_op.drop_column("holiday_region")

    op.execute("DELETE FROM notice WHERE question_id IS NULL")
    for kind in _NEW_NOTICES:
        op.execute(f"DELETE FROM notice WHERE kind = '{kind}'")  # noqa: S608 - our own words
    _allow("notice", "kind", "noticekind", (*_NOTICES, *_NEW_NOTICES), _NOTICES)
    for table in ("invitation", "invitation_step"):
        op.execute(f"UPDATE {table} SET state = 'withdrawn' WHERE state = 'forwarded'")  # noqa: S608 - our own words
        _allow(table, "state", "invitationstate", (*_STATES, "forwarded"), _STATES)
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.alter_column("question_id", existing_type=sa.INTEGER(), nullable=False)

    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_invitation_forwarded_from_id_invitation"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_invitation_answer_by"))
        batch_op.drop_column("forwarded_from_id")
        batch_op.drop_column("reminded_at")
        batch_op.drop_column("answer_by")

    with op.batch_alter_table("expert_profile", schema=None) as batch_op:
        batch_op.drop_column("asked_to_confirm_at")
        batch_op.drop_column("confirmed_at")

    with op.batch_alter_table("earlier_text", schema=None) as batch_op:
        batch_op.drop_column("basis")
        batch_op.drop_column("valid_until")
        batch_op.drop_constraint(op.f("ck_earlier_text_standing"), type_="check")
        batch_op.drop_column("standing")
        batch_op.drop_column("theme_labels")
        batch_op.drop_column("reason")

    with op.batch_alter_table("away_period", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_away_period_substitute_id_expert_profile"), type_="foreignkey")
        batch_op.drop_column("substitute_id")

    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_answer_held_by_id_person"), type_="foreignkey")
        batch_op.drop_column("held_because")
        batch_op.drop_column("held_by_id")
        batch_op.drop_column("held_at")
        batch_op.drop_column("basis")
        batch_op.drop_column("valid_until")

    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mention_person_id"))

    op.drop_table("mention")
    with op.batch_alter_table("impact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_impact_answer_id"))

    op.drop_table("impact")
    with op.batch_alter_table("co_author", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_co_author_person_id"))

    op.drop_table("co_author")
    with op.batch_alter_table("answered_already", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_answered_already_question_id"))
        batch_op.drop_index(batch_op.f("ix_answered_already_person_id"))
        batch_op.drop_index(batch_op.f("ix_answered_already_answer_id"))

    op.drop_table("answered_already")
    with op.batch_alter_table("route_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_route_step_question_id"))

    op.drop_table("route_step")
    with op.batch_alter_table("route", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_route_stage"))
        batch_op.drop_index(batch_op.f("ix_route_due_at"))

    op.drop_table("route")
    with op.batch_alter_table("kept_draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_kept_draft_question_id"))
        batch_op.drop_index(batch_op.f("ix_kept_draft_person_id"))

    op.drop_table("kept_draft")
    with op.batch_alter_table("introduction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_introduction_question_id"))
        batch_op.drop_index("ix_introduction_other_id_state")
        batch_op.drop_index("ix_introduction_organisation_id_state")
        batch_op.drop_index(batch_op.f("ix_introduction_experience_id"))

    op.drop_table("introduction")
    with op.batch_alter_table("follow", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_theme_id"))
        batch_op.drop_index(batch_op.f("ix_follow_question_id"))
        batch_op.drop_index(batch_op.f("ix_follow_person_id"))
        batch_op.drop_index(batch_op.f("ix_follow_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_follow_expert_id"))

    op.drop_table("follow")
    with op.batch_alter_table("experience_theme", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_experience_theme_theme_id"))

    op.drop_table("experience_theme")
    with op.batch_alter_table("dismissed_theme", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dismissed_theme_theme_id"))

    op.drop_table("dismissed_theme")
    with op.batch_alter_table("desk_case", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_desk_case_respond_by"))
        batch_op.drop_index(batch_op.f("ix_desk_case_question_id"))
        batch_op.drop_index("ix_desk_case_desk_id_state")
        batch_op.drop_index(batch_op.f("ix_desk_case_assigned_to_id"))

    op.drop_table("desk_case")
    with op.batch_alter_table("declared_tie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_declared_tie_organisation_id"))

    op.drop_table("declared_tie")
    with op.batch_alter_table("confirmed_warning", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_confirmed_warning_question_id"))
        batch_op.drop_index(batch_op.f("ix_confirmed_warning_person_id"))
        batch_op.drop_index(batch_op.f("ix_confirmed_warning_confirmed_at"))

    op.drop_table("confirmed_warning")
    with op.batch_alter_table("theme_spokesperson", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_spokesperson_person_id"))

    op.drop_table("theme_spokesperson")
    op.drop_table("theme_pace")
    with op.batch_alter_table("saved_search", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_saved_search_person_id"))

    op.drop_table("saved_search")
    op.drop_table("rule_switch")
    with op.batch_alter_table("partnership_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partnership_member_organisation_id"))

    op.drop_table("partnership_member")
    with op.batch_alter_table("experience", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_experience_organisation_id"))

    op.drop_table("experience")
    op.drop_table("desk")
    with op.batch_alter_table("school_holiday", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_school_holiday_region"))

    op.drop_table("school_holiday")


def _allow(table: str, column: str, name: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let a column hold other words."""
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.alter_column(
            column, existing_type=_words(name, before), type_=_words(name, after), existing_nullable=False
        )


def _words(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)
