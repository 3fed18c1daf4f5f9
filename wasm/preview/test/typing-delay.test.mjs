// Reports the blocking of the main thread and the delay of the picture while the user types. It has no limits that could fail.
import { after, before, test } from 'node:test';
import { readExample } from './native.mjs';
import { waitUntilDrawn, pasteText, openPage } from './page.mjs';
import { serve } from './server.mjs';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

const KEYS = 40;

test('report of delays during typing', async t => {
  const { page, close } = await openPage(server.url);
  t.after(close);
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(entry => entry.duration))).observe({ type: 'longtask', buffered: true });
    new MutationObserver(() => (window.shownAt = performance.now())).observe(document.querySelector('#picture'), { attributeFilter: ['src'] });
  });
  await waitUntilDrawn(page);
  t.diagnostic(`first picture ${Math.round(await page.evaluate(() => window.firstSvgAt))} ms after the request for the page, without a cache`);
  await pasteText(page, readExample('points.json'));
  await waitUntilDrawn(page);
  const load = await page.evaluate(() => window.tasks.splice(0));
  await page.locator('.cm-content').press('Control+Home');
  for (let key = 0; key < 13; key++) await page.keyboard.press(key === 0 ? 'ArrowDown' : 'ArrowRight');
  const waits = [];
  for (let key = 0; key < KEYS; key++) {
    const from = await page.evaluate(() => performance.now());
    await page.keyboard.type('x');
    await waitUntilDrawn(page);
    waits.push((await page.evaluate(() => window.shownAt)) - from);
  }
  waits.sort((a, b) => a - b);
  const typing = await page.evaluate(() => window.tasks);
  const describeTasks = tasks => `${tasks.length} tasks over 50 ms, the longest ${Math.round(Math.max(0, ...tasks))} ms`;
  t.diagnostic(`while loading: ${describeTasks(load)}; during ${KEYS} keys: ${describeTasks(typing)}`);
  t.diagnostic(`from a key to the new picture (including 60 ms of waiting for the next key): median ${Math.round(waits[KEYS / 2])} ms, longest ${Math.round(waits.at(-1))} ms`);
});
