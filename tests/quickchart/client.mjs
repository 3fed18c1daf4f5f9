// QuickChart's client for JavaScript against the server of the argument. Prints the number of checks that passed.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [server, modules] = process.argv.slice(2);
const QuickChart = createRequire(join(modules, 'package.json'))('quickchart-js');

const CONFIG = {
  type: 'bar',
  data: { labels: ['Hello world', 'Foo + bar'], datasets: [{ label: "Foo's", data: [1, 2] }] },
};
const OLD_TITLE = { ...CONFIG, options: { title: { display: true, text: 'Only in version 2' } } };

// The client asks for short addresses only if its host is QuickChart's, so its base address is replaced instead.
class LocalChart extends QuickChart {
  getBaseUrl() {
    return server;
  }
}

const makeChart = (config = CONFIG) => new LocalChart().setConfig(config);
const fetchBytes = async (url) => {
  const response = await fetch(url);
  assert.equal(response.status, 200, response.headers.get('x-quickchart-error') ?? '');
  return Buffer.from(await response.arrayBuffer());
};
const pngSize = (bytes) => {
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

const checks = {
  'the host and the scheme lead to the server': async () => {
    const { host } = new URL(server);
    const url = new QuickChart().setConfig(CONFIG).setHost(host).setScheme('http').getUrl();
    // The client leaves a ratio of 1 out of the address, so QuickChart's default of 2 applies.
    assert.deepEqual(pngSize(await fetchBytes(url)), [1000, 600]);
  },
  'an address and a body give the same picture': async () => {
    const chart = makeChart().setWidth(320).setHeight(160).setDevicePixelRatio(1.5);
    const bytes = await chart.toBinary();
    assert.deepEqual(pngSize(bytes), [480, 240]);
    assert.deepEqual(await fetchBytes(chart.getUrl()), bytes);
  },
  'a file has the picture': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quickchart-'));
    await makeChart().toFile(join(folder, 'chart.png'));
    assert.deepEqual(pngSize(readFileSync(join(folder, 'chart.png'))), [500, 300]);
    rmSync(folder, { recursive: true });
  },
  'an SVG has the background and the label': async () => {
    const svg = (await makeChart().setFormat('svg').setBackgroundColor('#ffeedd').toBinary()).toString();
    assert.match(svg, /^<svg /);
    assert.match(svg, /#ffeedd/);
    assert.match(svg, /Foo \+ bar/);
  },
  'WebP and PDF have their signatures': async () => {
    assert.equal((await makeChart().setFormat('webp').toBinary()).subarray(8, 12).toString(), 'WEBP');
    assert.equal((await makeChart().setFormat('pdf').toBinary()).subarray(0, 5).toString(), '%PDF-');
  },
  'a data address has the picture': async () => {
    assert.match(await makeChart().toDataUrl(), /^data:image\/png;base64,iVBOR/);
  },
  'the version decides how the configuration is read': async () => {
    const svg = async (version) => (await makeChart(OLD_TITLE).setFormat('svg').setVersion(version).toBinary()).toString();
    assert.match(await svg('2.9.4'), /Only in version 2/);
    assert.doesNotMatch(await svg('4'), />Only in version 2</);
  },
  'a text with a JavaScript literal is read': async () => {
    const literal = "{ type: 'pie', data: { labels: ['a', 'b'], datasets: [{ data: [1, 2], }] } }";
    assert.deepEqual(pngSize(await makeChart(literal).toBinary()), [500, 300]);
  },
  'a short address has the same bytes': async () => {
    const chart = makeChart().setWidth(300).setFormat('svg').setVersion('4');
    const url = await chart.getShortUrl();
    assert.ok(url.startsWith(`${server}/chart/render/`), url);
    assert.ok(url.length < 80, url);
    assert.deepEqual(await fetchBytes(url), await chart.toBinary());
  },
  'errors carry what was found and how to correct it': async () => {
    const chart = makeChart({ ...CONFIG, type: 'bra' });
    const expected = /chart\.type: found "bra".*did you mean "bar"/s;
    await assert.rejects(chart.toBinary(), expected);
    await assert.rejects(chart.getShortUrl(), expected);
  },
};

for (const [name, check] of Object.entries(checks)) {
  await check();
  console.error(`ok javascript: ${name}`);
}
console.log(Object.keys(checks).length);
