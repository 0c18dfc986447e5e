"""articles

Revision: d92c4a7e1b58, after a41f6b8e03d7.
"""

import sqlalchemy as sa
from alembic import op

revision = "d92c4a7e1b58"
down_revision = "a41f6b8e03d7"
branch_labels = None
depends_on = None

_NOTICES = (
    "invited",
    "invitation_accepted",
    "invitation_declined",
    "invitation_withdrawn",
    "invitation_expired",
    "answered",
    "answer_accepted",
    "commented",
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
    "source_changed",
)
_OF_ARTICLES = ("article_to_review", "article_sent_back", "article_published", "article_due")


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "in_review",
                "published",
                "obsolete",
                name="articlestate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("current", sa.Integer(), nullable=False),
        sa.Column("published", sa.Integer(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "sector",
            sa.Enum("po", "vo", "both", name="sector", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "visibility",
            sa.Enum(
                "public", "signed_in", name="articlevisibility", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column(
            "due_because",
            sa.Enum("date", "source", name="due", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.Column("obsolete_because", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["origin_id"], ["question.id"], name=op.f("fk_article_origin_id_question")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_article_owner_id_person")),
        sa.ForeignKeyConstraint(["successor_id"], ["article.id"], name=op.f("fk_article_successor_id_article")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("slug", name=op.f("uq_article_slug")),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_origin_id"), ["origin_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_article_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_article_review_on"), ["review_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_article_state"), ["state"], unique=False)

    op.create_table(
        "article_author",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column(
            "credit",
            sa.Enum("answer", "question", name="credit", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_author_article_id_article")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_article_author_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_article_author_person_id_person")),
        sa.PrimaryKeyConstraint("article_id", "person_id", name=op.f("pk_article_author")),
    )
    with op.batch_alter_table("article_author", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_author_person_id"), ["person_id"], unique=False)

    op.create_table(
        "article_citation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("paragraph", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_citation_article_id_article")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_article_citation_source_id_source")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["source_version.id"], name=op.f("fk_article_citation_version_id_source_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_citation")),
        sa.UniqueConstraint(
            "article_id",
            "source_id",
            "place",
            "paragraph",
            name=op.f("uq_article_citation_article_id_source_id_place_paragraph"),
        ),
    )
    with op.batch_alter_table("article_citation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_citation_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_article_citation_version_id"), ["version_id"], unique=False)

    op.create_table(
        "article_remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handled_by_id", sa.Integer(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "changed", "still_right", name="remarkoutcome", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column("submission", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_remark_article_id_article")),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_article_remark_author_id_person")),
        sa.ForeignKeyConstraint(["handled_by_id"], ["person.id"], name=op.f("fk_article_remark_handled_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_remark")),
        sa.UniqueConstraint("submission", name=op.f("uq_article_remark_submission")),
    )
    with op.batch_alter_table("article_remark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_remark_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_article_remark_handled_at"), ["handled_at"], unique=False)

    op.create_table(
        "article_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "accepted", "sent_back", name="reviewoutcome", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_review_article_id_article")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name=op.f("fk_article_review_asked_by_id_person")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"], name=op.f("fk_article_review_decided_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_review")),
    )
    with op.batch_alter_table("article_review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_review_article_id"), ["article_id"], unique=False)

    op.create_table(
        "article_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("written_by_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_revision_article_id_article")),
        sa.ForeignKeyConstraint(
            ["written_by_id"], ["person.id"], name=op.f("fk_article_revision_written_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_revision")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_article_revision_article_id_number")),
    )
    op.create_table(
        "article_theme",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_theme_article_id_article")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_article_theme_theme_id_theme")),
        sa.PrimaryKeyConstraint("article_id", "theme_id", name=op.f("pk_article_theme")),
    )
    with op.batch_alter_table("article_theme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_theme_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "article_vote",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("helped", sa.Boolean(), nullable=False),
        sa.Column("voted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_vote_article_id_article")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_article_vote_person_id_person")),
        sa.PrimaryKeyConstraint("article_id", "person_id", name=op.f("pk_article_vote")),
    )
    with op.batch_alter_table("article_vote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_vote_person_id"), ["person_id"], unique=False)

    op.create_table(
        "article_section",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["article_revision.id"], name=op.f("fk_article_section_revision_id_article_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_section")),
        sa.UniqueConstraint("revision_id", "key", name=op.f("uq_article_section_revision_id_key")),
    )
    _allow(_NOTICES, (*_NOTICES, *_OF_ARTICLES))


def downgrade() -> None:
    op.execute("DELETE FROM notice WHERE kind LIKE 'article~_%' ESCAPE '~'")
    _allow((*_NOTICES, *_OF_ARTICLES), _NOTICES)
    for table in (
        "article_section",
        "article_vote",
        "article_theme",
        "article_revision",
        "article_review",
        "article_remark",
        "article_citation",
        "article_author",
        "article",
    ):
        op.drop_table(table)


def _allow(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let a notice be about other things."""
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.alter_column("kind", existing_type=_words(before), type_=_words(after), existing_nullable=False)


def _words(values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name="noticekind", native_enum=False, create_constraint=True, length=40)
