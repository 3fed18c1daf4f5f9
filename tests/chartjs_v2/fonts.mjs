// Widths of text in Inter, the font that Emberline draws with.

import { readFileSync } from 'node:fs';

/// Measures text with the project's own fonts.
export class InterFonts {
  constructor(fontkit, folder) {
    const load = (name) => fontkit.create(readFileSync(`${folder}/${name}.ttf`));
    [this.regular, this.bold] = [load('Inter-Regular'), load('Inter-Bold')];
    this.cache = new Map();
  }

  /// The width of a text in a font as CSS writes it (`bold 12px …`), in pixels.
  width(text, css) {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(css)?.[1] ?? 10);
    const isBold = isBoldFont(css);
    const key = `${isBold} ${text}`;
    if (!this.cache.has(key)) {
      const font = isBold ? this.bold : this.regular;
      this.cache.set(key, font.layout(text).advanceWidth / font.unitsPerEm);
    }
    return this.cache.get(key) * size;
  }
}

/// True if a font as CSS writes it is drawn bold.
export function isBoldFont(css) {
  const style = css.split(/\d+(?:\.\d+)?px/)[0];
  return /\b(bold|bolder|[6-9]00)\b/.test(style);
}
