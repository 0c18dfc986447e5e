"""The browser's fixture works, and sees what it must refuse."""

from playwright.sync_api import Browser, Page

from tests.support.browser import watch


def test_a_page_is_shown(page: Page) -> None:
    page.set_content("<title>Samenspraak</title><h1>Dag</h1>")
    assert page.get_by_role("heading").inner_text() == "Dag"


def test_a_request_to_another_host_and_a_script_error_are_noticed(browser: Browser) -> None:
    page = browser.new_page()
    page.context.set_offline(True)
    faults = watch(page)
    page.set_content('<img src="https://example.org/x.png"><script>throw new Error("stuk")</script>')
    page.close()
    assert any(fault.startswith("foreign request: https://example.org/") for fault in faults)
    assert any("stuk" in fault for fault in faults)
