"""Words that carry no subject. Short on purpose: a rare word wrongly on this list cannot be found at all."""

_DUTCH = """
    de het een en of maar want dus als dan dat die dit deze der den des te ten ter toe om op in aan af bij met
    van voor door over onder uit tot tegen tussen naar na er hier daar waar wie wat welke welk hoe waarom
    wanneer is zijn was waren ben bent wordt worden werd werden geworden heeft hebben heb hebt had hadden gehad
    kan kunnen kon konden zal zullen zou zouden moet moeten moest mag mogen wil willen wilde gaat gaan doet doen
    ik je jij u uw jouw we wij ze zij hij hem haar hen hun ons onze mij me mijn men zich zelf niet geen wel ook
    nog al meer veel zo nu toch eens even iemand iets niemand niets alle alles ander andere anderen elk elke
    ieder iedere omdat zodat terwijl hoewel indien mits sinds via per vanaf binnen buiten zonder mbt oa ivm bv
    bijv nl dwz enz etc tav tbv adhv igv ihkv ipv tm mvg evt resp kunt zult wilt wilden mocht mochten doe deed
    deden ga ging gingen word waarbij daarbij hierbij waarmee daarmee hiermee waarvoor daarvoor hiervoor waarop
    daarop hierop waarover daarover hierover waarin daarin hierin daarom zoals
"""
# Questions and answers quote English now and then.
_ENGLISH = """
    the of and to in is that for on with as are be it by an at this from or not have has can do does if but
"""
STOP_WORDS = frozenset((_DUTCH + _ENGLISH).split())
