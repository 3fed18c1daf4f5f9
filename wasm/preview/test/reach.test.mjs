// For everyone: by keyboard alone, by screen reader, in light and dark, on a phone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { example, native, same } from './native.mjs';
import { drawn, enter, open, shot } from './page.mjs';
import { serve } from './server.mjs';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

const BROKEN = example('points.json').replace('"completed" }', '"compleeted" }');
const UGLY = JSON.stringify({
  name: `🔥 ${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5)}`, goal: 'مرحبا '.repeat(30),
  start: '2026-03-02', end: '2026-03-13', committed: 400, days: [380, null, 26],
});

const axeFinds = async page => {
  await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate(() => window.axe.run());
  const tell = found => found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target).join(' ')}`);
  assert.deepEqual(tell(violations), []);
  return tell(incomplete);
};

for (const colorScheme of ['light', 'dark']) {
  test(`${colorScheme}: axe finds nothing`, async t => {
    const { page, close } = await open(server.url, { colorScheme });
    t.after(close);
    await drawn(page);
    t.diagnostic(`to look at by hand: ${(await axeFinds(page)).join(', ')}`);
    await shot(page, `${colorScheme}-1440`);
    await enter(page, BROKEN);
    await drawn(page, 'bad');
    await axeFinds(page);
    await shot(page, `${colorScheme}-1440-mistake`);
    await enter(page, '');
    await drawn(page, 'empty');
    await axeFinds(page);
    await page.selectOption('#preset', 'own');
    await page.fill('#width', '0');
    await enter(page, example('hours.csv'));
    await drawn(page, 'bad');
    await axeFinds(page);
  });
}

for (const width of [360, 480, 1024]) {
  test(`${width} pixels wide: nothing goes over the edge`, async t => {
    const { page, close } = await open(server.url, { viewport: { width, height: 740 }, colorScheme: width === 480 ? 'dark' : 'light' });
    t.after(close);
    await drawn(page);
    await shot(page, `${width}`);
    for (const [name, text, state] of [['ugly', UGLY, 'good'], ['mistake', BROKEN, 'bad'], ['empty', '', 'empty']]) {
      await enter(page, text);
      await drawn(page, state);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, name);
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter(one => one.getClientRects().length > 0 && !one.closest('.unseen, option, datalist, .cm-editor') && one.getBoundingClientRect().right > innerWidth + 0.5)
          .map(one => one.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(outside, [], name);
      await axeFinds(page);
      await shot(page, `${width}-${name}`);
    }
  });
}

test('by keyboard alone: choose, type, set, download', async t => {
  const { page, close } = await open(server.url);
  t.after(close);
  await drawn(page);
  const focused = () =>
    page.evaluate(() => {
      const active = document.activeElement;
      return active.id || active.value || active.tagName;
    });
  const tabTo = async wanted => {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      if ((await focused()) === wanted) return;
    }
    assert.fail(`Tab does not come to ${wanted}`);
  };
  // Once around: every control, in the order in which it is read.
  const order = ['example', 'open', 'editor', 'kind', 'light', 'preset', 'lang', 'time_zone', 'as_of', 'png', 'svg', 'copy-image', 'copy-link', 'copy-alt', 'copy-command', 'copy-request'];
  const seen = [];
  for (let presses = 0; presses < 30 && seen.at(-1) !== order.at(-1); presses++) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (seen.at(-1) !== now) seen.push(now);
    assert.ok(await page.evaluate(isSeen), `the focus on ${now} is seen`);
  }
  assert.deepEqual(seen, order);

  await page.evaluate(() => document.activeElement.blur());
  await page.goto(server.url);
  await drawn(page);
  await tabTo('example');
  await page.keyboard.press('ArrowDown');
  await drawn(page);
  await tabTo('editor');
  await page.keyboard.press('Control+Home');
  for (let key = 0; key < 12; key++) await page.keyboard.press(key === 0 ? 'ArrowDown' : 'ArrowRight');
  await page.keyboard.type('Team ');
  await drawn(page);
  await tabTo('light');
  await page.keyboard.press('ArrowRight');
  await tabTo('preset');
  // Past the usual size and that of Slack.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await drawn(page);
  await tabTo('png');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const text = example('points.json').replace('"name": "', '"name": "Team ');
  same(await readFile(await download.path()), native(text, 'png', ['--theme', 'dark', '--preset', 'teams']));
});

/// An outline, or for the editor and the theme what stands for it.
function isSeen() {
  const active = document.activeElement;
  const marked = active.type === 'radio' ? active.nextElementSibling : active;
  const style = getComputedStyle(marked);
  return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
}
