"""THE table of who may use which page. A route that is missing here fails, and so does one that decided otherwise.

`{question}`, `{answer}` and the like are filled in with ids of the world in `world.py`. Decisions: "everyone",
"signed-in", or role codes joined by "+". What a person may do with one particular question is tested with its family.
"""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Row:
    """One route: its decision, and addresses of it to walk with GET and with POST."""

    decision: str
    gets: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


EVERYONE, SIGNED_IN = "everyone", "signed-in"
ADMINISTRATOR, COORDINATOR, EXPERT, MODERATOR = "administrator", "coordinator", "expert", "moderator"
MEMBERS = f"{ADMINISTRATOR}+{COORDINATOR}"
DESK = f"{COORDINATOR}+{EXPERT}+{MODERATOR}"

TABLE = {
    "account.end": Row(SIGNED_IN, posts=("/account/sessies/geen/uit",)),
    "account.end_others": Row(SIGNED_IN, posts=("/account/sessies/uit",)),
    "account.forgot": Row(EVERYONE, ("/wachtwoord-vergeten",), ("/wachtwoord-vergeten",)),
    "account.open": Row(EVERYONE, ("/account/openen/geen-link",), ("/account/openen/geen-link",)),
    "account.password": Row(SIGNED_IN, ("/account/wachtwoord",), ("/account/wachtwoord",)),
    "account.show": Row(SIGNED_IN, ("/account",)),
    "administration.account": Row(ADMINISTRATOR, ("/beheer/accounts/{person}",), ("/beheer/accounts/{person}",)),
    "administration.accounts": Row(ADMINISTRATOR, ("/beheer/accounts",)),
    "administration.close": Row(
        ADMINISTRATOR, ("/beheer/accounts/{person}/sluiten",), ("/beheer/accounts/{person}/sluiten",)
    ),
    "administration.holiday": Row(ADMINISTRATOR, ("/beheer/vakanties/{holiday}",), ("/beheer/vakanties/{holiday}",)),
    "administration.holidays": Row(ADMINISTRATOR, ("/beheer/vakanties", "/beheer/vakanties?schooljaar=2012-2013")),
    "administration.index": Row(ADMINISTRATOR, ("/beheer",)),
    "administration.invite": Row(ADMINISTRATOR, ("/beheer/accounts/nieuw",), ("/beheer/accounts/nieuw",)),
    "administration.mails": Row(ADMINISTRATOR, ("/beheer/mail",)),
    "administration.new_holiday": Row(ADMINISTRATOR, ("/beheer/vakanties/nieuw",), ("/beheer/vakanties/nieuw",)),
    "administration.new_organisation": Row(
        ADMINISTRATOR, ("/beheer/organisaties/nieuw",), ("/beheer/organisaties/nieuw",)
    ),
    "administration.organisation": Row(
        ADMINISTRATOR, ("/beheer/organisaties/{organisation}",), ("/beheer/organisaties/{organisation}",)
    ),
    "administration.ranking": Row(ADMINISTRATOR, ("/beheer/rangschikking",)),
    "administration.reopen": Row(ADMINISTRATOR, posts=("/beheer/accounts/{person}/heropenen",)),
    "administration.roles": Row(
        ADMINISTRATOR, ("/beheer/accounts/{person}/rollen",), ("/beheer/accounts/{person}/rollen",)
    ),
    "administration.send_link": Row(ADMINISTRATOR, posts=("/beheer/accounts/{person}/link",)),
    "administration.switch": Row(ADMINISTRATOR, posts=("/beheer/rangschikking/fair_spread",)),
    "administration.take": Row(ADMINISTRATOR, posts=("/beheer/accounts/{person}/rollen/999999/weg",)),
    "administration.take_holiday": Row(ADMINISTRATOR, posts=("/beheer/vakanties/999999/weg",)),
    "administration.confirm": Row(ADMINISTRATOR, posts=("/beheer/accounts/{person}/rollen/999999/bevestigen",)),
    "administration.desks": Row(ADMINISTRATOR, ("/beheer/bureaus",)),
    "administration.paces": Row(ADMINISTRATOR, ("/beheer/themas-uitnodigen",), ("/beheer/themas-uitnodigen",)),
    "audit.export": Row(f"{ADMINISTRATOR}+{MODERATOR}", ("/moderatie/handelingen.csv",)),
    "audit.index": Row(
        f"{ADMINISTRATOR}+{MODERATOR}",
        ("/moderatie/handelingen", "/moderatie/handelingen?wie=o&handeling=role_given&vanaf=2013-01-01"),
    ),
    "audit.own": Row(SIGNED_IN, ("/account/handelingen",)),
    "demand.export": Row(MODERATOR, ("/moderatie/zoekvragen.csv",)),
    "demand.index": Row(MODERATOR, ("/moderatie/zoekvragen", "/moderatie/zoekvragen?periode=jaar")),
    "desks.agreement": Row(
        f"{ADMINISTRATOR}+{MODERATOR}", ("/bureau/{council}/afspraak",), ("/bureau/{council}/afspraak",)
    ),
    "desks.assign": Row(DESK, posts=("/bureau/vragen/{question}/geven",)),
    "desks.case": Row(DESK, ("/bureau/vragen/{question}",)),
    "desks.figures": Row(DESK, ("/bureau/cijfers", "/bureau/cijfers?bureau=999999")),
    "desks.index": Row(DESK, ("/bureau", "/bureau?stapel=klaar", "/bureau?bureau=999999")),
    "desks.pass_on": Row(DESK, posts=("/bureau/vragen/{question}/doorgeven",)),
    "desks.release": Row(DESK, posts=("/bureau/vragen/{question}/terugleggen",)),
    "desks.take": Row(DESK, posts=("/bureau/vragen/{question}/oppakken",)),
    "development.letter": Row(EVERYONE, ("/dev/mail/geen",)),
    "development.mailbox": Row(EVERYONE, ("/dev/mail",)),
    "experts.away": Row(SIGNED_IN, ("/deskundigen/{expert}/afwezig",), ("/deskundigen/{expert}/afwezig",)),
    "experts.away_period": Row(
        SIGNED_IN, ("/deskundigen/{expert}/afwezig/999999",), ("/deskundigen/{expert}/afwezig/999999",)
    ),
    "experts.edit": Row(SIGNED_IN, ("/deskundigen/{expert}/bewerken",), ("/deskundigen/{expert}/bewerken",)),
    "experts.export": Row(SIGNED_IN, ("/deskundigen.csv", "/deskundigen.csv?volgorde=geaccepteerd")),
    "experts.index": Row(SIGNED_IN, ("/deskundigen", "/deskundigen?thema={theme}")),
    "experts.remove_away": Row(SIGNED_IN, posts=("/deskundigen/{expert}/afwezig/999999/weg",)),
    "experts.confirm": Row(SIGNED_IN, posts=("/deskundigen/{expert}/klopt-nog",)),
    "experts.declare": Row(SIGNED_IN, posts=("/deskundigen/{expert}/banden",)),
    "experts.dismiss": Row(SIGNED_IN, posts=("/deskundigen/{expert}/themas/{theme}/niet-voorstellen",)),
    "experts.drop": Row(SIGNED_IN, posts=("/deskundigen/{expert}/themas/{theme}/weghalen",)),
    "experts.figures": Row(SIGNED_IN, ("/deskundigen/{expert}/cijfers",)),
    "experts.refused": Row(SIGNED_IN, ("/deskundigen/{expert}/niet-mijn-vak",)),
    "experts.remove_tie": Row(SIGNED_IN, posts=("/deskundigen/{expert}/banden/999999/weg",)),
    "experts.suggest_again": Row(SIGNED_IN, posts=("/deskundigen/{expert}/themas/{theme}/weer-voorstellen",)),
    "experts.take_back": Row(SIGNED_IN, posts=("/deskundigen/{expert}/niet-mijn-vak/{question}/terug",)),
    "experts.take_up": Row(SIGNED_IN, posts=("/deskundigen/{expert}/themas/{theme}/opnemen",)),
    "experts.ties": Row(SIGNED_IN, ("/deskundigen/{expert}/banden",)),
    "experts.unconfirmed": Row(f"{ADMINISTRATOR}+{MODERATOR}", ("/deskundigen/niet-bevestigd",)),
    "experts.show": Row(SIGNED_IN, ("/deskundigen/{expert}",)),
    "following.follow": Row(
        SIGNED_IN,
        posts=(
            "/volgen/vraag/{question}",
            "/volgen/thema/{theme}",
            "/volgen/deskundige/{expert}",
            "/volgen/samenwerkingsverband/{organisation}",
        ),
    ),
    "following.index": Row(SIGNED_IN, ("/account/volgt",)),
    "following.look": Row(SIGNED_IN, posts=("/account/volgt/zoekopdrachten/999999/bekijken",)),
    "following.remove": Row(SIGNED_IN, posts=("/account/volgt/zoekopdrachten/999999/weg",)),
    "following.rename": Row(
        SIGNED_IN,
        ("/account/volgt/zoekopdrachten/999999/naam",),
        ("/account/volgt/zoekopdrachten/999999/naam",),
    ),
    "health.healthz": Row(EVERYONE, ("/healthz",)),
    "health.readyz": Row(EVERYONE, ("/readyz",)),
    "home.show": Row(EVERYONE, ("/",)),
    "impact.export": Row(MODERATOR, ("/moderatie/gebruik.csv",)),
    "impact.index": Row(MODERATOR, ("/moderatie/gebruik",)),
    "inbox.index": Row(SIGNED_IN, ("/postvak",)),
    "inbox.read_all": Row(SIGNED_IN, posts=("/postvak/tot-en-met/999999/gelezen",)),
    "inbox.read_one": Row(SIGNED_IN, posts=("/postvak/999999/gelezen",)),
    "introductions.agree": Row(f"{COORDINATOR}+{MODERATOR}", posts=("/kennismakingen/999999/akkoord",)),
    "introductions.decline": Row(
        f"{COORDINATOR}+{MODERATOR}", ("/kennismakingen/999999/afslaan",), ("/kennismakingen/999999/afslaan",)
    ),
    "introductions.index": Row(f"{COORDINATOR}+{MODERATOR}", ("/kennismakingen",)),
    "introductions.new": Row(
        f"{COORDINATOR}+{MODERATOR}",
        ("/kennismakingen/nieuw?met={organisation}", "/kennismakingen/nieuw?ervaring={experience}"),
        ("/kennismakingen/nieuw?met={organisation}",),
    ),
    "introductions.withdraw": Row(f"{COORDINATOR}+{MODERATOR}", posts=("/kennismakingen/999999/intrekken",)),
    "invitations.accept": Row(EXPERT, posts=("/uitnodigingen/999999/aannemen",)),
    "invitations.ask_asker": Row(SIGNED_IN, ("/vragen/{question}/wacht-op-vrager",)),
    "invitations.decline": Row(EXPERT, posts=("/uitnodigingen/999999/afslaan",)),
    "invitations.forward_to": Row(EXPERT, ("/uitnodigingen/999999/doorsturen",)),
    "invitations.export": Row(EXPERT, ("/gevraagd.csv",)),
    "invitations.index": Row(EXPERT, ("/gevraagd",)),
    "invitations.pause": Row(SIGNED_IN, posts=("/vragen/{question}/wacht-op-vrager",)),
    "invitations.resume": Row(SIGNED_IN, posts=("/vragen/{question}/ga-verder",)),
    "invitations.send_on": Row(EXPERT, posts=("/uitnodigingen/999999/doorsturen",)),
    "invitations.withdraw": Row(SIGNED_IN, posts=("/uitnodigingen/999999/intrekken",)),
    "matching.calculation": Row(
        f"{ADMINISTRATOR}+{MODERATOR}",
        (
            "/vragen/{question}/deskundigen/berekening",
            "/vragen/{question}/deskundigen/berekening?zicht=eigen&alle=1",
        ),
    ),
    "matching.choose": Row(SIGNED_IN, ("/vragen/{question}/deskundigen", "/vragen/{question}/deskundigen?alle=1")),
    "matching.invite": Row(SIGNED_IN, posts=("/vragen/{question}/deskundigen",)),
    "matching.take_back": Row(SIGNED_IN, posts=("/vragen/{question}/deskundigen/zelf",)),
    "moderation.privacy": Row(MODERATOR, ("/moderatie/privacy", "/moderatie/privacy?stapel=alles&voor=9")),
    "moderation.privacy_seen": Row(MODERATOR, posts=("/moderatie/privacy/999999/bekeken",)),
    "moderation.index": Row(MODERATOR, ("/moderatie",)),
    "moderation.take": Row(MODERATOR, posts=("/moderatie/{question}/neem",)),
    "moderation.to_desk": Row(MODERATOR, posts=("/moderatie/{question}/bureau",)),
    "pages.accessibility": Row(EVERYONE, ("/toegankelijkheid",)),
    "pages.contact": Row(EVERYONE, ("/contact",)),
    "pages.help": Row(EVERYONE, ("/uitleg",)),
    "pages.privacy": Row(EVERYONE, ("/privacy",)),
    "pages.security": Row(EVERYONE, ("/.well-known/security.txt",)),
    "partnerships.add": Row(
        COORDINATOR,
        ("/samenwerkingsverbanden/{organisation}/ervaringen/nieuw",),
        ("/samenwerkingsverbanden/{organisation}/ervaringen/nieuw",),
    ),
    "partnerships.edit": Row(SIGNED_IN, ("/ervaringen/{experience}/bewerken",), ("/ervaringen/{experience}/bewerken",)),
    "partnerships.index": Row(
        SIGNED_IN, ("/samenwerkingsverbanden", "/samenwerkingsverbanden?naam=o&sector=po&thema={theme}")
    ),
    "partnerships.remove": Row(SIGNED_IN, posts=("/ervaringen/999999/weg",)),
    "partnerships.show": Row(SIGNED_IN, ("/samenwerkingsverbanden/{organisation}",)),
    "preferences.update": Row(EVERYONE, posts=("/voorkeuren",)),
    "questions.accept": Row(SIGNED_IN, posts=("/antwoorden/{answer}/accepteren",)),
    "questions.ask_signer": Row(SIGNED_IN, posts=("/antwoorden/{answer}/ondertekenaars",)),
    "questions.close": Row(SIGNED_IN, posts=("/vragen/{question}/sluiten",)),
    "questions.closing": Row(SIGNED_IN, ("/vragen/{question}/sluiten",)),
    "questions.decline_signing": Row(SIGNED_IN, posts=("/antwoorden/{answer}/niet-ondertekenen",)),
    "questions.hold": Row(MODERATOR, posts=("/antwoorden/{answer}/vasthouden",)),
    "questions.holding": Row(MODERATOR, ("/antwoorden/{answer}/vasthouden",)),
    "questions.lower": Row(SIGNED_IN, posts=("/antwoorden/{answer}/eigen-ervaring",)),
    "questions.mentionable": Row(SIGNED_IN, ("/vragen/{question}/noemen", "/vragen/{question}/noemen?q=g")),
    "questions.mentionable_under": Row(SIGNED_IN, ("/antwoorden/{answer}/noemen?q=g",)),
    "questions.release": Row(MODERATOR, posts=("/antwoorden/{answer}/vrijgeven",)),
    "questions.reopen": Row(SIGNED_IN, posts=("/vragen/{question}/heropenen",)),
    "questions.sign_answer": Row(SIGNED_IN, posts=("/antwoorden/{answer}/ondertekenen",)),
    "questions.signers": Row(SIGNED_IN, ("/antwoorden/{answer}/ondertekenaars",)),
    "partnerships.add_to_members": Row(MEMBERS, posts=("/samenwerkingsverbanden/{organisation}/aangesloten",)),
    "partnerships.members": Row(MEMBERS, ("/samenwerkingsverbanden/{organisation}/aangesloten",)),
    "partnerships.take_from_members": Row(MEMBERS, posts=("/samenwerkingsverbanden/{organisation}/aangesloten/1/weg",)),
    "questions.answered_already": Row(COORDINATOR, posts=("/vragen/nieuw/beantwoord",)),
    "questions.discard_draft": Row(SIGNED_IN, posts=("/vragen/concepten/999999/weggooien",)),
    "questions.drafts": Row(SIGNED_IN, ("/vragen/concepten",)),
    "questions.keep_draft": Row(SIGNED_IN, posts=("/vragen/concepten",)),
    "questions.not_answered": Row(COORDINATOR, posts=("/vragen/vooraf-beantwoord/999999/ongedaan",)),
    "questions.resume_draft": Row(SIGNED_IN, ("/vragen/concepten/999999",)),
    "questions.reveal": Row(SIGNED_IN, posts=("/vragen/{question}/op-naam",)),
    "questions.answer": Row(SIGNED_IN, posts=("/vragen/{question}/antwoorden",)),
    "questions.answer_changes": Row(EVERYONE, ("/antwoorden/{answer}/wijzigingen",)),
    "questions.changes": Row(EVERYONE, ("/vragen/{question}/wijzigingen",)),
    "questions.comment": Row(SIGNED_IN, posts=("/vragen/{question}/reacties",)),
    "questions.comment_on_answer": Row(SIGNED_IN, posts=("/antwoorden/{answer}/reacties",)),
    "questions.create": Row(COORDINATOR, posts=("/vragen/nieuw",)),
    "questions.edit": Row(SIGNED_IN, ("/vragen/{question}/bewerken",)),
    "questions.edit_answer": Row(SIGNED_IN, ("/antwoorden/{answer}/bewerken",)),
    "questions.export": Row(EVERYONE, ("/vragen.csv", "/vragen.csv?wacht=expert&volgorde=termijn")),
    "questions.index": Row(EVERYONE, ("/vragen", "/vragen?thema={theme}", "/vragen?stand=accepted")),
    "questions.new": Row(COORDINATOR, ("/vragen/nieuw", "/vragen/nieuw?titel=Vervoer")),
    "questions.show": Row(EVERYONE, ("/vragen/{question}",)),
    "questions.suggest": Row(COORDINATOR, posts=("/vragen/nieuw/voorstel",)),
    "questions.put_answer_version_back": Row(
        SIGNED_IN, posts=("/antwoorden/{answer}/wijzigingen/{answer_version}/terugzetten",)
    ),
    "questions.put_version_back": Row(SIGNED_IN, posts=("/vragen/{question}/wijzigingen/{version}/terugzetten",)),
    "questions.restore_answer_version": Row(
        SIGNED_IN, ("/antwoorden/{answer}/wijzigingen/{answer_version}/terugzetten",)
    ),
    "questions.restore_version": Row(SIGNED_IN, ("/vragen/{question}/wijzigingen/{version}/terugzetten",)),
    "questions.tell_use": Row(SIGNED_IN, posts=("/vragen/{question}/gebruikt",)),
    "questions.use": Row(SIGNED_IN, ("/vragen/{question}/gebruikt",)),
    "questions.update": Row(SIGNED_IN, posts=("/vragen/{question}/bewerken",)),
    "questions.update_answer": Row(SIGNED_IN, posts=("/antwoorden/{answer}/bewerken",)),
    "questions.vote": Row(SIGNED_IN, posts=("/antwoorden/{answer}/nuttig",)),
    "questions.withdraw": Row(SIGNED_IN, posts=("/antwoorden/{answer}/niet-accepteren",)),
    "search.save": Row(SIGNED_IN, posts=("/zoeken/bewaren?q=vervoer",)),
    "search.show": Row(
        EVERYONE,
        (
            "/zoeken",
            "/zoeken?q=vervoer",
            "/zoeken?q=vervoer+gemeente+betaalt",
            "/zoeken?q=geheimzinnig",
            "/zoeken?q=geheimzinig",
            "/zoeken?q=thema%3A{theme}",
            "/zoeken?q=%22passende+plek%22",
            "/zoeken?q=kanariegeeel",
            "/zoeken?q=loket&soort=samenwerkingsverbanden",
            "/zoeken?thema={theme}",
            "/zoeken?q=vervoer&volgorde=nuttigste&zonder=leerlingenvervoer",
        ),
    ),
    "search.suggest": Row(
        EVERYONE,
        (
            "/zoeken/aanvullen",
            "/zoeken/aanvullen?q=ver",
            "/zoeken/aanvullen?q=geheimz",
            "/zoeken/aanvullen?q=kanarieg",
            "/zoeken/aanvullen?q=ger",
        ),
    ),
    "sessions.delete": Row(EVERYONE, posts=("/uitloggen",)),
    "sessions.new": Row(EVERYONE, ("/inloggen",), ("/inloggen",)),
    "sources.article": Row(
        EVERYONE, ("/bronnen/WPO/artikel/18a", "/bronnen/WPO/artikel/40?versie=2014-08-01", "/bronnen/WPO/artikel/99")
    ),
    "sources.compare": Row(EVERYONE, ("/bronnen/kst-31497-93/vergelijken",)),
    "sources.compare_article": Row(EVERYONE, ("/bronnen/WPO/artikel/18a/vergelijken?van=2014-08-01&met=2015-08-01",)),
    "sources.edit": Row(MODERATOR, ("/bronnen/kst-31497-93/bewerken",), ("/bronnen/kst-31497-93/bewerken",)),
    "sources.finish": Row(MODERATOR, posts=("/bronnen/nakijken",)),
    "sources.index": Row(EVERYONE, ("/bronnen", "/bronnen?soort=letter")),
    "sources.new": Row(MODERATOR, ("/bronnen/nieuw",), ("/bronnen/nieuw",)),
    "sources.reviews": Row(MODERATOR, ("/bronnen/nakijken",)),
    "sources.show": Row(EVERYONE, ("/bronnen/WPO", "/bronnen/WPO?zoek=plan", "/bronnen/kst-31497-93")),
    "standings.held": Row(MODERATOR, ("/moderatie/vastgehouden",)),
    "standings.name": Row(f"{ADMINISTRATOR}+{MODERATOR}", posts=("/moderatie/woordvoerders",)),
    "standings.spokespeople": Row(f"{ADMINISTRATOR}+{MODERATOR}", ("/moderatie/woordvoerders",)),
    "standings.unname": Row(f"{ADMINISTRATOR}+{MODERATOR}", posts=("/moderatie/woordvoerders/1/{person}/weg",)),
    "themes.add": Row(MODERATOR, ("/themas/woorden/nieuw",), ("/themas/woorden/nieuw",)),
    "themes.add_to_themes": Row(MODERATOR, ("/themas/nieuw",), ("/themas/nieuw",)),
    "themes.edit": Row(MODERATOR, ("/themas/{theme}/bewerken",), ("/themas/{theme}/bewerken",)),
    "themes.index": Row(EVERYONE, ("/themas",)),
    "themes.remove": Row(MODERATOR, ("/themas/woorden/{term}/weg",), ("/themas/woorden/{term}/weg",)),
    "themes.show": Row(EVERYONE, ("/themas/{theme}",)),
    "themes.term": Row(MODERATOR, ("/themas/woorden/{term}",), ("/themas/woorden/{term}",)),
    "themes.terms": Row(MODERATOR, ("/themas/woorden", "/themas/woorden?soort=old&woord=rugzak")),
    "static": Row(EVERYONE, ("/static/build/manifest.json",)),
}
