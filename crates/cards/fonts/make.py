"""Makes the fonts of this folder from two packages of Debian 12:

    apt-get install fonts-open-sans fonts-sil-charis python3-fonttools
    /usr/bin/python3 crates/cards/fonts/make.py

Each keeps the Latin letters of names, the signs of the texts and the old kerning table; hints and
features are left out. The licence of Charis SIL reserves its name, so what is made of it bears another.
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SYSTEM = Path('/usr/share/fonts/truetype')
FONTS = {
    'serif-regular': ('charis/CharisSIL-Regular.ttf', 'Timeline Serif', 'Regular'),
    'serif-bold': ('charis/CharisSIL-Bold.ttf', 'Timeline Serif', 'Bold'),
    'sans-regular': ('open-sans/OpenSans-Regular.ttf', 'Timeline Sans', 'Regular'),
    'sans-semibold': ('open-sans/OpenSans-Semibold.ttf', 'Timeline Sans', 'Semibold'),
}
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, 'ȘșȚțʻʼẞ'), *map(ord, '–—‘’‚“”„…•−≤≥€')]


def make(name, source, family, style):
    font = TTFont(SYSTEM / source, recalcTimestamp=False)
    options = subset.Options(
        layout_features=[], legacy_kern=True, hinting=False, name_IDs=[0, 1, 2, 4, 6, 7, 13, 14], notdef_outline=True
    )
    options.drop_tables += ['DSIG', 'GDEF', 'GPOS', 'GSUB', 'Silf', 'Feat', 'Glat', 'Gloc', 'Sill', 'Silt']
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    for record in font['name'].names:
        renamed = {1: family, 2: style, 4: f'{family} {style}', 6: f'{family}-{style}'.replace(' ', '')}
        if record.nameID in renamed:
            record.string = renamed[record.nameID]
    font.save(Path(__file__).with_name(f'{name}.ttf'))


for name, (source, family, style) in FONTS.items():
    make(name, source, family, style)
