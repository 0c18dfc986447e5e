"""In production only the host of the base address is served."""

from pathlib import Path

import pytest
from flask import Flask

from samenspraak.config import Settings
from samenspraak.factory import create_app
from samenspraak.services import Services

pytestmark = pytest.mark.sqlite_only


def make_app(database_url: str, folder: Path, mode: str) -> Flask:
    return create_app(
        Settings(
            mode=mode,
            secret_key="x" * 32,
            base_url="https://samenspraak.example",
            database_url=database_url,
            data_folder=folder,
            log_level="ERROR",
        )
    )


@pytest.mark.parametrize(
    ("mode", "host", "status"),
    [
        ("production", "samenspraak.example", 200),
        ("production", "elders.example", 400),
        ("production", "samenspraak.example.elders.example", 400),
        ("demonstration", "mijn-machine", 200),
    ],
)
def test_another_host_is_refused_in_production(
    database_url: str, tmp_path: Path, mode: str, host: str, status: int
) -> None:
    app = make_app(database_url, tmp_path, mode)

    response = app.test_client().get("/toegankelijkheid", base_url=f"https://{host}")

    assert response.status_code == status
    services: Services = app.extensions["samenspraak"]
    services.engine.dispose()
