// Accessibility: keyboard, screen reader, light and dark colours, and small screens.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { readExample, drawNative, assertSameBytes } from './native.mjs';
import { waitUntilDrawn, pasteText, openPage, saveScreenshot } from './page.mjs';
import { serve } from './server.mjs';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

const BROKEN = readExample('points.json').replace('"completed" }', '"compleeted" }');
const UGLY = JSON.stringify({
  name: `🔥 ${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5)}`, goal: 'مرحبا '.repeat(30),
  start: '2026-03-02', end: '2026-03-13', committed: 400, days: [380, null, 26],
});

const checkWithAxe = async page => {
  await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate(() => window.axe.run());
  const targets = found => found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target).join(' ')}`);
  assert.deepEqual(targets(violations), []);
  return targets(incomplete);
};

for (const colorScheme of ['light', 'dark']) {
  test(`${colorScheme}: axe finds no violation`, async t => {
    const { page, close } = await openPage(server.url, { colorScheme });
    t.after(close);
    await waitUntilDrawn(page);
    t.diagnostic(`to check by hand: ${(await checkWithAxe(page)).join(', ')}`);
    await saveScreenshot(page, `${colorScheme}-1440`);
    await pasteText(page, BROKEN);
    await waitUntilDrawn(page, 'bad');
    await checkWithAxe(page);
    await saveScreenshot(page, `${colorScheme}-1440-mistake`);
    await pasteText(page, '');
    await waitUntilDrawn(page, 'empty');
    await checkWithAxe(page);
    await page.selectOption('#preset', 'own');
    await page.fill('#width', '0');
    await pasteText(page, readExample('hours.csv'));
    await waitUntilDrawn(page, 'bad');
    await checkWithAxe(page);
  });
}

for (const width of [360, 480, 1024]) {
  test(`${width} pixels wide: no element is wider than the page`, async t => {
    const { page, close } = await openPage(server.url, { viewport: { width, height: 740 }, colorScheme: width === 480 ? 'dark' : 'light' });
    t.after(close);
    await waitUntilDrawn(page);
    await saveScreenshot(page, `${width}`);
    for (const [name, text, state] of [['ugly', UGLY, 'good'], ['mistake', BROKEN, 'bad'], ['empty', '', 'empty']]) {
      await pasteText(page, text);
      await waitUntilDrawn(page, state);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, name);
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter(one => one.getClientRects().length > 0 && !one.closest('.unseen, option, datalist, .cm-editor') && one.getBoundingClientRect().right > innerWidth + 0.5)
          .map(one => one.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(outside, [], name);
      await checkWithAxe(page);
      await saveScreenshot(page, `${width}-${name}`);
    }
  });
}

test('examples, text, options and download work with the keyboard alone', async t => {
  const { page, close } = await openPage(server.url);
  t.after(close);
  await waitUntilDrawn(page);
  const focused = () =>
    page.evaluate(() => {
      const active = document.activeElement;
      return active.id || active.value || active.tagName;
    });
  const tabTo = async wanted => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      if ((await focused()) === wanted) return;
    }
    assert.fail(`Tab does not reach ${wanted}`);
  };
  // Tab visits every control once, in the reading order.
  const order = ['example', 'open', 'editor', 'kind', 'light', 'preset', 'lang', 'time_zone', 'working_days', 'holidays', 'day_border', 'as_of', 'png', 'svg', 'copy-image', 'copy-link', 'copy-alt', 'copy-command', 'copy-request'];
  const seen = [];
  for (let presses = 0; presses < 40 && seen.at(-1) !== order.at(-1); presses++) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (seen.at(-1) !== now) seen.push(now);
    assert.ok(await page.evaluate(isFocusVisible), `the focus on ${now} is not visible`);
  }
  assert.deepEqual(seen, order);

  await page.evaluate(() => document.activeElement.blur());
  await page.goto(server.url);
  await waitUntilDrawn(page);
  await tabTo('example');
  await page.keyboard.press('ArrowDown');
  await waitUntilDrawn(page);
  await tabTo('editor');
  await page.keyboard.press('Control+Home');
  for (let key = 0; key < 12; key++) await page.keyboard.press(key === 0 ? 'ArrowDown' : 'ArrowRight');
  await page.keyboard.type('Team ');
  await waitUntilDrawn(page);
  await tabTo('light');
  await page.keyboard.press('ArrowRight');
  await tabTo('preset');
  // The keys skip the default size and that of Slack.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await waitUntilDrawn(page);
  await tabTo('png');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const text = readExample('points.json').replace('"name": "', '"name": "Team ');
  assertSameBytes(await readFile(await download.path()), drawNative(text, 'png', ['--theme', 'dark', '--preset', 'teams']));
});

/** Returns true if the focus is visible as an outline or a shadow. For the theme, the element beside the input shows it. */
function isFocusVisible() {
  const active = document.activeElement;
  const marked = active.type === 'radio' ? active.nextElementSibling : active;
  const style = getComputedStyle(marked);
  return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
}
