// The JavaScript half of the canvas. `UPDATE=1 node --test tests/script` rewrites the recordings.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';

import { drawings, HEIGHT, WIDTH } from './drawings.mjs';

const evaluate = (name) => vm.runInThisContext(readFileSync(new URL(`../../src/script/${name}`, import.meta.url), 'utf8'), { filename: name });
const fixtures = new URL('../fixtures/canvas/', import.meta.url);

const NAMES = { red: [255, 0, 0], blue: [0, 0, 255], green: [0, 128, 0], white: [255, 255, 255], black: [0, 0, 0], orange: [255, 165, 0], yellow: [255, 255, 0] };

// The colours that the drawings need; the program knows all of CSS.
const parseColor = (text) => {
  if (NAMES[text]) return [...NAMES[text], 255];
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex) return [...hex.slice(1).map((digits) => parseInt(digits, 16)), 255];
  const call = /^rgba?\(([\d., ]+)\)$/.exec(text);
  if (!call) return null;
  const [red, green, blue, alpha = 1] = call[1].split(',').map(Number);
  return [red, green, blue, Math.round(alpha * 255)];
};
const host = {
  parseColor,
  isFont: (text) => /\d+px \S/.test(text),
  measureText: (text, font, align, baseline, direction) => ({ width: text.length * 10, font, align, baseline, direction }),
};
const library = evaluate('canvas.js')(host, evaluate('canvas_values.js')(host));
const { createCanvasContext, takeOperations, OffscreenCanvas, Path2D } = library;

const record = (draw) => {
  const context = createCanvasContext(WIDTH, HEIGHT);
  draw(context, (width, height) => new OffscreenCanvas(width, height), Path2D);
  return JSON.parse(JSON.stringify(takeOperations(context)));
};

for (const [name, draw] of Object.entries(drawings)) {
  test(`the drawing "${name}" is recorded`, () => {
    const file = new URL(`${name}.json`, fixtures);
    const lines = record(draw).map((operation) => `  ${JSON.stringify(operation)}`);
    const text = `[\n${lines.join(',\n')}\n]\n`;
    if (process.env.UPDATE) writeFileSync(file, text);
    assert.equal(text, readFileSync(file, 'utf8'));
  });
}

test('values that a canvas ignores leave a property', () => {
  const context = createCanvasContext(10, 10);
  const cases = { lineWidth: [0, -1, NaN, 'wide'], lineCap: ['pointed', ''], globalAlpha: [2, -0.1], font: ['large'], fillStyle: ['no colour', {}], textAlign: ['middle'], globalCompositeOperation: ['over'] };
  for (const [name, values] of Object.entries(cases)) {
    const before = context[name];
    for (const value of values) context[name] = value;
    assert.equal(context[name], before, name);
  }
  assert.deepEqual(takeOperations(context), []);
});

test('a style reads back as a canvas writes it', () => {
  const context = createCanvasContext(10, 10);
  assert.deepEqual([context.fillStyle, context.shadowColor, context.font], ['#000000', 'rgba(0, 0, 0, 0)', '10px sans-serif']);
  context.fillStyle = 'red';
  context.strokeStyle = 'rgba(1, 2, 3, 0.5)';
  assert.deepEqual([context.fillStyle, context.strokeStyle], ['#ff0000', 'rgba(1, 2, 3, 0.5)']);
  const gradient = context.createLinearGradient(0, 0, 1, 1);
  context.fillStyle = gradient;
  assert.equal(context.fillStyle, gradient);
});

test('save and restore keep properties, and restore without save does nothing', () => {
  const context = createCanvasContext(10, 10);
  context.restore();
  context.setLineDash([1, 2, 3]);
  context.save();
  context.lineWidth = 5;
  context.translate(3, 4);
  context.setLineDash([]);
  context.restore();
  assert.deepEqual([context.lineWidth, context.getTransform().e, context.getLineDash()], [1, 0, [1, 2, 3, 1, 2, 3]]);
  assert.deepEqual(takeOperations(context).map(([name]) => name), ['set', 'save', 'set', 'translate', 'set', 'restore']);
});

test('a call with a number that is not finite is ignored', () => {
  const calls = record((context) => {
    context.moveTo(NaN, 1);
    context.fillRect(0, 0, Infinity, 1);
    context.arc(1, 1, undefined, 0, 1);
    context.fillText('a', 'b', 1);
    context.rotate(NaN);
    context.lineTo('3', null);
  });
  assert.deepEqual(calls, [['lineTo', 3, 0]]);
});

test('errors are those of a canvas', () => {
  const context = createCanvasContext(10, 10);
  const gradient = context.createLinearGradient(0, 0, 1, 1);
  assert.throws(() => gradient.addColorStop(1.5, 'red'), { name: 'IndexSizeError' });
  assert.throws(() => gradient.addColorStop(NaN, 'red'), TypeError);
  assert.throws(() => gradient.addColorStop(0, 'no colour'), { name: 'SyntaxError' });
  assert.throws(() => context.createLinearGradient(0, 0, 1), TypeError);
  assert.throws(() => context.createRadialGradient(0, 0, -1, 0, 0, 1), { name: 'IndexSizeError' });
  assert.throws(() => context.arc(0, 0, -1, 0, 1), { name: 'IndexSizeError' });
  assert.throws(() => context.roundRect(0, 0, 9, 9, -1), RangeError);
  assert.throws(() => context.roundRect(0, 0, 9, 9, []), RangeError);
  assert.throws(() => context.moveTo(1), TypeError);
  assert.throws(() => context.createPattern(new OffscreenCanvas(1, 1), 'twice'), { name: 'SyntaxError' });
  assert.throws(() => context.drawImage(new OffscreenCanvas(0, 1), 0, 0), { name: 'InvalidStateError' });
  assert.throws(() => context.getImageData(0, 0, 1, 1), { name: 'NotSupportedError' });
  assert.deepEqual(takeOperations(context), []);
});

test('what has no effect is recorded as unsupported', () => {
  const calls = record((context) => {
    context.filter = 'none';
    context.filter = 'blur(2px)';
    assert.equal(context.filter, 'blur(2px)');
    assert.equal(context.isPointInPath(1, 1), false);
    assert.equal(context.createPattern({ src: 'image.png' }, 'repeat'), null);
  });
  assert.deepEqual(calls.map(([, name]) => name), ['filter', 'isPointInPath', 'createPattern of an image']);
});

test('stops count that are added after the assignment', () => {
  const [[, , style]] = record((context) => {
    const gradient = context.createRadialGradient(1, 2, 3, 4, 5, 6);
    context.fillStyle = gradient;
    gradient.addColorStop(1, 'blue');
  });
  assert.deepEqual(style, { radial: [1, 2, 3, 4, 5, 6], stops: [[1, [0, 0, 255, 255]]] });
});

test('a pattern and an image are snapshots of their canvas', () => {
  const calls = record((context) => {
    const other = new OffscreenCanvas(20, 10);
    other.getContext('2d').fillRect(1, 2, 3, 4);
    context.drawImage(other, 5, 6);
    other.getContext('2d').fillRect(5, 6, 7, 8);
    assert.equal(other.getContext('webgl'), null);
  });
  const content = { width: 20, height: 10, operations: [['fillRect', 1, 2, 3, 4]] };
  assert.deepEqual(calls, [['drawImage', content, 0, 0, 20, 10, 5, 6, 20, 10]]);
});

test('a new size clears a canvas', () => {
  const context = createCanvasContext(30, 20);
  context.lineWidth = 9;
  context.canvas.width = 50;
  assert.deepEqual([context.canvas.width, context.canvas.height, context.lineWidth], [50, 20, 1]);
  assert.deepEqual(takeOperations(context).at(-1), ['reset']);
});

test('text is measured with the properties in effect', () => {
  const context = createCanvasContext(30, 20);
  context.font = 'bold 12px Arial';
  context.textAlign = 'end';
  const measured = context.measureText(12);
  assert.deepEqual(measured, { width: 20, font: 'bold 12px Arial', align: 'end', baseline: 'alphabetic', direction: 'ltr' });
});

test('transforms are multiplied as on a canvas', () => {
  const context = createCanvasContext(30, 20);
  context.translate(10, 20);
  context.scale(2, 3);
  context.transform(1, 0, 0, 1, 5, 5);
  const { a, d, e, f, isIdentity } = context.getTransform();
  assert.deepEqual([a, d, e, f, isIdentity], [2, 3, 20, 35, false]);
  context.setTransform({ a: 4 });
  assert.deepEqual([context.getTransform().a, context.getTransform().d], [4, 1]);
  context.resetTransform();
  assert.equal(context.getTransform().isIdentity, true);
});
