// Opens the page in Debian's Chromium with a new profile, and operates it. Errors of the page fail the test at the end.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as browser from '../../test/browser.mjs';

const SHOTS = fileURLToPath(new URL('shots', import.meta.url));

/** Opens the page at `url`. `settings` are those of a browser context, such as `viewport` and `colorScheme`. */
export async function openPage(url, settings = {}) {
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

/** Waits until the picture belongs to the current text and options, and until the page has a state. */
export async function waitUntilDrawn(page, state = 'good') {
  await page.waitForFunction(
    wanted => document.querySelector('#hero').dataset.state === wanted && document.querySelector('#hero').ariaBusy === 'false',
    state,
  );
}

/** Keeps the SVG of the visible picture. It is a blob, which cannot be fetched because of the page's security policy. */
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

/** Returns the SVG that the page shows. */
export function shownSvg(page) {
  return page.evaluate(() => window.shownSvg.text());
}

/** Clicks a button; returns the name and the bytes of the download. */
export async function downloadFrom(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Clicks a button; returns the text that it writes to the clipboard. */
export async function copyFrom(page, button) {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.click(button);
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Pastes a text into the editor as a user does. */
export async function pasteText(page, text) {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+A');
  if (text) await page.evaluate(text => navigator.clipboard.writeText(text), text);
  await page.keyboard.press(text ? 'Control+V' : 'Delete');
}

export async function saveScreenshot(page, name) {
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
