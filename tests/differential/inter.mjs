// Lines of text as outlines of Inter, shaped by HarfBuzz without hinting: the only font of Emberline's pictures.
import fs from 'node:fs';
import * as hb from 'harfbuzzjs';
import { Path2D } from '@napi-rs/canvas';

/** Distance of the alphabetic baseline below the given y, in parts of the font's size. */
const BASELINES = {
  alphabetic: 0,
  top: 0.80065,
  middle: 0.30065,
  bottom: -0.19935,
  hanging: 0.775,
  ideographic: -0.24121,
};

/** The size of `1em` in a canvas that no style sheet touches. */
const EM_PIXELS = 16;

/** A weight of Inter, with the outlines of the glyphs that have been used. */
class Face {
  constructor(file) {
    const face = new hb.Face(new hb.Blob(new Uint8Array(fs.readFileSync(file)).buffer));
    this.unitsPerEm = face.upem;
    this.font = new hb.Font(face);
    this.outlines = new Map();
    this.lines = new Map();
  }

  /** Returns the glyphs of a line with their places, and the line's width, all in font units. */
  shape(text) {
    const known = this.lines.get(text);
    if (known) {
      return known;
    }
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(this.font, buffer);
    const positions = buffer.getGlyphPositions();
    let width = 0;
    const glyphs = buffer.getGlyphInfos().map((info, index) => {
      const { xAdvance, xOffset, yOffset } = positions[index];
      const glyph = { id: info.codepoint, x: width + xOffset, y: yOffset };
      width += xAdvance;
      return glyph;
    });
    const line = { glyphs, width };
    this.lines.set(text, line);
    return line;
  }

  outline(id) {
    if (!this.outlines.has(id)) {
      this.outlines.set(id, this.font.glyphToJson(id));
    }
    return this.outlines.get(id);
  }
}

/** Reads both weights of Inter from the folder of fonts. */
export function readInter(folder) {
  return {
    regular: new Face(`${folder}/Inter-Regular.ttf`),
    bold: new Face(`${folder}/Inter-Bold.ttf`),
  };
}

/** Replaces the text functions of a canvas's context by ones that draw Inter, whatever the font is called. */
export function drawTextAsInter(context, inter) {
  const font = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context), 'font');
  Object.defineProperties(context, {
    font: {
      get: () => font.get.call(context),
      set: (value) => font.set.call(context, withoutRelativeUnits(String(value))),
    },
    measureText: { value: (text) => textMetrics(context, inter, text) },
    fillText: {
      value: (...line) => {
        const outline = lineOutline(context, inter, line);
        if (outline) context.fill(outline);
      },
    },
    strokeText: {
      value: (...line) => {
        const outline = lineOutline(context, inter, line);
        if (outline) context.stroke(outline);
      },
    },
  });
}

function withoutRelativeUnits(font) {
  return font.replace(/(\d*\.?\d+)r?em\b/, (_, count) => `${count * EM_PIXELS}px`);
}

/** Returns the face and the size in pixels that the context's font asks for. */
function chosenFont(context, inter) {
  const font = context.font;
  const size = Number(/(\d*\.?\d+(?:e[+-]?\d+)?)px/.exec(font)?.[1] ?? 10);
  const isBold = /(^|\s)(bold|bolder|[6-9]\d\d|1000)\s/.test(font.slice(0, font.indexOf('px')));
  return { face: isBold ? inter.bold : inter.regular, size };
}

const withoutLineBreaks = (text) => String(text).replace(/[\t\n\v\f\r]/g, ' ');

function textMetrics(context, inter, text) {
  const { face, size } = chosenFont(context, inter);
  const scale = size / face.unitsPerEm;
  const width = face.shape(withoutLineBreaks(text)).width * scale;
  const start = -width * startOfLine(context.textAlign);
  const baseline = BASELINES[context.textBaseline] * size;
  const ascent = (1984 / 2048) * size;
  const descent = (494 / 2048) * size;
  return {
    width,
    actualBoundingBoxLeft: -start,
    actualBoundingBoxRight: start + width,
    fontBoundingBoxAscent: ascent - baseline,
    fontBoundingBoxDescent: descent + baseline,
    actualBoundingBoxAscent: 0.7273 * size - baseline,
    actualBoundingBoxDescent: baseline,
  };
}

/** Returns the share of a line that lies before the given x. */
function startOfLine(align) {
  return { center: 0.5, right: 1, end: 1 }[align] ?? 0;
}

/** Returns the outline of a line at its place in the picture, in the units of the canvas, so that a gradient or the
 * width of a stroke is not scaled with the glyphs. Nothing is returned if the canvas would draw nothing. */
function lineOutline(context, inter, [text, x, y, maxWidth]) {
  if (![x, y, maxWidth ?? 1].every(Number.isFinite) || maxWidth <= 0) {
    return undefined;
  }
  const { face, size } = chosenFont(context, inter);
  const { glyphs, width } = face.shape(withoutLineBreaks(text));
  const scaleY = size / face.unitsPerEm;
  const scaleX = scaleY * Math.min(1, maxWidth === undefined ? 1 : maxWidth / (width * scaleY));
  const left = x - width * scaleX * startOfLine(context.textAlign);
  const baseline = y + BASELINES[context.textBaseline] * size;
  const path = new Path2D();
  for (const glyph of glyphs) {
    addOutline(path, face.outline(glyph.id), (pointX, pointY) => [
      left + (glyph.x + pointX) * scaleX,
      baseline - (glyph.y + pointY) * scaleY,
    ]);
  }
  return path;
}

function addOutline(path, commands, place) {
  for (const { type, values } of commands) {
    const points = [];
    for (let index = 0; index < values.length; index += 2) {
      points.push(...place(values[index], values[index + 1]));
    }
    switch (type) {
      case 'M':
        path.moveTo(...points);
        break;
      case 'L':
        path.lineTo(...points);
        break;
      case 'Q':
        path.quadraticCurveTo(...points);
        break;
      case 'C':
        path.bezierCurveTo(...points);
        break;
      default:
        path.closePath();
    }
  }
}
