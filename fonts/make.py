"""Subsets the original fonts in CACHE into OUT, and writes the expected values of the tests into FIXTURES.

Usage: make.py CACHE OUT FIXTURES     (make.sh calls it)
"""

import shutil
import sys
from pathlib import Path

import uharfbuzz as hb
from fontTools import subset
from fontTools.ttLib import TTFont

CACHE, OUT, FIXTURES = map(Path, sys.argv[1:4])

# These characters of Inter have a coloured form by default (Emoji_Presentation). The emoji font draws them, so that they look the same
# alone and in a sequence.
EMOJI = {0x231A, 0x231B, 0x23F0, 0x25FD, 0x25FE, 0x26AA, 0x26AB, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55, 0x2705, 0x274C}

FIGURES = "0123456789+-.,:% \u00a0\u2007\u2009\u200a\u202f\u2212"

# Inter draws Latin letters and digits. The characters between words of a script are also in the font of the script.
PUNCTUATION = set(range(0x20, 0x30)) | set(range(0x3A, 0x41)) | set(range(0x5B, 0x61)) | set(range(0x7B, 0x7F))
COMMON = PUNCTUATION | {0xA0, 0xAB, 0xBB, 0x34F, 0x25CC} | set(range(0x2010, 0x2027)) | {0x202F, 0x2039, 0x203A}


def find_original(package, weight):
    """Returns the paths of a font and of its licence."""
    folder = next(CACHE.glob(f"{package}-[0-9]*.[0-9]"))
    return next(folder.glob(f"{weight}/*.ttf")), folder / "LICENSE_FONT"


def subset_options():
    o = subset.Options()  # the default layout features are those that a shaper applies without request
    o.hinting = False
    o.notdef_outline = True
    o.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    o.drop_tables += ["STAT", "gasp", "vhea", "vmtx"]
    return o


def subset_font(original, codepoints, to, change=None, licence=None):
    """Writes a subset of a font, after `change` if it is given, and copies its licence."""
    font = TTFont(original, recalcTimestamp=False)
    if change:
        change(font)
    s = subset.Subsetter(subset_options())
    s.populate(unicodes=codepoints)
    s.subset(font)
    font.save(to)
    if licence:
        shutil.copyfile(licence, to.parent / f"{to.stem.split('-')[0]}-OFL.txt")


def use_tabular_figures(font):
    """Makes the glyphs of the feature `tnum` the default, and renames the font."""
    swap = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    swap.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {c: swap.get(g, g) for c, g in table.cmap.items()}
    # All digits must have the same width, so there is no kerning and no substitution.
    del font["GSUB"], font["GPOS"], font["GDEF"]
    for name in font["name"].names:
        text = str(name)
        if name.nameID in (1, 3, 4, 6, 16):
            name.string = text.replace("Inter", "InterTabular" if name.nameID == 6 else "Inter Tabular", 1)


def write_advances(original, codepoints, to):
    """Writes the advances that HarfBuzz computes with the complete original: of each character, then of each sample."""
    face = hb.Face(hb.Blob.from_file_path(str(original)))
    font = hb.Font(face)

    def shaped_width(text):
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        return sum(p.x_advance for p in buffer.glyph_positions)

    lines = [f"U+{c:04X}\t{shaped_width(chr(c))}" for c in sorted(codepoints) if c > 0x20 and c not in (0xAD, 0x2028, 0x2029)]
    samples = (Path(__file__).parent / "samples.txt").read_text(encoding="utf-8").splitlines()
    lines += [f"{s}\t{shaped_width(s)}" for s in samples if s]
    to.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    for weight, name in (("400Regular", "Regular"), ("700Bold", "Bold")):
        original, licence = find_original("inter", weight)
        # The private use area has Inter's alternates, which do not occur in texts.
        kept = {c for c in TTFont(original).getBestCmap() if not 0xE000 <= c <= 0xF8FF} - EMOJI
        subset_font(original, kept, OUT / f"Inter-{name}.ttf", licence=licence)
        write_advances(original, kept, FIXTURES / f"inter-{name.lower()}-advances.tsv")
        figures = OUT / f"InterTabular-{name}.ttf"
        subset_font(original, {ord(c) for c in FIGURES}, figures, use_tabular_figures, licence)
        for family, blocks in (
            ("arabic", [(0x600, 0x700), (0x750, 0x780), (0x8A0, 0x900), (0x200B, 0x2010), (0xFB50, 0xFE00), (0xFE70, 0xFF00)]),
            ("hebrew", [(0x590, 0x600), (0x200B, 0x2010), (0x20AA, 0x20AB), (0xFB1D, 0xFB50)]),
        ):
            original, licence = find_original(f"noto-sans-{family}", weight)
            kept = {c for a, b in blocks for c in range(a, b)} | COMMON
            subset_font(original, kept, OUT / f"NotoSans{family.capitalize()}-{name}.ttf", licence=licence)
    original, licence = find_original("noto-emoji", "400Regular")
    subset_font(original, set(TTFont(original).getBestCmap()), OUT / "NotoEmoji-Regular.ttf", licence=licence)
    original, licence = find_original("noto-sans-thai", "400Regular")
    subset_font(original, set(range(0xE00, 0xE80)) | {0x20, 0x25CC}, FIXTURES / "NotoSansThai-Regular.ttf", licence=licence)


main()
