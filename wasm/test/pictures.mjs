// Every picture that must be the same everywhere: each sprint of the fixtures, in both themes and every preset, each kind likewise, each
// tracker's answer, and each Chart.js configuration, with text and with outlines.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(root, 'tests/fixtures');

const number = words => Number(words[0]);
const text = words => words[0];
/** Flags of the command line: the option of the same meaning, and what it is there. */
const FLAGS = {
  '--as-of': ['as_of', text],
  '--time-zone': ['time_zone', text],
  '--name': ['name', text],
  '--start': ['start', text],
  '--end': ['end', text],
  '--unit': ['unit', text],
  '--estimate-field': ['estimate_field', text],
  '--done': ['done', words => words[0].split(',')],
  '--sprint': ['sprint', text],
  '--kind': ['kind', text],
  '--since': ['since', text],
  '--ideal': ['ideal', text],
  '--history': ['history', files => files.map(file => JSON.parse(readFileSync(join(root, file), 'utf8')))],
  '--lang': ['lang', text],
  '--text': ['text', text],
  '--theme': ['theme', text],
  '--preset': ['preset', text],
  '--compression': ['compression', text],
  '--width': ['width', number],
  '--height': ['height', number],
  '--scale': ['scale', number],
};

/** `{ name, file, text, flags, options }` of each picture; `themes` and `presets` as the schema of options has them. */
export function pictures(themes, presets) {
  const looks = themes.flatMap(theme => presets.map(preset => ({ '--theme': [theme], '--preset': [preset] })));
  return ['burndown', 'kinds'].flatMap(folder => inFolder(folder, looks));
}

export function answers() {
  const trackers = readdirSync(join(fixtures, 'trackers'));
  return trackers.flatMap(tracker => inFolder(join('trackers', tracker), [{}]));
}

export function charts() {
  return inFolder('chartjs', [{}, { '--text': ['outline'], '--scale': ['2'] }]);
}

/// Each input of a folder of fixtures that can be read, with each of some flags besides its own.
function inFolder(folder, variants) {
  const inputs = readdirSync(join(fixtures, folder)).filter(file => /\.(json|csv)$/.test(file)).sort();
  return inputs.flatMap(input => {
    const file = join(fixtures, folder, input);
    const beside = ending => file.replace(/\.\w+$/, ending);
    const own = ownFlags(beside('.args'));
    // Files that are read together are the command line's.
    const refused = existsSync(beside('.error')) && !existsSync(beside('.describe'));
    if (refused || '--with' in own) return [];
    return variants.map(variant => {
      const flags = { ...own, ...variant };
      return { name: parse(file).name, file, text: readFileSync(file, 'utf8'), flags: words(flags), options: options(flags) };
    });
  });
}

function ownFlags(file) {
  const flags = {};
  let values = [];
  for (const word of existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/).filter(Boolean) : []) {
    if (word.startsWith('--')) flags[word] = values = [];
    else values.push(word);
  }
  // The glyphs inside an SVG: the browser's build has no font subsetter.
  delete flags['--embed-font'];
  return flags;
}

function words(flags) {
  return Object.entries(flags).flat(2);
}

function options(flags) {
  return Object.fromEntries(
    Object.entries(flags).map(([flag, values]) => {
      const [name, read] = FLAGS[flag] ?? unknown(flag);
      return [name, read(values)];
    }),
  );
}

function unknown(flag) {
  throw new Error(`${flag} has no place in FLAGS`);
}
