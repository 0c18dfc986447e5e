"""That what holds for every page is indeed seen when it is broken."""

import pytest

from tests.support.pages import check_page

PAGE = """<!doctype html><html lang="nl"><head><title>Zoek | Samenspraak</title><script>{{ None }}</script></head>
<body><h1 id="top">Zoek</h1><main aria-labelledby="top">MAIN</main></body></html>"""
SOUND = (
    '<label for="q">Wat?</label><input id="q">',
    '<input type="hidden"><input aria-label="Wat?"><select aria-labelledby="top"></select>',
    '<a href="/"><svg aria-label="Thuis"></svg></a><a href="/" aria-label="Thuis"></a>',
    "<a></a><button><b>Ga</b></button>",
    '<a href="/">Nonet</a><p aria-describedby="top  nu" id="nu">Nu</p>',
    "<!-- None {{ x }} --><template>None</template>",
)
BROKEN = (
    "<h1>Nog een</h1>",
    "<p>Door None gesteld</p>",
    "<p>{{ page.title }}</p>",
    "<p>{% if %}</p>",
    "<p>Undefined</p>",
    '<p id="top">Twee</p>',
    '<p aria-describedby="top weg">Weg</p>',
    '<p aria-controls="weg">Weg</p>',
    "<input>",
    '<input id="q"><label for="p">Wat?</label>',
    '<textarea aria-label=""></textarea>',
    '<a href="/"> <svg></svg></a>',
    "<button><script>ga()</script></button>",
    '<button>Ga</button><a href="/"><!-- Ga --></a>',
    '<button type="submit">',
    '<p style="color: red">Rood</p>',
    '<p onclick="ga()">Ga</p>',
    "<style>p { color: red }</style>",
)


@pytest.mark.parametrize("main", SOUND)
def test_a_sound_page_is_left_alone(main: str) -> None:
    check_page(PAGE.replace("MAIN", main))


@pytest.mark.parametrize("main", BROKEN)
def test_a_broken_page_is_seen(main: str) -> None:
    with pytest.raises(AssertionError):
        check_page(PAGE.replace("MAIN", main))


@pytest.mark.parametrize(
    ("whole", "broken"), [(' lang="nl"', ""), ('lang="nl"', 'lang="fr"'), ("| Samenspraak", ""), ("<h1", "<h2")]
)
def test_a_page_needs_a_language_a_title_and_a_heading(whole: str, broken: str) -> None:
    with pytest.raises(AssertionError):
        check_page(PAGE.replace(whole, broken))
