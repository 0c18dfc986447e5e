"""On paper a question is a document: its text and answers, and nothing to press."""

from playwright.sync_api import expect

from tests.stories.gallery import ALL_ROUND, Gallery


def test_a_question_is_printed_without_what_only_a_screen_needs(gallery: Gallery) -> None:
    page = gallery.open(ALL_ROUND, "/vragen/{question}")
    page.emulate_media(media="print", color_scheme="dark")

    for needless in page.locator("header, footer, nav, form, button").all():
        expect(needless).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".answer .prose").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")
