// A report, no judgement: how long the main thread is kept from the typing, how soon the picture follows.
import { after, before, test } from 'node:test';
import { example } from './native.mjs';
import { drawn, enter, open } from './page.mjs';
import { serve } from './server.mjs';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

const KEYS = 40;

test('typing beside the worker', async t => {
  const { page, close } = await open(server.url);
  t.after(close);
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(entry => entry.duration))).observe({ type: 'longtask', buffered: true });
    new MutationObserver(() => (window.shownAt = performance.now())).observe(document.querySelector('#picture'), { attributeFilter: ['src'] });
  });
  await drawn(page);
  t.diagnostic(`first picture ${Math.round(await page.evaluate(() => window.firstSvgAt))} ms after the page was asked for, nothing cached`);
  await enter(page, example('points.json'));
  await drawn(page);
  const load = await page.evaluate(() => window.tasks.splice(0));
  await page.locator('.cm-content').press('Control+Home');
  for (let key = 0; key < 13; key++) await page.keyboard.press(key === 0 ? 'ArrowDown' : 'ArrowRight');
  const waits = [];
  for (let key = 0; key < KEYS; key++) {
    const from = await page.evaluate(() => performance.now());
    await page.keyboard.type('x');
    await drawn(page);
    waits.push((await page.evaluate(() => window.shownAt)) - from);
  }
  waits.sort((a, b) => a - b);
  const typing = await page.evaluate(() => window.tasks);
  const tell = tasks => `${tasks.length} tasks over 50 ms, the longest ${Math.round(Math.max(0, ...tasks))} ms`;
  t.diagnostic(`while loading: ${tell(load)}; during ${KEYS} keys: ${tell(typing)}`);
  t.diagnostic(`from a key to the new picture (with 60 ms of waiting for the next key): median ${Math.round(waits[KEYS / 2])} ms, longest ${Math.round(waits.at(-1))} ms`);
});
