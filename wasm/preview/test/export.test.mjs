// Downloads and copied commands of the page give the same bytes as the command line and the HTTP service.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { EMBERLINE, readExample, readFixture, drawNative, assertSameBytes } from './native.mjs';
import { copyFrom, downloadFrom, waitUntilDrawn, pasteText, openPage } from './page.mjs';
import { serve } from './server.mjs';

let server, page, close, folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'emberline-take-'));
  server = await serve();
  ({ page, close } = await openPage(server.url));
  await waitUntilDrawn(page);
});
after(async () => {
  await close?.();
  await server.stop();
  rmSync(folder, { recursive: true });
});

const TRICKY = `# name: It's "$HOME" \`x\` \\ 🔥
# end: 2026-03-13
date,remaining,added
2026-03-02,40,0
2026-03-03,31.5,2
`;

/** The input, the choices on the page, the equivalent flags and the name of the files. */
const CASES = [
  { input: readExample('flat-but-busy.json'), choose: async () => {}, flags: [], name: 'sprint-5' },
  {
    input: readExample('points.json'),
    choose: async () => {
      await page.check('input[value=dark]', { force: true });
      await page.selectOption('#preset', 'teams');
      await page.selectOption('#lang', 'de');
      await page.fill('#time_zone', 'America/New_York');
      await page.fill('#as_of', '2026-03-06');
    },
    flags: ['--theme', 'dark', '--preset', 'teams', '--lang', 'de', '--time-zone', 'America/New_York', '--as-of', '2026-03-06'],
    name: 'sprint-12',
  },
  {
    input: TRICKY,
    choose: async () => {
      await page.selectOption('#preset', 'own');
      await page.fill('#width', '640');
      await page.fill('#height', '480');
    },
    flags: ['--width', '640', '--height', '480'],
    name: 'it-s-home-x',
  },
  {
    // The input consists of two documents.
    input: readFixture('trackers/jira/issues-cloud.json'),
    choose: () => page.selectOption('#kind', 'burnup'),
    flags: ['--kind', 'burnup'],
    name: 'sprint-4',
  },
  {
    input: readExample('chartjs/velocity.json'),
    choose: () => page.selectOption('#preset', 'wide'),
    flags: ['--preset', 'wide'],
    name: 'velocity-story-points-per-sprint',
  },
  {
    // The input is a JavaScript literal, not JSON.
    input: "{ type: 'line', data: { labels: ['Mo', 'Tu'], datasets: [{ label: \"it's\", data: [1, 2,] }] } } // done",
    choose: async () => {},
    flags: [],
    name: 'line-chart',
  },
  { input: readExample('holidays-dst.json').replace('Sprint 7 · Ostern', 'مرحبا'), choose: async () => {}, flags: [], name: 'burndown' },
];

async function showCase({ input, choose }) {
  await page.goto(server.url);
  await waitUntilDrawn(page);
  await pasteText(page, input);
  await choose();
  await waitUntilDrawn(page);
}

for (const { input, choose, flags, name } of CASES) {
  test(`${name}: files and commands give the same bytes as the command line`, async () => {
    await showCase({ input, choose });
    const png = await downloadFrom(page, '#png');
    assert.equal(png.name, `${name}.png`);
    assertSameBytes(png.bytes, drawNative(input, 'png', flags));
    const svg = await downloadFrom(page, '#svg');
    assert.equal(svg.name, `${name}.svg`);
    assertSameBytes(svg.bytes, drawNative(input, 'svg', flags));

    const command = await copyFrom(page, '#copy-command');
    rmSync(join(folder, 'emberline'), { force: true });
    symlinkSync(EMBERLINE, join(folder, 'emberline'));
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    const shell = spawnSync('sh', ['-c', command], { cwd: folder, env });
    assert.equal(shell.status, 0, `${shell.stderr}\n${command}`);
    assertSameBytes(readFileSync(join(folder, `${name}.png`)), png.bytes);

    const answer = await requestFromService(await copyFrom(page, '#copy-request'));
    assertSameBytes(answer, png.bytes);
  });
}

test('the alt text equals that of the command describe', async () => {
  await showCase(CASES[1]);
  const described = spawnSync(EMBERLINE, ['describe', '-', '--lang', 'de', '--time-zone', 'America/New_York', '--as-of', '2026-03-06'], {
    input: CASES[1].input,
  });
  assert.equal(await copyFrom(page, '#copy-alt'), JSON.parse(described.stdout).alt_text);
});

test('the image in the clipboard has the size of the PNG', async () => {
  await showCase(CASES[1]);
  await page.click('#copy-image');
  await page.waitForFunction(() => document.querySelector('#toast').textContent === 'Image copied');
  // Chromium encodes the pixels again, so that only the sizes can be compared.
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await item.getType('image/png'));
    return [bitmap.width, bitmap.height];
  });
  assert.deepEqual(size, [1024, 576]);
});

test('without a clipboard the page shows the text for manual copying', async () => {
  await showCase(CASES[0]);
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))));
  await page.click('#copy-alt');
  await page.waitForSelector('#by-hand[open]');
  assert.match(await page.inputValue('#by-hand-text'), /^Burndown of Sprint 5/);
  await page.keyboard.press('Escape');
});

test('files can be opened and dropped, and a file that is not UTF-8 gives an error', async () => {
  await page.goto(server.url);
  await waitUntilDrawn(page);
  await page.setInputFiles('#file', { name: 'sprint.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${TRICKY}`) });
  await page.waitForFunction(() => /CSV/.test(document.querySelector('#state').textContent));
  await waitUntilDrawn(page);
  assertSameBytes((await downloadFrom(page, '#png')).bytes, drawNative(TRICKY, 'png'));
  await page.setInputFiles('#file', { name: 'latin.csv', mimeType: 'text/csv', buffer: Buffer.from(TRICKY.replace('🔥', 'ü'), 'latin1') });
  await waitUntilDrawn(page, 'bad');
  assert.match(await page.locator('#state').textContent(), /^Line 1.*the byte 0xFC/);
  await page.evaluate(text => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'late.json'));
    for (const type of ['dragover', 'drop']) document.querySelector('#editor').dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, readExample('late.json'));
  await page.waitForFunction(() => /Kolkata/.test(document.querySelector('#state').textContent));
  await waitUntilDrawn(page);
  assertSameBytes((await downloadFrom(page, '#png')).bytes, drawNative(readExample('late.json'), 'png'));
});

/** Sends a request to `emberline serve`; returns the bytes of the response. */
async function requestFromService(request) {
  const child = spawn(EMBERLINE, ['serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const address = await new Promise((found, failed) => {
      let output = '';
      child.stderr.on('data', part => {
        output += part;
        const match = /(http:\/\/\S+)\n/.exec(output);
        if (match) found(match[1]);
      });
      child.on('exit', () => failed(new Error(output)));
    });
    const answer = await fetch(`${address}/render`, { method: 'POST', body: request, headers: { 'content-type': 'application/json' } });
    assert.equal(answer.status, 200, request);
    return Buffer.from(await answer.arrayBuffer());
  } finally {
    child.kill();
  }
}
