// Compares Emberline with Chart.js 2.9.4: ticks, labels, colours and visible text of each configuration.
//   node run.mjs <emberline binary> <folder with node_modules> [name of a configuration]

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { colorParser } from './colors.mjs';
import { compare } from './compare.mjs';
import { InterFonts } from './fonts.mjs';
import { configText, hasFunctions } from './functions.mjs';
import { KNOWN_DIFFERENCES } from './known_differences.mjs';
import { drawWithChartJs, loadChartJs, summarize } from './oracle.mjs';
import { summarizeSvg } from './svg.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [emberline, modules, only] = process.argv.slice(2);
const size = { width: 500, height: 300 };

const library = loadChartJs(modules);
const fonts = new InterFonts(library.fontkit, join(here, '../../fonts'));
const parseColor = colorParser(modules);

const configs = {};
for (const file of readdirSync(join(here, 'configs')).sort()) {
  const { default: family } = await import(join(here, 'configs', file));
  for (const [name, config] of Object.entries(family)) {
    if (configs[name]) throw new Error(`two configurations are named ${name}`);
    if (!only || name === only) configs[name] = config;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'chartjs-v2-'));
const names = Object.keys(configs);
const differences = {};
try {
  const files = names.map((name) => join(folder, `${name}.${hasFunctions(configs[name]) ? 'js' : 'json'}`));
  for (const [index, name] of names.entries()) {
    const config = configs[name];
    writeFileSync(files[index], hasFunctions(config) ? `module.exports = ${configText(config)};\n` : JSON.stringify(config));
  }
  const flags = ['--from', 'chartjs', '--format', 'svg', '--width', String(size.width), '--height', String(size.height)];
  execFileSync(emberline, ['render', ...files, '--out-dir', folder, ...flags], { stdio: ['ignore', 'ignore', only ? 'inherit' : 'pipe'] });
  for (const name of names) {
    const drawn = drawWithChartJs(library, fonts, configs[name], size);
    const expected = summarize(drawn, parseColor);
    const found = summarizeSvg(readFileSync(join(folder, `${name}.svg`), 'utf8'), fonts, parseColor);
    differences[name] = compare(expected, found);
  }
} finally {
  rmSync(folder, { recursive: true });
}

let isWrong = false;
for (const name of names) {
  const known = KNOWN_DIFFERENCES[name];
  if (differences[name].length > 0 && !known) {
    isWrong = true;
    console.log(`${name}:`);
    for (const difference of differences[name]) console.log(`  ${difference}`);
  } else if (differences[name].length === 0 && known) {
    isWrong = true;
    console.log(`${name}: agrees now, but is listed as different (${known})`);
  }
}
const agreeing = names.filter((name) => differences[name].length === 0).length;
console.log(`chart.js 2.9.4: ${agreeing} of ${names.length} configurations agree`);
process.exit(isWrong ? 1 : 0);
