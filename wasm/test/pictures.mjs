// Every picture that must be the same everywhere: each sprint of the fixtures, in both themes and every preset, and each
// Chart.js configuration, with text and with outlines.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command line's flags, and what they are in options. */
const FLAGS = {
  '--lang': ['lang', String],
  '--text': ['text', String],
  '--theme': ['theme', String],
  '--preset': ['preset', String],
  '--compression': ['compression', String],
  '--width': ['width', Number],
  '--height': ['height', Number],
  '--scale': ['scale', Number],
};

/** `{ name, file, text, options }` of each picture; `themes` and `presets` as the schema of options has them. */
export function pictures(themes, presets) {
  const looks = themes.flatMap(theme => presets.map(preset => ({ theme, preset })));
  return inFolder('burndown', looks);
}

export function charts() {
  return inFolder('chartjs', [{}, { text: 'outline', scale: 2 }]);
}

/// Each input of a folder of fixtures with each of some options besides its own.
function inFolder(name, variants) {
  const folder = join(root, 'tests/fixtures', name);
  const inputs = readdirSync(folder).filter(file => /\.(json|csv)$/.test(file)).sort();
  return inputs.flatMap(input => {
    const file = join(folder, input);
    const text = readFileSync(file, 'utf8');
    const own = ownOptions(file.replace(/\.\w+$/, '.args'));
    return variants.map(options => ({ name: parse(file).name, file, text, options: { ...own, ...options } }));
  });
}

/** The same options as flags. */
export function flags(options) {
  return Object.entries(FLAGS).flatMap(([flag, [name]]) => (name in options ? [flag, `${options[name]}`] : []));
}

function ownOptions(file) {
  const words = existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/).filter(Boolean) : [];
  const options = {};
  while (words.length) {
    const flag = words.shift();
    // The glyphs inside an SVG: the browser's build has no font subsetter.
    if (flag === '--embed-font') continue;
    if (!FLAGS[flag]) throw new Error(`${file}: ${flag} has no place in FLAGS`);
    const [name, type] = FLAGS[flag];
    options[name] = type(words.shift());
  }
  return options;
}
