#!/usr/bin/env python3
"""Makes the fonts of the theme from two npm packages: the characters, weights and features that pages use, no more.

Run it as `python3 static/default/fonts/subset.py` with npm, fonttools and brotli installed; README.md beside it says
what it made, from which versions. The same packages give the same bytes.
"""

import json
import pathlib
import subprocess
import tarfile
import tempfile

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "assets" / "fonts"

# Signs that no text of a list is likely to need are left to the reader's fonts: each glyph costs every first view.
SIGNS = "\u00a0¡£¥§©«°±²³µ·¹»¿"
LATIN = [*range(0x20, 0x7F), *range(0xC0, 0x100), *map(ord, SIGNS + "–—‘’“”•…′″€™←↑→↓−≈≤≥×")]
# Titles have words and few signs.
TITLES = [*range(0x20, 0x7F), *range(0xC0, 0x100), *map(ord, "\u00a0·±–—‘’“”…′″")]
EXTENDED = [*range(0x100, 0x180), *range(0x218, 0x21C), 0x1E9E]

# Figures stand in columns in the one font, and in titles in the other.
FIGURES = ["kern", "lnum", "tnum"]
WORDS = ["kern", "liga"]

# package, version, the file in it, the weights, characters and features kept, the file made
FONTS = [
    ("source-sans-3", "5.3.0", "source-sans-3-latin-wght-normal.woff2", (400, 700), LATIN, FIGURES, "sans.woff2"),
    ("source-sans-3", "5.3.0", "source-sans-3-latin-ext-wght-normal.woff2", (400, 700), EXTENDED, FIGURES, "sans-ext.woff2"),
    ("source-serif-4", "5.3.1", "source-serif-4-latin-wght-normal.woff2", (400, 600), TITLES, WORDS, "serif.woff2"),
]


def package(name: str, version: str, folder: pathlib.Path) -> tarfile.TarFile:
    """The npm package, fetched by npm itself."""
    wanted = f"@fontsource-variable/{name}@{version}"
    packed = subprocess.run(["npm", "pack", "--json", wanted], cwd=folder, check=True, capture_output=True)
    return tarfile.open(folder / json.loads(packed.stdout)[0]["filename"])


def cut(font: TTFont, weights: tuple[int, int], characters: list[int], features: list[str]) -> TTFont:
    """The font with these weights, characters and features only."""
    options = subset.Options(layout_features=features, hinting=False)
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return instancer.instantiateVariableFont(font, {"wght": weights})


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, version, file, weights, characters, features, made in FONTS:
            archive = package(name, version, pathlib.Path(folder))
            font = TTFont(archive.extractfile(f"package/files/{file}"), recalcTimestamp=False)
            font = cut(font, weights, characters, features)
            font.flavor = "woff2"
            font.save(OUT / made)
            licence = archive.extractfile("package/LICENSE").read()
            (OUT / "OFL.txt").write_bytes(licence)
            print(f"{made}: {(OUT / made).stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")


if __name__ == "__main__":
    main()
