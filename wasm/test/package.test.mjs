// Tests of the package as users install it: sizes, types, a bundler, a worker and the example of the README.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { open, serve } from './browser.mjs';
import { root } from './pictures.mjs';

const pkg = fileURLToPath(new URL('../pkg', import.meta.url));
const right = readFileSync(join(root, 'tests/fixtures/burndown/items.svg'), 'utf8');
const emoji = readFileSync(join(root, 'tests/fixtures/burndown/name-emoji.json'), 'utf8');
/** Maximal sizes in bytes. A first load needs the first module; the others are fetched on demand, and their limits are a few percent above
 * their current sizes. */
const MAX_CODE = {
  'emberline.wasm': { raw: 1_610_000, compressed: 700_000 },
  'whole.wasm': { raw: 3_200_000, compressed: 1_080_000 },
  'functions.wasm': { raw: 4_900_000, compressed: 1_540_000 },
  'raster.wasm': { raw: 1_590_000, compressed: 510_000 },
};
const MAX_FIRST_LOAD = 1_000_000;
const RARE = /Emoji|Arabic|Hebrew|InterTabular-Bold|raster|whole|functions/;

/** A folder in which the package is installed as npm does. */
const app = mkdtempSync(join(tmpdir(), 'emberline-app-'));
mkdirSync(join(app, 'node_modules'));
cpSync(pkg, join(app, 'node_modules/emberline'), { recursive: true });
after(() => rmSync(app, { recursive: true }));

test('the code and a first load are small', () => {
  const size = file => {
    const bytes = readFileSync(join(pkg, file));
    return { raw: bytes.length, compressed: brotliCompressSync(bytes).length };
  };
  const code = size('emberline.wasm');
  const others = ['index.js', 'emberline.js', 'engine.js', 'source.js', 'bindings.js', 'zones.dat', 'fonts/Inter-Regular.ttf', 'fonts/Inter-Bold.ttf', 'fonts/InterTabular-Regular.ttf'];
  const first = others.map(file => size(file).compressed).reduce((sum, bytes) => sum + bytes, code.compressed);
  console.log(`first load: ${first} bytes compressed`);
  for (const [file, most] of Object.entries(MAX_CODE)) {
    const { raw, compressed } = size(file);
    console.log(`${file}: ${raw} bytes, ${compressed} compressed`);
    assert.ok(raw <= most.raw && compressed <= most.compressed, file);
  }
  assert.ok(first <= MAX_FIRST_LOAD, 'the first load is too large');
});

test('the types accept valid calls and refuse invalid ones', () => {
  const tsc = fileURLToPath(new URL('../node_modules/.bin/tsc', import.meta.url));
  const project = fileURLToPath(new URL('./types', import.meta.url));
  try {
    execFileSync(tsc, ['--project', project], { encoding: 'utf8' });
  } catch (error) {
    assert.fail(error.stdout);
  }
});

test('the package can be imported by its name in node', () => {
  const code = `import { renderSvg } from 'emberline';
    import { readFileSync } from 'node:fs';
    process.stdout.write(await renderSvg(readFileSync(${JSON.stringify(join(root, 'tests/fixtures/burndown/items.json'))}, 'utf8')));`;
  writeFileSync(join(app, 'node.mjs'), code);
  assert.equal(execFileSync(process.execPath, ['node.mjs'], { cwd: app, encoding: 'utf8' }), right);
});

test('a Vite build draws in a worker, and fetches rare files only for inputs that need them', async t => {
  const input = readFileSync(join(root, 'tests/fixtures/burndown/items.json'), 'utf8');
  writeFileSync(join(app, 'index.html'), '<!doctype html><link rel=icon href=data:,><script type=module src=./main.js></script>');
  writeFileSync(
    join(app, 'main.js'),
    `const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
     window.draw = input => new Promise(done => { worker.onmessage = event => done(event.data); worker.postMessage(input); });`,
  );
  writeFileSync(
    join(app, 'worker.js'),
    `import { renderSvg } from 'emberline';
     onmessage = async event => postMessage(await renderSvg(event.data).catch(error => ({ ...error, message: error.message })));`,
  );
  await build({ root: app, logLevel: 'warn', worker: { format: 'es' }, build: { target: 'es2022' } });
  const { browser, server } = await openFolder(t, join(app, 'dist'));
  await browser.page.waitForFunction('window.draw');
  assert.equal(await browser.page.evaluate(input => window.draw(input), input), right);
  assert.deepEqual(server.asked.filter(path => RARE.test(path)), []);
  assert.match(await browser.page.evaluate(input => window.draw(input), emoji), /Noto Emoji/);
  assert.equal(server.asked.filter(path => RARE.test(path)).length, 1);
  const answer = readFileSync(join(root, 'tests/fixtures/trackers/taiga/milestone.json'), 'utf8');
  for (let time = 0; time < 2; time++) assert.match(await browser.page.evaluate(input => window.draw(input), answer), /^<svg /);
  assert.equal(server.asked.filter(path => /whole-[^/]*wasm$/.test(path)).length, 1);
  const { code, path, message } = await browser.page.evaluate(input => window.draw(input), '{"days": 7}');
  assert.deepEqual([code, path, typeof message], ['InvalidInput', 'days', 'string']);
  assert.deepEqual(browser.errors, []);
});

test("the README's example shows its picture", async t => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, html] = /## In your page[^]*?```html\n([^]*?)```/.exec(readme) ?? assert.fail('the README has no example');
  assert.ok(html.trim().split('\n').length <= 12, 'the example has more than 12 lines');
  writeFileSync(join(app, 'index.html'), html);
  const { browser } = await openFolder(t, app);
  await browser.page.waitForSelector('svg[role=img]');
  assert.deepEqual(browser.errors, []);
});

async function openFolder(t, folder) {
  const server = await serve(folder);
  const browser = await open();
  t.after(() => browser.close().then(server.close));
  await browser.page.goto(`${server.url}/`);
  return { browser, server };
}
