// The page in Debian's Chromium, with a fresh profile; everything it complains about is kept.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as browser from '../../test/browser.mjs';

const SHOTS = fileURLToPath(new URL('shots', import.meta.url));

/** Opens `url`; `settings` are those of a browser context, such as `viewport` and `colorScheme`. */
export async function open(url, settings = {}) {
  const { context, page, errors, close } = await browser.open({
    viewport: { width: 1440, height: 1000 },
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
    ...settings,
  });
  const origin = new URL(url).origin;
  context.on('request', request => {
    if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin) errors.push(`foreign request: ${request.url()}`);
  });
  await page.addInitScript(keepSvg);
  await page.goto(url);
  return { page, context, close: () => close().then(() => assert.deepEqual(errors, [])) };
}

/** Waits until the picture is that of the text and the options. */
export async function drawn(page, state = 'good') {
  await page.waitForFunction(
    wanted => document.querySelector('#hero').dataset.state === wanted && document.querySelector('#hero').ariaBusy === 'false',
    state,
  );
}

/// The shown picture is a blob, which the page's policy lets nobody fetch.
function keepSvg() {
  const create = URL.createObjectURL;
  URL.createObjectURL = blob => {
    if (blob.type === 'image/svg+xml') {
      window.shownSvg = blob;
      window.firstSvgAt ??= performance.now();
    }
    return create.call(URL, blob);
  };
}

/** The SVG that the page shows. */
export function shownSvg(page) {
  return page.evaluate(() => window.shownSvg.text());
}

/** The bytes that a click downloads, and under which name. */
export async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** What a click on a button writes to the clipboard. */
export async function copied(page, button) {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.click(button);
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Puts a text into the editor as a user would paste it. */
export async function enter(page, text) {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+A');
  if (text) await page.evaluate(text => navigator.clipboard.writeText(text), text);
  await page.keyboard.press(text ? 'Control+V' : 'Delete');
}

export async function shot(page, name) {
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
