"""Settings: one frozen, typed object, read once from the environment; a bad one stops the start and is named."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[2]
DEMONSTRATION_KEY = "alleen-voor-de-demonstratie"


class Settings(BaseSettings):
    """Everything that may differ between two installations. Each is read from `SAMENSPRAAK_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="SAMENSPRAAK_", frozen=True, env_file=ROOT / ".env", extra="ignore")

    mode: Literal["demonstration", "production", "test"] = "demonstration"
    secret_key: SecretStr = SecretStr(DEMONSTRATION_KEY)
    base_url: str = Field(default="http://127.0.0.1:5000", description="Address in mails, without a slash at the end.")
    data_folder: Path = Field(default=ROOT / "var", description="Where database, index and mail box are, unless named.")
    database_url: str = ""
    index_folder: Path | None = None
    mail: Literal["file", "smtp"] = "file"
    mail_folder: Path | None = None
    mail_from: str = "Samenspraak <noreply@samenspraak.example>"
    contact: str = Field(default="beheer@samenspraak.example", description="Address for people who need help.")
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 25
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_starttls: bool = False
    session_hours: int = Field(default=12, ge=1, le=72)
    search_log_months: int = Field(default=18, ge=1, le=60, description="How long the words of searches are kept.")
    trusted_proxies: int = Field(default=0, ge=0, le=5)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @model_validator(mode="after")
    def _refuse_the_demonstration_key(self) -> "Settings":
        if self.mode == "production" and len(self.secret_key.get_secret_value()) < 32:
            raise ValueError("SAMENSPRAAK_SECRET_KEY must be a secret of at least 32 characters in production")
        return self

    @property
    def database(self) -> str:
        """The SQLAlchemy URL in force."""
        return self.database_url or f"sqlite:///{self.data_folder / 'samenspraak.db'}"

    @property
    def index(self) -> Path:
        """The folder that holds the search index."""
        return self.index_folder or self.data_folder / "index"

    @property
    def mailbox(self) -> Path:
        """The folder that holds the demonstration's mail."""
        return self.mail_folder or self.data_folder / "mail"
