// Refused inputs and their errors. The module must work after each of them.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { addFont, describe, init, missing, renderPng, renderSvg, schema, warnings } from '../pkg/node.js';
import { answers, charts, pictures, root } from './pictures.mjs';

const good = readFileSync(`${root}/tests/fixtures/burndown/items.json`, 'utf8');
const expectedSvg = readFileSync(`${root}/tests/fixtures/burndown/items.svg`, 'utf8');
const BAD_INPUTS = 2000;
const fonts = new URL('../pkg/fonts', import.meta.url).pathname;

/** A chart with a function, as text. */
const script = "{ type: 'bar', data: { labels: ['a'], datasets: [{ data: [3], backgroundColor: () => 'red' }] } }";

const jira = file => readFileSync(`${root}/tests/fixtures/trackers/jira/${file}`, 'utf8');

before(() => init());

const refusal = (code, fields) => error => {
  assert.ok(error instanceof Error);
  assert.equal(error.name, 'EmberlineError', error.stack);
  for (const [name, value] of Object.entries({ code, ...fields })) assert.equal(error[name], value, error.message);
  return true;
};

test('an input that is not a sprint document needs the full module', async () => {
  const unread = [jira('issues-cloud.json'), jira('velocity.json'), 'Summary,Issue key\nLogin,A-1\n', '{"name": "S"}', '[]', chart, "{ type: 'bar' }", script];
  for (const input of unread) {
    assert.throws(() => describe(input), refusal('MissingReader', { path: '' }), input);
    assert.throws(() => describe(good, { history: [input] }), refusal('MissingReader', { path: 'options.history[0]' }), input);
  }
  assert.throws(() => describe(good, { from: 'taiga' }), refusal('MissingReader', {}));
  assert.throws(() => describe('{"name"'), refusal('InvalidInput', { line: 1 }));
  const before = describe(good);
  await renderSvg(jira('issues-cloud.json'));
  assert.equal(describe(jira('issues-cloud.json')).unit, 'points');
  assert.deepEqual(describe(good), before);
  assert.match(describe(chart).alt_text, /Votes/);
  assert.throws(() => describe('{"name": "S"}'), refusal('InvalidInput', {}));
});

test('the error of a wrong input names the place and the value', async () => {
  await assert.rejects(renderSvg('{"name"'), refusal('InvalidInput', { line: 1 }));
  const typo = { name: 'S', start: '2026-03-02', end: '2026-03-13', items: [{ id: 1, events: [{ at: 'yesterday', event: 'added' }] }] };
  const path = 'items[0].events[0].at';
  await assert.rejects(renderSvg(typo), refusal('InvalidInput', { path, found: '"yesterday"' }));
  assert.throws(() => describe(typo), refusal('InvalidInput', { path }));
  await assert.rejects(renderSvg('date,remaining\n2026-03-02,many\n'), refusal('InvalidInput', { path: 'remaining', line: 2 }));
  await assert.rejects(renderSvg(undefined), refusal('InvalidInput', { path: '' }));
  await assert.rejects(renderSvg({ n: 1n }), refusal('InvalidInput', { path: '' }));
});

test("the error of a tracker's answer names the tracker and the document", async () => {
  const path = 'issues[0].changelog.histories[0].items[0].toString';
  await assert.rejects(renderSvg(jira('bad-history.json')), refusal('InvalidInput', { tracker: 'jira', document: 2, path }));
  await assert.rejects(renderSvg(jira('bad-velocity.json')), refusal('InvalidInput', { tracker: 'jira', document: undefined, path: '' }));
});

test('past sprints are options, and errors in them name their place in the options', async () => {
  const past = [1, 2, 3].map(i => ({ name: `S${i}`, start: `2026-01-0${i}`, end: `2026-01-1${i}`, committed: 20, days: [15, 8, i] }));
  const without = await renderSvg(good, { kind: 'velocity' });
  assert.notEqual(await renderSvg(good, { kind: 'velocity', history: past }), without);
  assert.equal(describe(good, { kind: 'velocity', history: past }).velocity.sprints.length, 4);
  await assert.rejects(renderSvg(good, { history: [...past, { ...past[0], days: 'none' }] }), refusal('InvalidInput', { path: 'options.history[3].days' }));
});

const chart = { type: 'bar', data: { labels: ['a', 'b'], datasets: [{ label: 'Votes', data: [3, 7] }] } };

test('a chart is an object, JSON or a literal, and a sprint with a field "type" is not a chart', async () => {
  const svg = await renderSvg(chart);
  assert.match(svg, /^<svg [^>]*width="800"[^]*Votes/);
  assert.equal(await renderSvg(JSON.stringify(chart)), svg);
  assert.equal(await renderSvg("{ type: 'bar', data: { labels: ['a', 'b'], datasets: [{ label: 'Votes', data: [3, 7] }] } } // yes"), svg);
  assert.match(await renderSvg({ ...JSON.parse(good), type: 'bar' }).catch(error => error.message), /unknown field "type"/);
  assert.deepEqual(Object.keys(describe(chart)).sort(), ['alt_text', 'name']);
  assert.match(describe(chart).alt_text, /Votes/);
});

test('the error of a wrong chart names the place and the value', async () => {
  await assert.rejects(renderSvg({ ...chart, type: 'bars' }), refusal('InvalidInput', { path: 'type', remedy: 'did you mean "bar"?' }));
  await assert.rejects(renderPng({ ...chart, data: { datasets: [3] } }), refusal('InvalidInput', { path: 'data.datasets[0]', found: '3' }));
  await assert.rejects(renderSvg(chart, { width: 20_000 }), refusal('LimitExceeded', { limit: 'MAX_SIDE' }));
});

test('options without effect and characters without a font give warnings', async () => {
  const found = warnings({ ...chart, options: { plugins: { zoom: {} } } });
  assert.equal(found.length, 1, `${found}`);
  assert.match(found[0], /^options\.plugins\.zoom: /);
  assert.deepEqual(warnings(good), []);
  assert.match(warnings({ ...JSON.parse(good), name: 'Sprint 日' })[0], /U\+65E5/);
  assert.deepEqual(missing('Müll 🗑 日本'), ['日', '本']);
  assert.equal(await renderSvg(good), expectedSvg, 'the search for missing characters must not change later pictures');
});

test('the error of a wrong option names its place in the options', async () => {
  await assert.rejects(renderSvg(good, { theme: 'drak' }), refusal('InvalidInput', { path: 'options.theme', remedy: 'did you mean "dark"?' }));
  await assert.rejects(renderSvg(good, { thme: 'dark' }), refusal('InvalidInput', { path: 'options' }));
  await assert.rejects(renderSvg(good, { width: NaN }), refusal('InvalidInput', { path: 'options.width', found: '"NaN"' }));
  await assert.rejects(schema('shape'), refusal('InvalidInput', {}));
  assert.throws(() => addFont(new Uint8Array(100)), refusal('InvalidFont', {}));
});

test('an input or picture that is too large is refused with the name of the limit', async () => {
  const limit = name => refusal('LimitExceeded', { limit: name });
  await assert.rejects(renderPng(good, { width: 16_385 }), limit('MAX_SIDE'));
  await assert.rejects(renderPng(good, { width: 8_001, height: 8_000 }), limit('MAX_PIXELS'));
  await assert.rejects(renderPng(good, { scale: 1e308 }), limit('MAX_PIXELS'));
  await assert.rejects(renderSvg(new Uint8Array(64 * 1024 * 1024 + 1).fill(32)), limit('MAX_INPUT_BYTES'));
  await assert.rejects(renderSvg(' '.repeat(300e6)), limit('MAX_INPUT_BYTES'));
  const long = { name: 'x'.repeat(2001), start: '2026-03-02', end: '2026-03-13', days: [1] };
  await assert.rejects(renderSvg(long), limit('MAX_TEXT_CHARS'));
});

test('the largest allowed picture is drawn', async () => {
  const png = await renderPng(good, { width: 8_000, height: 8_000 });
  assert.deepEqual([...png.subarray(16, 24)], [0, 0, 0x1f, 0x40, 0, 0, 0x1f, 0x40], 'the header has another width or height');
});

test('the module works after a trap', async () => {
  // The module cannot have so much memory, so that the allocation traps.
  assert.throws(() => addFont(new Uint8Array(4_000_000_000)), refusal('Internal', {}));
  assert.equal(await renderSvg(good), expectedSvg);
});

/** Draws changed inputs and counts the error codes. */
async function countCodes(draw, texts) {
  const inputs = texts.map(text => new TextEncoder().encode(text));
  const random = randomGenerator(20260302);
  const codes = { drawn: 0, InvalidInput: 0, LimitExceeded: 0 };
  for (let i = 0; i < BAD_INPUTS; i++) {
    const input = mutateBytes(inputs[random(inputs.length)], random);
    const options = { width: random(40) ** 3, height: random(40) ** 3, scale: random(3), text: random(2) ? 'live' : 'outline' };
    const wild = random(4) ? { preset: 'thumbnail' } : options;
    const code = await draw(input, wild, random(2)).then(() => 'drawn', error => error.code ?? error.stack);
    codes[code] = (codes[code] ?? 0) + 1;
  }
  console.log(`${BAD_INPUTS} inputs: ${JSON.stringify(codes)}`);
  return codes;
}

const own = pictures(['dark'], ['thumbnail']).map(picture => picture.text);

test(`after ${BAD_INPUTS} bad inputs the next good one is drawn`, async () => {
  const draw = (input, options, asPng) => (asPng ? renderPng : renderSvg)(input, options);
  const { drawn, InvalidInput, LimitExceeded, ...others } = await countCodes(draw, [...own, ...[...answers(), ...charts()].map(picture => picture.text)]);
  assert.deepEqual(others, {}, 'a call failed without an error code');
  assert.ok(InvalidInput + LimitExceeded >= 1000, `${InvalidInput} + ${LimitExceeded} were bad`);
  assert.equal(await renderSvg(good), expectedSvg);
});

test(`the small module draws the next good input after ${BAD_INPUTS} bad inputs`, async () => {
  const { Renderer } = await import('../pkg/bindings.js');
  const renderer = new Renderer(readFileSync(new URL('../pkg/zones.dat', import.meta.url)));
  for (const font of readdirSync(fonts).filter(file => file.endsWith('.ttf'))) renderer.addFont(readFileSync(join(fonts, font)));
  const draw = async (input, options) => renderer.svg(input, JSON.stringify(options), 0);
  const { drawn, InvalidInput, LimitExceeded, MissingReader, ...others } = await countCodes(draw, own);
  assert.deepEqual(others, {}, 'a call failed without an error code');
  assert.ok(InvalidInput + LimitExceeded + MissingReader >= 1000, `${InvalidInput} + ${LimitExceeded} + ${MissingReader} were bad`);
  assert.equal(renderer.svg(new TextEncoder().encode(good), '{}', 0), expectedSvg);
});

/** Returns a generator of numbers below n, which are the same in each run (xorshift, Marsaglia 2003). */
function randomGenerator(state) {
  return n => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

/** Returns a copy with some bytes changed, dropped or duplicated. */
function mutateBytes(bytes, random) {
  const changed = [...bytes];
  for (let n = 1 + random(6); n > 0 && changed.length; n--) {
    const at = random(changed.length);
    const part = changed.slice(at, at + random(60));
    [
      () => (changed[at] = random(256)),
      () => (changed[at] ^= 1 << random(7)),
      () => changed.splice(at, random(20)),
      () => changed.splice(random(changed.length), 0, ...part),
      () => changed.splice(at, 0, ...new TextEncoder().encode(['-', '9e99', 'null', '🔥', 'سباق', '[[[', '"'][random(7)])),
    ][random(5)]();
  }
  return Uint8Array.from(changed);
}
