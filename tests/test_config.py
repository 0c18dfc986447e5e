"""Settings: a wrong one stops the start and is named."""

import pytest
from pydantic import ValidationError

from samenspraak.config import Settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMENSPRAAK_MODE", "playground"),
        ("SAMENSPRAAK_SMTP_PORT", "many"),
        ("SAMENSPRAAK_SESSION_HOURS", "0"),
        ("SAMENSPRAAK_LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(ValidationError, match=name.removeprefix("SAMENSPRAAK_").lower()):
        Settings()


def test_production_does_not_start_with_the_key_of_the_demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPRAAK_MODE", "production")

    with pytest.raises(ValidationError, match="SAMENSPRAAK_SECRET_KEY"):
        Settings()


def test_production_starts_with_a_key_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPRAAK_MODE", "production")
    monkeypatch.setenv("SAMENSPRAAK_SECRET_KEY", "x" * 32)

    assert Settings().mode == "production"
