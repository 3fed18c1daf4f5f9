// Measures the built package in Debian's Chromium, beside resvg's own package rasterising our SVG and Chart.js drawing its
// version of the same chart on a canvas. Needs wasm/pkg (build.sh); prints a table. No test: figures depend on the machine.
//   node wasm/bench/run.mjs
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open, serve } from '../test/browser.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(process.env.EMBERLINE_CACHE ?? join(homedir(), '.cache/emberline'), 'wasm-bench');
mkdirSync(folder, { recursive: true });
cpSync(join(here, 'package.json'), join(folder, 'package.json'));
execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
rmSync(join(folder, 'pkg'), { recursive: true, force: true });
cpSync(join(here, '../pkg'), join(folder, 'pkg'), { recursive: true });

const data = join(here, '../../benches/peers');
const sprint = readFileSync(join(data, 'burndown.sprint.json'), 'utf8');
const config = JSON.parse(readFileSync(join(data, 'burndown.chartjs.json'), 'utf8'));
const server = await serve(folder, { '/': '<!doctype html><link rel=icon href=data:,>' });
/** Fresh profiles for what happens once in a page. */
const COLD = 7;

const first = [];
const before = loadavg()[0];
for (let i = 0; i < COLD; i++) {
  const browser = await open();
  await browser.page.goto(server.url);
  first.push(await browser.page.evaluate(firstPictures, sprint));
  await browser.close();
}
const browser = await open();
await browser.page.goto(server.url);
await browser.page.addScriptTag({ url: '/node_modules/chart.js/dist/chart.umd.js' });
const warm = await browser.page.evaluate(warmPictures, { sprint, config });
await browser.close();
server.close();

const median = times => times.sort((a, b) => a - b)[times.length >> 1];
console.log(`Chromium ${browser.version}; ms, median`);
console.log(`load of the machine: ${before.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after`);
for (const name of Object.keys(first[0])) console.log(`${name} (${COLD} fresh profiles): ${median(first.map(times => times[name])).toFixed(0)}`);
for (const [name, times] of Object.entries(warm)) console.log(`${name} (${times.length}): ${median(times).toFixed(1)}`);

async function firstPictures(sprint) {
  const start = performance.now();
  const { renderPng, renderSvg } = await import('/pkg/index.js');
  document.body.innerHTML = await renderSvg(sprint);
  document.body.getBoundingClientRect();
  const svg = performance.now();
  await renderPng(sprint);
  const png = performance.now();
  return { 'first picture, from import to SVG in the page': svg - start, 'first PNG after it, with its module': png - svg };
}

async function warmPictures({ sprint, config }) {
  const { renderPng, renderSvg } = await import('/pkg/index.js');
  const times = async (count, draw) => {
    const taken = [];
    for (let i = -10; i < count; i++) {
      const start = performance.now();
      await draw(i);
      if (i >= 0) taken.push(performance.now() - start);
    }
    return taken;
  };
  // Another input each time, as at a key stroke.
  const typed = i => sprint.replace(/"name": *"/, `$&${i} `);
  const result = {};
  result['emberline: SVG'] = await times(200, i => renderSvg(typed(i)));
  result['emberline: SVG, put into the page'] = await times(200, async i => {
    document.body.innerHTML = await renderSvg(typed(i));
    document.body.getBoundingClientRect();
  });
  result['emberline: PNG, 1600 × 900'] = await times(50, i => renderPng(typed(i)));

  const resvg = await import('/node_modules/@resvg/resvg-wasm/index.mjs');
  await resvg.initWasm(fetch('/node_modules/@resvg/resvg-wasm/index_bg.wasm'));
  const files = ['Inter-Regular', 'Inter-Bold', 'InterTabular-Regular'].map(name => `/pkg/fonts/${name}.ttf`);
  const fontBuffers = await Promise.all(files.map(async file => new Uint8Array(await (await fetch(file)).arrayBuffer())));
  const svg = await renderSvg(sprint);
  const font = { fontBuffers, defaultFontFamily: 'Inter' };
  result['@resvg/resvg-wasm: our SVG to PNG'] = await times(30, () => new resvg.Resvg(svg, { font }).render().asPng());

  const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 900 });
  const drawn = () => new Chart(canvas, { ...config, options: { ...config.options, animation: false, responsive: false, devicePixelRatio: 1 } });
  result['Chart.js: on a canvas'] = await times(50, () => {
    const chart = drawn();
    // Until the pixels are there: a canvas may draw later.
    canvas.getContext('2d').getImageData(0, 0, 1, 1);
    chart.destroy();
  });
  result['Chart.js: canvas to PNG'] = await times(30, async () => {
    const chart = drawn();
    await new Promise(done => canvas.toBlob(done, 'image/png'));
    chart.destroy();
  });
  return result;
}
