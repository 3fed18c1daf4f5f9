// From text and options to a picture, and from a mistake to its place.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { example, fixture, native, same } from './native.mjs';
import { drawn, enter, open, shot, shownSvg } from './page.mjs';
import { serve } from './server.mjs';

let server, page, close;
before(async () => {
  server = await serve();
  ({ page, close } = await open(server.url));
});
after(async () => {
  await close?.();
  await server.stop();
});

beforeEach(async () => {
  await page.goto(server.url);
  await drawn(page);
});

const shows = async (input, flags = []) => {
  await drawn(page);
  same(await shownSvg(page), native(input, 'svg', ['--text', 'outline', ...flags]));
};
const state = () => page.locator('#state').textContent();

test('the page opens with an example', async () => {
  await shows(example('flat-but-busy.json'));
  assert.match(await page.getAttribute('#picture', 'alt'), /^Burndown of Sprint 5\./);
  await shot(page, 'open');
});

test('every example of the repository can be chosen', async () => {
  const titles = await page.locator('#example option').allTextContents();
  const files = ['flat-but-busy.json', 'points.json', 'hours.csv', 'holidays-dst.json', 'late.json', 'chartjs/velocity.json'];
  assert.equal(titles.length, files.length + 1);
  for (const [index, file] of files.entries()) {
    await page.selectOption('#example', { index: index + 1 });
    await shows(example(file));
  }
});

test('typing changes the picture', async () => {
  await enter(page, '{ "name": "Typed", "start": "2026-03-02", "end": "2026-03-13", "committed": 40, "days": [38, 33] }');
  await drawn(page);
  await page.locator('.cm-content').press('Control+End');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  // Between "33" and "]".
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(', 30');
  await shows('{ "name": "Typed", "start": "2026-03-02", "end": "2026-03-13", "committed": 40, "days": [38, 33, 30] }');
});

test('a Chart.js configuration is drawn, with the options it has a use for', async () => {
  const config = example('chartjs/velocity.json');
  await enter(page, config);
  await shows(config);
  assert.match(await state(), /^Read as a Chart\.js configuration$/);
  assert.match(await page.getAttribute('#picture', 'alt'), /Completed/);
  for (const id of ['kind', 'lang', 'as_of']) assert.equal(await page.isVisible(`#${id}`), false);
  await page.selectOption('#preset', 'square');
  await shows(config, ['--preset', 'square']);
  await shot(page, 'chart');
  await enter(page, config.replace('"bar"', '"bars"'));
  await drawn(page, 'bad');
  assert.match(await state(), /^Line 2Found "bars".*did you mean "bar"\?/);
  await enter(page, "{ type: 'pie', data: { labels: ['a', 'b'], datasets: [{ data: [1, 2] }] }, options: { plugins: { zoom: {} } } }");
  await drawn(page);
  assert.match(await state(), /options\.plugins\.zoom: no plugin of ours/);
  await enter(page, example('points.json'));
  await shows(example('points.json'), ['--preset', 'square']);
  assert.equal(await page.isVisible('#lang'), true);
});

test('every option changes the picture', async () => {
  const input = example('points.json');
  await enter(page, input);
  await shows(input);
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
    await shows(input, [...flags].flat());
    const now = await shownSvg(page);
    assert.ok(now !== before, `${changed}`);
    before = now;
    if (changed[0] === '--kind') await shot(page, `kind-${changed[1]}`);
  }
  await shot(page, 'options');
});

test('a wrong option is said at its control', async () => {
  await page.selectOption('#preset', 'own');
  for (const [id, value, message, good] of [
    ['width', '20000', /MAX_SIDE/, '800'],
    ['time_zone', 'Europe/Atlantis', /Europe\/Athens/, ''],
    ['as_of', '2020-01-01', /not before the start/, ''],
  ]) {
    await page.fill(`#${id}`, value);
    await page.locator(`#${id}`).blur();
    await drawn(page, 'bad');
    assert.match(await page.locator('#blame').textContent(), message);
    assert.equal(await page.getAttribute(`#${id}`, 'aria-invalid'), 'true');
    assert.equal(await page.isEnabled('#png'), false);
    if (id === 'width') await shot(page, 'wrong-option');
    await page.fill(`#${id}`, good);
    await page.locator(`#${id}`).blur();
    await drawn(page);
    assert.equal(await page.getAttribute(`#${id}`, 'aria-invalid'), null);
  }
});

/** Input, the text that is marked, its line, words of the message. */
const MISTAKES = [
  [example('points.json').replace('"completed" }', '"compleeted" }'), '"compleeted"', 16, /did you mean "completed"/],
  [example('points.json').replace('"estimate": 8', '"estimat": 8'), '"estimat"', 31, /unknown field "estimat".*did you mean "estimate"/],
  [example('points.json').replace('"2026-03-02T11:20"', '"yesterday"'), '"yesterday"', 15, /expected a date/],
  [example('points.json').replace('"end": "2026-03-13T16:00",\n', ''), undefined, undefined, /an object without "end"/],
  ['{\n  "name": "ŻÓŁW 🐢" "x"\n}', '"', 2, /no JSON/],
  ['{ "name": "x",\n', undefined, 2, /the end of the file/],
  [fixture('trackers/jira/bad-created.json'), '"10/Feb/26 8:00 AM"', 133, /expected an instant with offset/],
  [fixture('trackers/jira/bad-history.json'), '"five, ask jane@example.org"', 89, /Document 2: found "five, ask \*\*\*", expected a number/],
  [fixture('trackers/jira/bad-no-sprint.json'), undefined, undefined, /Found issues without a sprint/],
  [example('hours.csv').replace('139.5', 'oops'), 'oops', 9, /"oops", expected a number/],
  [example('hours.csv').replace('# end: 2026-05-22', '# end: soon'), 'soon', 3, /expected a date/],
  [example('hours.csv').replace('completed', 'complete'), 'date,remaining,added,reestimated,complete', 7, /did you mean "completed"/],
];

test('a mistake is marked at its place', async () => {
  for (const [input, marked, line, message] of MISTAKES) {
    await enter(page, input);
    await drawn(page, 'bad');
    assert.match(await state(), message);
    if (line) assert.match(await state(), new RegExp(`^Line ${line}[A-Z]`), input);
    if (!marked) continue;
    await page.click('#state button');
    assert.equal(await page.locator('.cm-lintRange-error').first().textContent(), marked);
  }
  await enter(page, MISTAKES[0][0]);
  await drawn(page, 'bad');
  await page.click('#state button');
  await shot(page, 'mistake');
});

test('a mistake that is mended leaves no mark', async () => {
  await enter(page, MISTAKES[0][0]);
  await drawn(page, 'bad');
  assert.equal(await page.locator('.cm-lintRange-error').count(), 1);
  await enter(page, example('points.json'));
  await shows(example('points.json'));
  assert.equal(await page.locator('.cm-lintRange-error').count(), 0);
  assert.match(await state(), /^Read as JSON/);
});

test("a tracker's answer is drawn, and taken for no document of ours", async () => {
  await page.waitForFunction(() => /Works offline/.test(document.querySelector('#promise').textContent));
  const input = fixture('trackers/jira/issues-cloud.json');
  await enter(page, input);
  await page.fill('#time_zone', 'Europe/Berlin');
  await shows(input, ['--time-zone', 'Europe/Berlin']);
  assert.match(await state(), /^Read as JSON · counted in points/);
  assert.equal(await page.locator('.cm-lintRange-error').count(), 0);
  await shot(page, 'jira');
  const offered = async () => {
    await page.locator('.cm-content').press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Space');
    await page.waitForTimeout(500);
    const labels = await page.locator('.cm-completionLabel').allTextContents();
    await page.keyboard.press('Escape');
    return labels;
  };
  assert.deepEqual(await offered(), []);
  await enter(page, example('points.json'));
  await drawn(page);
  assert.ok((await offered()).includes('holidays'));
});

test("past sprints alone have the picture of their velocity", async () => {
  const input = fixture('trackers/jira/velocity.json');
  await page.selectOption('#kind', 'velocity');
  await enter(page, input);
  await shows(input, ['--kind', 'velocity']);
  assert.match(await state(), /^Read as past sprints · counted in points$/);
  for (const [id, is] of [['kind', true], ['lang', true], ['as_of', false]]) assert.equal(await page.isVisible(`#${id}`), is, id);
  await page.selectOption('#kind', 'burndown');
  await drawn(page, 'bad');
  await enter(page, example('points.json'));
  await shows(example('points.json'));
});

test('an empty text is no mistake', async () => {
  await enter(page, '');
  await drawn(page, 'empty');
  assert.equal(await state(), '');
  assert.equal(await page.isEnabled('#png'), false);
  assert.equal(await page.isVisible('#picture'), false);
  await shot(page, 'empty');
});


test('long names, Arabic, emoji, markup', async () => {
  const name = `🔥🚀 مرحبا بالعالم ${'Donaudampfschifffahrtsgesellschaft '.repeat(6)}`;
  const input = JSON.stringify({ name, goal: '<script>alert(1)</script> שלום & 👩‍👩‍👧‍👦', start: '2026-03-02', end: '2026-03-13', committed: 4e5, days: [3e5, null, 26] });
  await enter(page, input);
  await shows(input);
  await shot(page, 'ugly');
});

test('completion knows the schema', async () => {
  // It comes after the first picture.
  await page.waitForFunction(() => /Works offline/.test(document.querySelector('#promise').textContent));
  await enter(page, '{ "name": "x",\n"unit": ');
  await page.keyboard.press('Control+Space');
  await page.waitForSelector('.cm-tooltip-autocomplete');
  assert.deepEqual(await page.locator('.cm-completionLabel').allTextContents(), ['"hours"', '"items"', '"points"']);
  await page.keyboard.press('Escape');
  await enter(page, '{ "name": "x", ');
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
