// The picture follows the text and the options, and errors are marked at their place.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { readExample, readFixture, drawNative, assertSameBytes } from './native.mjs';
import { waitUntilDrawn, pasteText, openPage, saveScreenshot, shownSvg } from './page.mjs';
import { serve } from './server.mjs';

let server, page, close;
before(async () => {
  server = await serve();
  ({ page, close } = await openPage(server.url));
});
after(async () => {
  await close?.();
  await server.stop();
});

beforeEach(async () => {
  await page.goto(server.url);
  await waitUntilDrawn(page);
});

const assertShown = async (input, flags = []) => {
  await waitUntilDrawn(page);
  assertSameBytes(await shownSvg(page), drawNative(input, 'svg', ['--text', 'outline', ...flags]));
};
const stateText = () => page.locator('#state').textContent();

test('the page opens with an example', async () => {
  await assertShown(readExample('flat-but-busy.json'));
  assert.match(await page.getAttribute('#picture', 'alt'), /^Burndown of Sprint 5\./);
  await saveScreenshot(page, 'open');
});

test('every example of the repository can be chosen', async () => {
  const titles = await page.locator('#example option').allTextContents();
  const files = ['flat-but-busy.json', 'points.json', 'hours.csv', 'holidays-dst.json', 'late.json', 'chartjs/velocity.json'];
  assert.equal(titles.length, files.length + 1);
  for (const [index, file] of files.entries()) {
    await page.selectOption('#example', { index: index + 1 });
    await assertShown(readExample(file));
  }
});

test('typing changes the picture', async () => {
  await pasteText(page, '{ "name": "Typed", "start": "2026-03-02", "end": "2026-03-13", "committed": 40, "days": [38, 33] }');
  await waitUntilDrawn(page);
  await page.locator('.cm-content').press('Control+End');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  // The cursor is now between "33" and "]".
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(', 30');
  await assertShown('{ "name": "Typed", "start": "2026-03-02", "end": "2026-03-13", "committed": 40, "days": [38, 33, 30] }');
});

test('a Chart.js configuration is drawn, with only the options that apply to it', async () => {
  const config = readExample('chartjs/velocity.json');
  await pasteText(page, config);
  await assertShown(config);
  assert.match(await stateText(), /^Read as a Chart\.js configuration$/);
  assert.match(await page.getAttribute('#picture', 'alt'), /Completed/);
  for (const id of ['kind', 'lang', 'as_of']) assert.equal(await page.isVisible(`#${id}`), false);
  await page.selectOption('#preset', 'square');
  await assertShown(config, ['--preset', 'square']);
  await saveScreenshot(page, 'chart');
  await pasteText(page, config.replace('"bar"', '"bars"'));
  await waitUntilDrawn(page, 'bad');
  assert.match(await stateText(), /^Line 2Found "bars".*did you mean "bar"\?/);
  await pasteText(page, "{ type: 'pie', data: { labels: ['a', 'b'], datasets: [{ data: [1, 2] }] }, options: { plugins: { zoom: {} } } }");
  await waitUntilDrawn(page);
  assert.match(await stateText(), /options\.plugins\.zoom: no plugin of ours/);
  await pasteText(page, "{ type: 'pie', data: { datasets: [{ data: [1, 2] }] }, options: { plugins: { zoom: {}, pan: {} } } }");
  await waitUntilDrawn(page);
  await page.click('#state summary');
  assert.equal(await page.isVisible('#state li'), true);
  assert.match(await page.textContent('#state li'), /^options\.plugins\.pan: no plugin of ours/);
  await pasteText(page, readExample('points.json'));
  await assertShown(readExample('points.json'), ['--preset', 'square']);
  assert.equal(await page.isVisible('#lang'), true);
});

test('a Chart.js configuration with functions is drawn as posted', async () => {
  const script = `const money = value => '$' + value;
module.exports = {
  type: 'bar',
  data: { labels: ['May', 'June'], datasets: [{ label: 'Revenue', data: [1200, 3400], backgroundColor: ctx => (ctx.raw > 2000 ? 'green' : 'gray') }] },
  options: { scales: { y: { ticks: { callback: money } } } },
};
`;
  await pasteText(page, script);
  await assertShown(script);
  await saveScreenshot(page, 'functions');
  await pasteText(page, script.replace('money }', 'maney }'));
  await waitUntilDrawn(page, 'bad');
  assert.match(await stateText(), /maney is not defined/);
  await pasteText(page, readExample('points.json'));
  await assertShown(readExample('points.json'));
});

test('every option changes the picture', async () => {
  const input = readExample('points.json');
  await pasteText(page, input);
  await assertShown(input);
  const steps = [
    [() => page.selectOption('#kind', 'burnup'), ['--kind', 'burnup']],
    [() => page.selectOption('#kind', 'cfd'), ['--kind', 'cfd']],
    [() => page.selectOption('#kind', 'velocity'), ['--kind', 'velocity']],
    [() => page.selectOption('#kind', 'release'), ['--kind', 'release']],
    [() => page.selectOption('#kind', 'burndown'), ['--kind', 'burndown']],
    [() => page.check('input[value=dark]', { force: true }), ['--theme', 'dark']],
    [() => page.selectOption('#preset', 'teams'), ['--preset', 'teams']],
    [() => page.selectOption('#preset', 'square'), ['--preset', 'square']],
    [() => page.selectOption('#lang', 'pl'), ['--lang', 'pl']],
    [() => page.fill('#time_zone', 'Asia/Kolkata'), ['--time-zone', 'Asia/Kolkata']],
    [() => page.fill('#working_days', 'sun-thu'), ['--working-days', 'sun-thu']],
    [() => page.fill('#holidays', '2026-03-05,2026-03-09..2026-03-10'), ['--holidays', '2026-03-05,2026-03-09..2026-03-10']],
    [() => page.fill('#day_border', '10:00'), ['--day-border', '10:00']],
    [() => page.fill('#as_of', '2026-03-06'), ['--as-of', '2026-03-06']],
    [() => page.selectOption('#preset', 'own').then(() => page.fill('#width', '800')), ['--width', '800', '--height', '900']],
    [() => page.fill('#height', '500'), ['--width', '800', '--height', '500']],
  ];
  const flags = new Map();
  let before = await shownSvg(page);
  for (const [act, changed] of steps) {
    await act();
    if (changed[0] === '--width') flags.delete('--preset');
    for (let at = 0; at < changed.length; at += 2) flags.set(changed[at], changed[at + 1]);
    await assertShown(input, [...flags].flat());
    const now = await shownSvg(page);
    assert.ok(now !== before, `${changed}`);
    before = now;
    if (changed[0] === '--kind') await saveScreenshot(page, `kind-${changed[1]}`);
  }
  await saveScreenshot(page, 'options');
});

test('the error of a wrong option is at its control', async () => {
  await page.selectOption('#preset', 'own');
  for (const [id, value, message, good] of [
    ['width', '20000', /MAX_SIDE/, '800'],
    ['time_zone', 'Europe/Atlantis', /Europe\/Athens/, ''],
    ['as_of', '2020-01-01', /not before the start/, ''],
    ['working_days', 'sun-tho', /range of them \(sun-thu\)/, ''],
    ['holidays', '2026-03-32', /a range is 2026-12-28..2027-01-01/, ''],
  ]) {
    await page.fill(`#${id}`, value);
    await page.locator(`#${id}`).blur();
    await waitUntilDrawn(page, 'bad');
    assert.match(await page.locator('#blame').textContent(), message);
    assert.equal(await page.getAttribute(`#${id}`, 'aria-invalid'), 'true');
    assert.equal(await page.isEnabled('#png'), false);
    if (id === 'width') await saveScreenshot(page, 'wrong-option');
    await page.fill(`#${id}`, good);
    await page.locator(`#${id}`).blur();
    await waitUntilDrawn(page);
    assert.equal(await page.getAttribute(`#${id}`, 'aria-invalid'), null);
  }
});

/** Wrong inputs, each with the marked text, its line and a part of the message. */
const ERRORS = [
  [readExample('points.json').replace('"completed" }', '"compleeted" }'), '"compleeted"', 16, /did you mean "completed"/],
  [readExample('points.json').replace('"estimate": 8', '"estimat": 8'), '"estimat"', 31, /unknown field "estimat".*did you mean "estimate"/],
  [readExample('points.json').replace('"2026-03-02T11:20"', '"yesterday"'), '"yesterday"', 15, /expected a date/],
  [readExample('points.json').replace('"end": "2026-03-13T16:00",\n', ''), undefined, undefined, /an object without "end"/],
  ['{\n  "name": "ŻÓŁW 🐢" "x"\n}', '"', 2, /no JSON/],
  ['{ "name": "x",\n', undefined, 2, /the end of the file/],
  [readFixture('trackers/jira/bad-created.json'), '"10/Feb/26 8:00 AM"', 133, /expected an instant with offset/],
  [readFixture('trackers/jira/bad-history.json'), '"five, ask jane@example.org"', 89, /Document 2: found "five, ask \*\*\*", expected a number/],
  [readFixture('trackers/jira/bad-no-sprint.json'), undefined, undefined, /Found issues without a sprint/],
  [readExample('hours.csv').replace('139.5', 'oops'), 'oops', 9, /"oops", expected a number/],
  [readExample('hours.csv').replace('# end: 2026-05-22', '# end: soon'), 'soon', 3, /expected a date/],
  [readExample('hours.csv').replace('completed', 'complete'), 'date,remaining,added,reestimated,complete', 7, /did you mean "completed"/],
];

test('an error in the text is marked at its place', async () => {
  for (const [input, marked, line, message] of ERRORS) {
    await pasteText(page, input);
    await waitUntilDrawn(page, 'bad');
    assert.match(await stateText(), message);
    if (line) assert.match(await stateText(), new RegExp(`^Line ${line}[A-Z]`), input);
    if (!marked) continue;
    await page.click('#state button');
    assert.equal(await page.locator('.cm-lintRange-error').first().textContent(), marked);
  }
  await pasteText(page, ERRORS[0][0]);
  await waitUntilDrawn(page, 'bad');
  await page.click('#state button');
  await saveScreenshot(page, 'mistake');
});

test('a corrected error leaves no mark', async () => {
  await pasteText(page, ERRORS[0][0]);
  await waitUntilDrawn(page, 'bad');
  assert.equal(await page.locator('.cm-lintRange-error').count(), 1);
  await pasteText(page, readExample('points.json'));
  await assertShown(readExample('points.json'));
  assert.equal(await page.locator('.cm-lintRange-error').count(), 0);
  assert.match(await stateText(), /^Read as JSON/);
});

test("a tracker's answer is drawn, and the editor offers no fields of sprint documents for it", async () => {
  await page.waitForFunction(() => /Works offline/.test(document.querySelector('#promise').textContent));
  const input = readFixture('trackers/jira/issues-cloud.json');
  await pasteText(page, input);
  await page.fill('#time_zone', 'Europe/Berlin');
  await assertShown(input, ['--time-zone', 'Europe/Berlin']);
  assert.match(await stateText(), /^Read as JSON · counted in points/);
  assert.equal(await page.locator('.cm-lintRange-error').count(), 0);
  await saveScreenshot(page, 'jira');
  const offeredLabels = async () => {
    await page.locator('.cm-content').press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Space');
    await page.waitForTimeout(500);
    const labels = await page.locator('.cm-completionLabel').allTextContents();
    await page.keyboard.press('Escape');
    return labels;
  };
  assert.deepEqual(await offeredLabels(), []);
  await pasteText(page, readExample('points.json'));
  await waitUntilDrawn(page);
  assert.ok((await offeredLabels()).includes('holidays'));
});

test('past sprints without a current one are drawn as velocity', async () => {
  const input = readFixture('trackers/jira/velocity.json');
  await page.selectOption('#kind', 'velocity');
  await pasteText(page, input);
  await assertShown(input, ['--kind', 'velocity']);
  assert.match(await stateText(), /^Read as past sprints · counted in points$/);
  for (const [id, is] of [['kind', true], ['lang', true], ['as_of', false]]) assert.equal(await page.isVisible(`#${id}`), is, id);
  await page.selectOption('#kind', 'burndown');
  await waitUntilDrawn(page, 'bad');
  await pasteText(page, readExample('points.json'));
  await assertShown(readExample('points.json'));
});

test('an empty text is not an error', async () => {
  await pasteText(page, '');
  await waitUntilDrawn(page, 'empty');
  assert.equal(await stateText(), '');
  assert.equal(await page.isEnabled('#png'), false);
  assert.equal(await page.isVisible('#picture'), false);
  await saveScreenshot(page, 'empty');
});

test('long names, Arabic, emoji and markup are drawn', async () => {
  const name = `🔥🚀 مرحبا بالعالم ${'Donaudampfschifffahrtsgesellschaft '.repeat(6)}`;
  const input = JSON.stringify({ name, goal: '<script>alert(1)</script> שלום & 👩‍👩‍👧‍👦', start: '2026-03-02', end: '2026-03-13', committed: 4e5, days: [3e5, null, 26] });
  await pasteText(page, input);
  await assertShown(input);
  await saveScreenshot(page, 'ugly');
});

test('completion offers the fields and values of the schema', async () => {
  // Completion is loaded after the first picture.
  await page.waitForFunction(() => /Works offline/.test(document.querySelector('#promise').textContent));
  await pasteText(page, '{ "name": "x",\n"unit": ');
  await page.keyboard.press('Control+Space');
  await page.waitForSelector('.cm-tooltip-autocomplete');
  assert.deepEqual(await page.locator('.cm-completionLabel').allTextContents(), ['"hours"', '"items"', '"points"']);
  await page.keyboard.press('Escape');
  await pasteText(page, '{ "name": "x", ');
  await page.keyboard.press('Control+Space');
  await page.waitForSelector('.cm-tooltip-autocomplete');
  const labels = await page.locator('.cm-completionLabel').allTextContents();
  assert.deepEqual(labels.slice(0, 2), ['end', 'start']);
  assert.ok(labels.includes('holidays') && !labels.includes('name'));
  await page.waitForSelector('.cm-completionInfo');
  await page.screenshot({ path: new URL('shots/completion.png', import.meta.url).pathname });
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  assert.match(await page.locator('.cm-content').textContent(), /"end": ""/);
});
