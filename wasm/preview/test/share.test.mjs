// Links that contain a sprint.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readExample, assertSameBytes } from './native.mjs';
import { copyFrom, waitUntilDrawn, pasteText, openPage, shownSvg } from './page.mjs';
import { serve } from './server.mjs';

let server, page, context, close;
before(async () => {
  server = await serve();
  ({ page, context, close } = await openPage(server.url));
  await waitUntilDrawn(page);
});
after(async () => {
  await close?.();
  await server.stop();
});

const waitForToast = text => page.waitForFunction(text => document.querySelector('#toast').textContent.includes(text), text);

test('a link gives the same picture in another window, and no server sees the data', async () => {
  await pasteText(page, readExample('points.json'));
  await page.selectOption('#kind', 'burnup');
  await page.check('input[value=dark]', { force: true });
  await page.selectOption('#preset', 'own');
  await page.fill('#width', '900');
  await page.fill('#time_zone', 'Asia/Tokyo');
  await page.fill('#as_of', '2026-03-09');
  await waitUntilDrawn(page);
  const link = await copyFrom(page, '#copy-link');
  assert.ok(link.startsWith(`${server.url}#sprint=`));
  const said = await page.locator('#link-size').textContent();
  assert.equal(said, `${link.length.toLocaleString('en')} characters of at most 16,000.`);

  const other = await context.newPage();
  await other.addInitScript(() => {
    const create = URL.createObjectURL;
    URL.createObjectURL = blob => {
      if (blob.type === 'image/svg+xml') window.shownSvg = blob;
      return create.call(URL, blob);
    };
  });
  await other.goto(link);
  await waitUntilDrawn(other);
  assertSameBytes(await shownSvg(other), await shownSvg(page));
  assert.equal(await other.inputValue('#kind'), 'burnup');
  assert.equal(await other.inputValue('#width'), '900');
  assert.equal(await other.inputValue('#time_zone'), 'Asia/Tokyo');
  assert.equal(await copyFrom(other, '#copy-link'), link);
  await other.close();
  await page.bringToFront();
  assert.ok(server.asked.every(path => !path.includes('sprint=')));
});

test('a link that is opened in the same window replaces the text', async () => {
  await page.goto(server.url);
  await waitUntilDrawn(page);
  await page.selectOption('#example', { index: 3 });
  await waitUntilDrawn(page);
  const link = await copyFrom(page, '#copy-link');
  await page.selectOption('#example', { index: 1 });
  await waitUntilDrawn(page);
  await page.evaluate(hash => (location.hash = hash), new URL(link).hash);
  await page.waitForFunction(() => /CSV/.test(document.querySelector('#state').textContent));
});

test('a link over the length limit cannot be copied, and the page says why', async () => {
  // The titles are noise, which cannot be compressed.
  const noise = Array.from({ length: 20_000 }, (_, index) => ((index * 2_654_435_761) % 4_294_967_296).toString(36)).join('');
  const input = items => JSON.stringify({
    name: 'Large', start: '2026-03-02', end: '2026-03-13',
    items: Array.from({ length: items }, (_, index) => ({ id: index, title: noise.slice(index * 40, index * 40 + 40), estimate: 3 })),
  });
  await pasteText(page, input(150));
  await waitUntilDrawn(page);
  assert.equal(await page.isEnabled('#copy-link'), true);
  await pasteText(page, input(1000));
  await waitUntilDrawn(page);
  await page.waitForFunction(() => /Too long/.test(document.querySelector('#link-size').textContent));
  assert.match(await page.locator('#link-size').textContent(), /^Too long: [\d,]+ characters, at most 16,000/);
  assert.equal(await page.isEnabled('#copy-link'), false);
  assert.equal(await page.isEnabled('#copy-command'), true);
});

test('a damaged link gives a message and shows an example', async () => {
  for (const hash of ['#sprint=AAAA', '#sprint=%%%', '#sprint=', `#sprint=${await compressText('[1]')}`, `#sprint=${await compressText(' '.repeat(2_000_000))}`]) {
    await page.goto('about:blank');
    await page.goto(server.url + hash);
    await waitForToast('This link is damaged');
    await waitUntilDrawn(page);
    assert.match(await page.getAttribute('#picture', 'alt'), /Sprint 5/);
  }
});

async function compressText(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}
