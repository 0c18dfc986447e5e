"""What a form says when a rule refused a value: the reasons of `Invalid`, at their fields."""

from types import MappingProxyType
from typing import Any

from flask_babel import lazy_gettext as _

from samenspraak.core.errors import Invalid

_REASONS = MappingProxyType(
    {
        "wrong-pair": _("Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk of u geen typefout maakte."),
        "wrong-current": _("Dit is niet uw huidige wachtwoord. Vul het opnieuw in."),
        "password-too-short": _("Kies een wachtwoord van ten minste 12 tekens."),
        "password-too-long": _("Kies een wachtwoord van hoogstens 128 tekens."),
        "password-about-you": _("Kies een wachtwoord zonder uw naam of e-mailadres. Dat raadt een ander te snel."),
        "password-well-known": _("Dit wachtwoord wordt te snel geraden. Kies bijvoorbeeld drie of vier losse woorden."),
        "no-address": _("Vul een e-mailadres in, zoals naam@school.nl."),
        "address-taken": _("Er is al een account met dit e-mailadres. Zoek het op onder Accounts."),
        "no-organisation": _("Kies een organisatie uit de lijst."),
        "no-group": _("Kies namens wie de deskundige spreekt."),
        "no-code": _("Vul een code in zoals PO2601. Alleen een samenwerkingsverband heeft een code."),
        "code-taken": _("Er is al een samenwerkingsverband met deze code."),
        "no-name": _("Vul een naam in. Alleen een samenwerkingsverband met een code mag zonder naam."),
        "headline-missing": _("Vul uw functie in. Die staat in de lijst naast uw naam."),
        "capacity-out-of-bounds": _("Vul een getal in van 0 tot en met 20."),
        "too-many-themes": _("Kies hoogstens 8 thema’s."),
        "theme-unknown": _("Kies thema’s uit de lijst."),
        "too-many-periods": _("U hebt al 30 perioden. Haal eerst een oude weg."),
        "ends-before-it-begins": _("De laatste dag ligt voor de eerste. Kies een latere laatste dag."),
        "away-too-long": _("Kies een periode van hoogstens een jaar."),
        "tie-declared": _("Deze organisatie staat al bij uw banden."),
        "nobody-of-name": _("Wij vonden geen andere deskundige met deze naam. Kies een naam uit de lijst."),
        "several-of-name": _("Meer deskundigen heten zo. Vul de hele naam in, of kies die uit de lijst."),
        "no-theme": _("Kies ten minste één thema. Zo vinden anderen uw vraag terug."),
        "more-than-three-themes": _("Kies hoogstens drie thema’s. Haal er een of meer weg."),
        "no-theme-worked-out": _("Kies ten minste één thema. Zo vinden anderen uw ervaring terug."),
        "too-many-experiences": _("Uw samenwerkingsverband heeft al 40 ervaringen. Haal er eerst een weg."),
        "same-partnership": _("Kies twee verschillende samenwerkingsverbanden."),
        "in-the-past": _("Kies vandaag of een latere dag."),
        "only-closer": _("Onder uw vraag is al geschreven. U kunt de groep lezers alleen nog kleiner maken."),
        "no-longer-named": _("OCW wees u voor deze thema’s niet (meer) aan. Kies eigen ervaring, of laat het staan."),
        "not-in-the-future": _("Kies een dag die nog komt, of laat dit leeg."),
        "question-closed": _("Deze vraag is intussen gesloten. Zet uw tekst in een reactie als die nog helpt."),
        "no-closing-words": _("Schrijf kort waarom u de vraag sluit."),
        "no-reason-to-hold": _("Schrijf wat er niet klopt, zodat de auteur het kan herstellen."),
        "no-reason-to-refuse": _("Schrijf waarom. Deze persoon kan dat lezen."),
        "no-report-words": _("Schrijf kort wat er aan de hand is."),
        "no-reply-to-report": _("Schrijf wat u met de melding deed. De melder leest dit."),
        "not-of-ministry": _("Kies iemand van het ministerie uit de lijst."),
        "cannot-mention": _("U noemt na een @ iemand die u hier niet kunt noemen. Kies uit de lijst of haal de @ weg."),
        "may-not-see": _("Kies iemand uit de lijst. Wie deze vraag niet mag lezen, kan niet mee ondertekenen."),
        "cannot-sign-own": _("Wie de vraag stelde of dit antwoord schreef, kan het niet mee ondertekenen."),
        "standing-not-theirs": _("Deze persoon mag dit standpunt niet innemen en kan het dus niet mee ondertekenen."),
        "too-many-authors": _("U kunt hoogstens vijf anderen vragen om mee te ondertekenen."),
        "no-school-year": _("Kies een schooljaar uit de lijst."),
        "last-before-first": _("De laatste dag ligt voor de eerste. Kies een latere laatste dag."),
        "holiday-too-long": _("Kies een vakantie van hoogstens tien weken."),
        "outside-school-year": _("Deze dag valt buiten het schooljaar. Kies een andere dag of een ander schooljaar."),
        "holiday-there": _("Deze vakantie staat al in de tabel. Wijzig die."),
        "holiday-overlaps": _("Deze dagen overlappen een andere vakantie van deze regio. Kies andere dagen."),
        "use-words-missing": _("Vertel kort waarom u het antwoord niet gebruikte."),
        "use-words-too-long": _("Gebruik hoogstens 500 tekens."),
        "reason-missing": _("Schrijf waarom u dit aanpast. Wie erop vertrouwt, moet dat kunnen lezen."),
        "reason-too-long": _("Gebruik hoogstens 200 tekens."),
        "names-asker": _("Hier staat wie u bent: uw naam, of die van uw organisatie. Haal die weg, of vraag op naam."),
        "names-hidden-asker": _(
            "Deze vraag is anoniem gesteld. Haal de naam van de vraagsteller of de organisatie weg."
        ),
        "no-member": _("Kies namens wie u vraagt uit de lijst."),
        "origin-gone": _("De vraag waarop dit een vervolg is, is er niet meer. U kunt uw vraag gewoon stellen."),
        "member-unnamed": _("Vul de naam van de organisatie in."),
        "member-kind": _("Kies wat voor organisatie het is."),
        "too-many-members": _("Er zijn al 200 organisaties aangesloten. Haal er eerst een weg."),
        "too-many-drafts": _("U hebt al 100 concepten. Gooi er eerst een weg."),
        "no-theme-group": _("Kies een groep uit de lijst."),
        "no-reason-to-remove": _("Schrijf waarom u dit woord weghaalt. Andere moderatoren lezen dat terug."),
        "words-too-few": _("Neem ten minste drie letters of cijfers over."),
        "words-not-there": _("Deze woorden staan niet zo in de tekst. Neem hele woorden over."),
        "no-reason-to-redact": _("Schrijf waarom u dit weghaalt. De auteur leest dat."),
        "reason-holds-words": _("Noem de woorden zelf niet in uw uitleg. Die blijft bewaard."),
        "no-colleague": _("Kies een collega uit de lijst."),
        "no-reason": _("Schrijf waarom u de vraag doorgeeft. De vraagsteller leest dat ook."),
        "agreement-out-of-bounds": _("Vul een getal in van 1 tot en met 30."),
        "source-name": _("Vul een kenmerk of titel in met letters of cijfers. Daar komt het webadres van."),
        "source-taken": _("Er is al een bron met dit kenmerk of deze titel. Wijzig die."),
        "source-not-yet": _("Kies vandaag of een eerdere dag."),
        "source-too-long": _("Gebruik hoogstens 20.000 tekens. Neem de delen op waar het om gaat."),
        "own-article": _("U schreef dit artikel, of legde het voor. Een andere moderator beoordeelt het."),
        "review-not-in-the-future": _("Kies een dag die nog komt."),
        "review-too-far": _("Kies een dag binnen drie jaar. Zo kijkt er op tijd iemand naar."),
        "not-confirmed": _("Vink aan dat het artikel niets bevat dat alleen de lezers van de vraag mogen weten."),
        "no-words-to-send-back": _("Schrijf wat er beter moet. Wie het artikel schreef, leest dat."),
        "no-reason-to-retire": _("Schrijf waarom het artikel niet meer geldt. Lezers zien dat."),
        "no-successor": _("Kies een artikel uit de lijst."),
        "no-remark": _("Schrijf wat er niet meer klopt."),
        "no-moderator": _("Kies een moderator uit de lijst."),
        "no-reason-to-merge": _("Schrijf waarom. De vraagsteller leest dit."),
        "merge-reason-too-long": _("Gebruik hoogstens 500 tekens."),
        "merge-with-itself": _("Deze twee zijn al dezelfde vraag. Kies een andere."),
        "merge-target-less-open": _("De andere vraag is voor minder lezers. Voeg andersom samen, of laat beide staan."),
        "merge-other-partnership": _(
            "Deze twee besloten vragen zijn van verschillende samenwerkingsverbanden. Laat beide staan."
        ),
        "merge-other-guests": _(
            "Deze vraag heeft genodigden die de andere vraag niet mogen lezen. Laat beide vragen staan."
        ),
        "not-yours": _("Kies namens wie u antwoordt uit de lijst."),
    }
)


def in_words(reason: str) -> str:
    """Return a reason of `Invalid` in words."""
    return str(_REASONS[reason])


def say_at_field(form: Any, refusal: Invalid) -> None:
    """Put the reason of a refusal at the field that it names, or above the form when it has no such field."""
    message = str(_REASONS[refusal.reason])
    field = getattr(form, refusal.field, None)
    if field is None:
        form.form_errors.append(message)
    else:
        field.errors = [*field.errors, message]
