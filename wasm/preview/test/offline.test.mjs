// What is fetched, when, and how little: the page works without a network after one visit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { example, fixture, native, same } from './native.mjs';
import { downloaded, drawn, enter, open } from './page.mjs';
import { serve } from './server.mjs';

let server, page, close;
before(async () => {
  server = await serve();
  ({ page, close } = await open(server.url));
  await drawn(page);
});
after(async () => {
  await close?.();
});

const EMOJI = example('points.json');
const kept = () => page.waitForFunction(() => /Works offline/.test(document.querySelector('#promise').textContent));
const whole = () => server.asked.filter(path => /whole-[^/]*wasm$/.test(path));
const rare = () => server.asked.filter(path => /Noto|InterTabular-Bold/.test(path));

/// Bytes of the files that were asked for, in brotli.
function weight(asked) {
  const files = new Set(asked.map(path => path.replace('/page/', '') || 'index.html').filter(file => file !== '/favicon.ico'));
  const sizes = [...files].map(file => brotliCompressSync(readFileSync(fileURLToPath(new URL(`../dist/${file}`, import.meta.url)))).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('the first load, in bytes', async t => {
  // The service worker, which keeps what the rest of a visit needs, is asked for after the first picture.
  const end = server.asked.findIndex(path => path.endsWith('/sw.js'));
  const asked = end < 0 ? server.asked : server.asked.slice(0, end);
  assert.deepEqual(asked.filter(path => /whole|raster/.test(path)), [], "a tracker's or a PNG's");
  const first = weight(asked);
  await kept();
  t.diagnostic(`until the first picture ${first} bytes in brotli, with all that is kept for later ${weight(server.asked)}`);
  assert.ok(first <= 1_000_000);
  assert.equal(whole().length, 1);
  assert.deepEqual(rare(), []);
});

test('a rare font is fetched once, when a text needs it', async () => {
  await enter(page, EMOJI);
  await drawn(page);
  await enter(page, EMOJI.replace('Guests', 'The guests'));
  await drawn(page);
  const [font, ...others] = rare();
  assert.match(font, /NotoEmoji/);
  assert.deepEqual(others, []);
});

test('without a network the page opens and draws, also with the rare font it has seen', async () => {
  await server.stop();
  await page.reload();
  await drawn(page);
  await enter(page, EMOJI);
  await drawn(page);
  same((await downloaded(page, '#png')).bytes, native(EMOJI, 'png'));
  await page.goto(`${server.url}?x=1#nothing`);
  await drawn(page);
});

test("without a network a tracker's answer is drawn, though none was before", async () => {
  const answer = fixture('trackers/taiga/milestone.json');
  await page.fill('#as_of', '2024-01-24');
  await enter(page, answer);
  await drawn(page);
  same((await downloaded(page, '#png')).bytes, native(answer, 'png', ['--as-of', '2024-01-24']));
  await page.fill('#as_of', '');
});

test('without a network a font that was never seen is named', async () => {
  await enter(page, EMOJI.replace('Guests', 'مرحبا'));
  await drawn(page, 'bad');
  assert.match(await page.locator('#state').textContent(), /NotoSansArabic/);
  await enter(page, EMOJI);
  await drawn(page);
});
