// The pictures of node and Chromium have the same bytes as those of the command line, for every fixture. Sprints and kinds are drawn in
// both themes and every preset.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { init, renderPng, renderSvg } from '../pkg/node.js';
import { schemas } from '../pkg/schemas.js';
import { open, serve } from './browser.mjs';
import { nativeHashes, pictureKey } from './native.mjs';
import { answers, charts, functions, pictures } from './pictures.mjs';

const { Theme, Preset } = schemas.options.$defs;
/** The small module draws the first pictures, the whole one the second too; the one that runs functions draws all. */
const parts = [pictures(Theme.enum, Preset.enum), [...answers(), ...charts()], functions()];
const all = parts.flat();
const FORMATS = ['svg', 'png'];
/** Number of pictures that a page draws per call. */
const BATCH = 40;
let native;

before(() => {
  assert.ok(process.env.EMBERLINE, 'EMBERLINE must name the program');
  native = nativeHashes(process.env.EMBERLINE, all, FORMATS);
});
after(() => console.log(`${counted.join(', ')}, each with the bytes of the command line`));
const counted = [];

function compareWithNative(where, hashes) {
  const different = [...native].filter(([name, hash]) => hashes.get(name) !== hash).map(([name]) => name);
  assert.deepEqual(different, [], `${where}: different pictures`);
  assert.equal(hashes.size, all.length * FORMATS.length);
  counted.push(`${hashes.size} pictures are equal in ${where}`);
}

test('pictures of the module that runs functions equal those of the command line in node', async () => {
  await init({ functions: true });
  const hashes = new Map();
  for (const picture of all) {
    for (const format of FORMATS) {
      const made = await (format === 'svg' ? renderSvg : renderPng)(picture.text, picture.options);
      hashes.set(pictureKey(picture, format), createHash('sha256').update(made).digest('hex'));
    }
  }
  compareWithNative('node', hashes);
});

test('pictures in Chromium equal those of the command line, and larger modules are loaded only for inputs that need them', async t => {
  const server = await serve(new URL('../pkg', import.meta.url).pathname, { '/': '<!doctype html><link rel=icon href=data:,>' });
  const browser = await open();
  t.after(() => browser.close().then(server.close));
  await browser.page.goto(server.url);
  const hashes = new Map();
  for (const [index, part] of parts.entries()) {
    for (let from = 0; from < part.length; from += BATCH) {
      const batch = part.slice(from, from + BATCH);
      const made = await browser.page.evaluate(hashesInPage, [batch, FORMATS]);
      batch.forEach((picture, i) => FORMATS.forEach((format, j) => hashes.set(pictureKey(picture, format), made[i][j])));
    }
    const larger = server.asked.filter(path => ['/whole.wasm', '/functions.wasm'].includes(path));
    assert.deepEqual(larger, ['/whole.wasm', '/functions.wasm'].slice(0, index));
  }
  compareWithNative(`Chromium ${browser.version}`, hashes);
  assert.deepEqual(browser.errors, []);
});

async function hashesInPage([batch, formats]) {
  const { renderPng, renderSvg } = await import('/index.js');
  const hash = async made => {
    const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
  };
  const hashes = [];
  for (const { text, options } of batch) {
    const row = [];
    for (const format of formats) row.push(await hash(await (format === 'svg' ? renderSvg : renderPng)(text, options)));
    hashes.push(row);
  }
  return hashes;
}
