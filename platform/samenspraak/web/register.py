"""Puts the web together: the shell first, then every family of pages."""

from urllib.parse import urlsplit

from flask import Flask
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from samenspraak.config import Settings
from samenspraak.core.markup import LONGEST_TEXT
from samenspraak.services import Services
from samenspraak.web.account.family import blueprint as account
from samenspraak.web.administration.family import blueprint as administration
from samenspraak.web.audit.family import blueprint as audit
from samenspraak.web.demand.views import blueprint as demand
from samenspraak.web.desks.family import blueprint as desks
from samenspraak.web.development.views import blueprint as development
from samenspraak.web.experts.family import blueprint as experts
from samenspraak.web.following.family import blueprint as following
from samenspraak.web.health.views import blueprint as health
from samenspraak.web.home.views import blueprint as home
from samenspraak.web.impact.views import blueprint as impact
from samenspraak.web.inbox.views import blueprint as inbox
from samenspraak.web.introductions.family import blueprint as introductions
from samenspraak.web.invitations.family import blueprint as invitations
from samenspraak.web.knowledge.family import blueprint as knowledge
from samenspraak.web.matching.family import blueprint as matching
from samenspraak.web.merges.family import blueprint as merges
from samenspraak.web.moderation.family import blueprint as moderation
from samenspraak.web.pages.views import blueprint as pages
from samenspraak.web.partnerships.family import blueprint as partnerships
from samenspraak.web.preferences.views import blueprint as preferences
from samenspraak.web.questions.family import blueprint as questions
from samenspraak.web.redaction.family import blueprint as redaction
from samenspraak.web.reports.family import blueprint as reports
from samenspraak.web.search.family import blueprint as search
from samenspraak.web.sessions.views import blueprint as sessions
from samenspraak.web.shell.access import register_access
from samenspraak.web.shell.bodies import register_bodies
from samenspraak.web.shell.citing import register_citing
from samenspraak.web.shell.errors import register_errors
from samenspraak.web.shell.formatting import register_formatting
from samenspraak.web.shell.guarding import register_guarding
from samenspraak.web.shell.headers import register_headers
from samenspraak.web.shell.identity import register_identity
from samenspraak.web.shell.keys import register_keys
from samenspraak.web.shell.logs import register_logs
from samenspraak.web.shell.preferences import register_preferences
from samenspraak.web.shell.session import register_session
from samenspraak.web.shell.templating import register_templating
from samenspraak.web.sources.family import blueprint as sources
from samenspraak.web.standings.family import blueprint as standings
from samenspraak.web.themes.family import blueprint as themes

FAMILIES = (
    account,
    administration,
    audit,
    demand,
    desks,
    development,
    experts,
    following,
    health,
    home,
    impact,
    inbox,
    introductions,
    invitations,
    knowledge,
    matching,
    merges,
    moderation,
    pages,
    partnerships,
    preferences,
    questions,
    redaction,
    reports,
    search,
    sessions,
    sources,
    standings,
    themes,
)


def register_web(app: Flask) -> None:
    """Give the application its pages and all that stands around them.

    The order counts: a request passes these from the first to the last, and its answer from the last to the first.
    """
    services: Services = app.extensions["samenspraak"]
    _configure(app, services.settings)
    register_logs(app, services.settings.log_level)
    register_headers(app)
    register_session(app)
    register_guarding(app)
    register_bodies(app)
    register_preferences(app)
    register_identity(app)
    CSRFProtect(app)
    register_access(app)
    register_keys(app)
    register_errors(app)
    register_templating(app)
    register_formatting(app)
    register_citing(app)
    for family in FAMILIES:
        app.register_blueprint(family)


def _configure(app: Flask, settings: Settings) -> None:
    secure = settings.base_url.startswith("https://")
    app.config.from_mapping(
        SECRET_KEY=settings.secret_key.get_secret_value(),
        SESSION_COOKIE_NAME="__Host-samenspraak" if secure else "samenspraak",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=1_000_000,
        MAX_FORM_MEMORY_SIZE=40 * LONGEST_TEXT,
        # A form may be written on for hours; its token dies with the session.
        WTF_CSRF_TIME_LIMIT=None,
        # Elsewhere anyone may try it under any name of this machine.
        TRUSTED_HOSTS=[urlsplit(settings.base_url).hostname] if settings.mode == "production" else None,
    )
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
