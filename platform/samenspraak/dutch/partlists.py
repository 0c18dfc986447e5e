"""What may not be a part of a compound, and what makes or unmakes one; bench/README.md says how they were found."""

# Prefixes: `aanmelding` is not aan + melding.
NO_FIRST = frozenset(
    """
    aan aang acht achter af aller ant be benden bij bijeen binne binnen boven buit buiten burg con daar den der
    des die direct door een ene er even ge geheim gek get goed her het hier hoe hoog in inge inter mede mee meer
    men mini mis na naar ner niet om on onder onge ont op over per pro sam same samen sinds te tegen ten ter
    terug toe tussen uit uitg van vast ver vers voor vrij waar waard wan weg wel zonder
    """.split()
)
# Endings that are words too, but make no compound.
NO_LATER = frozenset(
    """
    aal aar aars achtig age ale ant baar bare ber bers daad den der ders ding dingen eel eind ele end ende ent
    erd ere erij ern ers gen ging heden heid houding ing ingen isch ische ken komst kundig kundige legging len
    lijk lijke lijks ling lingen loos loze matig matige men naar nen ond ore oren pen ren schap schappelijk
    schappelijke schappen sen sing stelling ster sters tal ten ter ters tie ties ting tje tjes uur ven zaam zame
    zen
    """.split()
)
# With these a word of the dictionary is a derivation: noodzakelijk is not nood + zakelijk.
DERIVED = tuple(
    """
    baar bare heden heid isch ische lijk lijke lijks schap schappen zaam zame
    """.split()
)
# An everyday compound means something of its own (huisarts, toetsenbord), unless an end names what this field is about.
FIELD_STARTS = tuple("jeugd leerling onderwijs project school taal zorg".split())
FIELD_HEADS = tuple(
    """
    advies afspraak afspraken ambtenaar arrangement begeleider begeleiding beleid bescherming besluit bestuur
    commissie consulent gesprek gids groep hulp inspectie klas leerkracht leerling leraar meester melding
    onderwijs onderzoek opvang ouder ouders overleg plaats plan plicht probleem problemen profiel protocol raad
    recht regeling scholen school stoornis taal team toets verband vergunning verklaring verlener verlening
    vervoer verzuim voogd voorstel voorziening wet zorg
    """.split()
)
