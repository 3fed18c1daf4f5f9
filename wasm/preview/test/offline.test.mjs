// The page fetches few bytes, each file only when it is needed, and works without a network after one visit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { readExample, readFixture, drawNative, assertSameBytes } from './native.mjs';
import { downloadFrom, waitUntilDrawn, pasteText, openPage } from './page.mjs';
import { serve } from './server.mjs';

let server, page, close;
before(async () => {
  server = await serve();
  ({ page, close } = await openPage(server.url));
  await waitUntilDrawn(page);
});
after(async () => {
  await close?.();
});

const EMOJI = readExample('points.json');
const waitUntilCached = () => page.waitForFunction(() => /Works offline/.test(document.querySelector('#promise').textContent));
const fullModuleRequests = () => server.asked.filter(path => /whole-[^/]*wasm$/.test(path));
const rareFontRequests = () => server.asked.filter(path => /Noto|InterTabular-Bold/.test(path));

/** Returns the size of the requested files, compressed with brotli. */
function compressedSize(asked) {
  const files = new Set(asked.map(path => path.replace('/page/', '') || 'index.html').filter(file => file !== '/favicon.ico'));
  const sizes = [...files].map(file => brotliCompressSync(readFileSync(fileURLToPath(new URL(`../dist/${file}`, import.meta.url)))).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('the first load is at most a million bytes', async t => {
  // The service worker, which caches the other files, is requested after the first picture.
  const end = server.asked.findIndex(path => path.endsWith('/sw.js'));
  const asked = end < 0 ? server.asked : server.asked.slice(0, end);
  assert.deepEqual(asked.filter(path => /whole|raster/.test(path)), [], 'the first picture needs neither the tracker nor the PNG module');
  const first = compressedSize(asked);
  await waitUntilCached();
  t.diagnostic(`until the first picture ${first} bytes in brotli, with all files that are cached for later ${compressedSize(server.asked)}`);
  assert.ok(first <= 1_000_000);
  assert.equal(fullModuleRequests().length, 1);
  assert.deepEqual(rareFontRequests(), []);
});

test('a rare font is fetched once, when a text needs it', async () => {
  await pasteText(page, EMOJI);
  await waitUntilDrawn(page);
  await pasteText(page, EMOJI.replace('Guests', 'The guests'));
  await waitUntilDrawn(page);
  const [font, ...others] = rareFontRequests();
  assert.match(font, /NotoEmoji/);
  assert.deepEqual(others, []);
});

test('without a network the page opens and draws, also with a rare font that was used before', async () => {
  await server.stop();
  await page.reload();
  await waitUntilDrawn(page);
  await pasteText(page, EMOJI);
  await waitUntilDrawn(page);
  assertSameBytes((await downloadFrom(page, '#png')).bytes, drawNative(EMOJI, 'png'));
  await page.goto(`${server.url}?x=1#nothing`);
  await waitUntilDrawn(page);
});

test("without a network a tracker's answer is drawn even if none was drawn before", async () => {
  const answer = readFixture('trackers/taiga/milestone.json');
  await page.fill('#as_of', '2024-01-24');
  await pasteText(page, answer);
  await waitUntilDrawn(page);
  assertSameBytes((await downloadFrom(page, '#png')).bytes, drawNative(answer, 'png', ['--as-of', '2024-01-24']));
  await page.fill('#as_of', '');
});

test('without a network a font that was never used is named as missing', async () => {
  await pasteText(page, EMOJI.replace('Guests', 'مرحبا'));
  await waitUntilDrawn(page, 'bad');
  assert.match(await page.locator('#state').textContent(), /NotoSansArabic/);
  await pasteText(page, EMOJI);
  await waitUntilDrawn(page);
});
