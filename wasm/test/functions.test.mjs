// Chart.js configurations with functions: the module that runs them, functions of objects, and packages that run none.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { describe, init, renderPng, renderSvg, warnings } from '../pkg/node.js';
import { root } from './pictures.mjs';

const SCRIPTS = [
  "{ type: 'bar', data: { labels: ['a'], datasets: [{ data: [3], backgroundColor: () => 'red' }] } }",
  "// votes\n{ type: 'bar', data: { labels: ['a'], datasets: [{ data: [1 + 2] }] } }",
  "const data = [3];\nmodule.exports = { type: 'bar', data: { labels: ['a'], datasets: [{ data }] } };",
];
/** The line of the first thing that is no data. */
const LINES = [1, 2, 1];

const chart = (ticks, others) => ({
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'Votes', data: [3, 7] }] },
  options: { scales: { y: { ticks } }, ...others },
});
const texts = svg => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

/** Runs code in a node of its own, where nothing of the package is loaded, and returns the JSON that it prints. */
function runAlone(code) {
  const url = new URL('../pkg/node.js', import.meta.url).href;
  const script = `import { describe, init, renderSvg, warnings } from ${JSON.stringify(url)};\n${code}`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', timeout: 60_000 }));
}

test('a script needs the module that runs functions, and the first picture fetches it', async () => {
  await init({ whole: true });
  for (const [index, script] of SCRIPTS.entries()) {
    assert.throws(() => describe(script), { code: 'MissingReader', line: LINES[index], files: ['functions.wasm'] });
  }
  for (const script of SCRIPTS) {
    assert.match(await renderSvg(script), /^<svg /);
    assert.deepEqual([...(await renderPng(script)).subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.match(describe(script).alt_text, /1 value/);
    assert.deepEqual(warnings(script), []);
  }
});

test('functions of an object run: arrow functions, functions and methods', async () => {
  const written = {
    arrow: value => `$${value}`,
    expression: function (value) {
      return `$${value}`;
    },
    method(value) {
      return `$${value}`;
    },
  };
  for (const callback of Object.values(written)) assert.ok(texts(await renderSvg(chart({ callback }))).includes('$7'), `${callback}`);
  const colors = { ...chart({}), data: { labels: ['a'], datasets: [{ data: [3], backgroundColor: ['blue', () => 'red'] }] } };
  assert.match(await renderSvg(colors), /^<svg /, 'a function in a list');
});

test('functions of a screen are left out', async () => {
  const outer = 'unknown to a sandbox';
  const onScreen = { onClick: () => outer, animation: { onComplete: () => outer }, plugins: { tooltip: { callbacks: { label: () => outer } } } };
  assert.equal(await renderSvg(chart({}, onScreen)), await renderSvg(chart({})));
});

test('a function that fails is an error at its place', async () => {
  const outer = 'unknown to a sandbox';
  const path = 'options.scales.y.ticks.callback';
  await assert.rejects(renderSvg(chart({ callback: value => value + outer })), { code: 'InvalidInput', path, message: /outer is not defined/ });
  await assert.rejects(renderSvg(chart({ callback: String })), { code: 'InvalidInput', path, remedy: 'write value => String(value)' });
  assert.throws(() => warnings(chart({ callback: String })), { path });
  assert.match(await renderSvg(SCRIPTS[0]), /^<svg /);
});

test('a call without effect gives a warning', async () => {
  const plugin = { beforeDraw: ({ ctx }) => (ctx.filter = 'blur(2px)') };
  assert.deepEqual(warnings({ ...chart({}), plugins: [plugin] }), ['canvas: filter has no effect']);
});

test('without functions, a script is an error and an object is drawn without them', () => {
  const [refused, drawn, found] = runAlone(`
    await init({ functions: false });
    const object = ${JSON.stringify(chart({}))};
    const plain = await renderSvg(object);
    object.options.scales.y.ticks.callback = value => '$' + value;
    const refused = await renderSvg(${JSON.stringify(SCRIPTS[1])}).catch(error => error);
    console.log(JSON.stringify([{ ...refused, message: refused.message }, plain === (await renderSvg(object)), warnings(object)]));`);
  assert.deepEqual([refused.code, refused.line, refused.files], ['InvalidInput', 2, undefined]);
  assert.match(refused.message, /init\(\{ functions: true \}\)/);
  assert.equal(drawn, true);
  assert.match(found.join(), /^options\.scales\.y\.ticks\.callback: a function/);
});

test('numbers of another language need the module that runs functions', () => {
  const [refused, drawn] = runAlone(`
    await init({ whole: true });
    const object = ${JSON.stringify(chart({}, { locale: 'de' }))};
    object.data.datasets[0].data = [1500, 2500];
    let refused;
    try { describe(object); } catch (error) { refused = error; }
    console.log(JSON.stringify([refused, await renderSvg(object)]));`);
  assert.deepEqual([refused.code, refused.path, refused.files], ['MissingReader', 'options.locale', ['functions.wasm']]);
  assert.ok(texts(drawn).includes('2.500'), `${texts(drawn)}`);
});

test('an object with functions loads their module alone', () => {
  const loaded = runAlone(`
    import { readFile } from 'node:fs/promises';
    const loaded = [];
    const load = file => loaded.push(file) && readFile(new URL((file.endsWith('.ttf') ? 'fonts/' : '') + file, ${JSON.stringify(new URL('../pkg/', import.meta.url).href)}));
    await init({ load, functions: true });
    const data = { datasets: [{ data: [3], backgroundColor: () => 'red' }] };
    await renderSvg({ type: 'bar', data });
    console.log(JSON.stringify(loaded));`);
  assert.deepEqual(loaded.filter(file => file.endsWith('.wasm')), ['functions.wasm']);
});

test('an attack ends in an error or in a harmless picture, and the next picture is right', async () => {
  const { plain, places, attacks } = JSON.parse(readFileSync(join(root, 'tests/script/attacks.json'), 'utf8'));
  const right = await renderSvg(plain);
  for (const { name, at, code, errors, picture } of attacks) {
    const script = places[at].replace('ATTACK', () => code);
    const [drawn, message] = await renderSvg(script).then(svg => [svg], error => [undefined, error.message]);
    if (errors) assert.ok([...errors, 'MAX_SCRIPT_STACK'].some(text => message?.includes(text)), `${name}: ${message}`);
    else assert.equal(drawn === right, picture === 'plain', `${name}: ${message}`);
    assert.equal(await renderSvg(plain), right, `after ${name}`);
  }
});
