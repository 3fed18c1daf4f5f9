// Lists the pictures of the tests: each sprint and each kind of the fixtures in both themes and every preset, each tracker's answer, each
// Chart.js configuration with text and with outlines, and each configuration with functions.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(root, 'tests/fixtures');

const number = words => Number(words[0]);
const text = words => words[0];
/** The option for each flag of the command line, and a function that converts the words after the flag to its value. */
const FLAGS = {
  '--as-of': ['as_of', text],
  '--time-zone': ['time_zone', text],
  '--working-days': ['working_days', words => words[0].split(',')],
  '--holidays': ['holidays', words => words[0].split(',')],
  '--day-border': ['day_border', text],
  '--planning-until': ['planning_until', text],
  '--name': ['name', text],
  '--start': ['start', text],
  '--end': ['end', text],
  '--unit': ['unit', text],
  '--partial': ['partial', words => words.length === 0 || words[0] === 'true'],
  '--subtasks': ['subtasks', words => words.length === 0 || words[0] === 'true'],
  '--lowered-estimates': ['lowered_estimates', text],
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

/** Returns `{ name, file, text, flags, options }` of each picture. `themes` and `presets` are those of the schema of options. */
export function pictures(themes, presets) {
  const looks = themes.flatMap(theme => presets.map(preset => ({ '--theme': [theme], '--preset': [preset] })));
  return ['burndown', 'kinds'].flatMap(folder => picturesOfFolder(folder, looks));
}

export function answers() {
  const trackers = readdirSync(join(fixtures, 'trackers'));
  return trackers.flatMap(tracker => picturesOfFolder(join('trackers', tracker), [{}]));
}

export function charts() {
  return picturesOfFolder('chartjs', [{}, { '--text': ['outline'], '--scale': ['2'] }]);
}

/** Returns a small picture of each configuration with functions of the differential tests. */
export function functions() {
  const folder = join(root, 'tests/differential/configs');
  const flags = { '--width': ['320'], '--height': ['200'] };
  return readdirSync(folder, { recursive: true })
    .filter(path => path.endsWith('.js'))
    .sort()
    .map(path => pictureOf(join(folder, path), flags));
}

/** Returns the pictures of a folder of fixtures: each valid input with its own flags and with each of `variants`. */
function picturesOfFolder(folder, variants) {
  const inputs = readdirSync(join(fixtures, folder)).filter(file => /\.(json|csv)$/.test(file)).sort();
  return inputs.flatMap(input => {
    const file = join(fixtures, folder, input);
    const beside = ending => file.replace(/\.\w+$/, ending);
    const own = readFlags(beside('.args'));
    // The package takes texts, so that it never sees UTF-16.
    if (readFileSync(file).includes(0)) return [];
    // Only the command line can read several files together.
    const refused = existsSync(beside('.error')) && !existsSync(beside('.describe'));
    if (refused || '--with' in own) return [];
    return variants.map(variant => {
      const flags = { ...own, ...variant };
      return pictureOf(file, flags);
    });
  });
}

function pictureOf(file, flags) {
  return { name: parse(file).name, file, text: readFileSync(file, 'utf8'), flags: flagWords(flags), options: optionsFromFlags(flags) };
}

function readFlags(file) {
  const flags = {};
  let values = [];
  for (const word of existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/).filter(Boolean) : []) {
    if (word.startsWith('--')) flags[word] = values = [];
    else values.push(word);
  }
  // The browser's build cannot embed fonts, because it has no font subsetter.
  delete flags['--embed-font'];
  return flags;
}

function flagWords(flags) {
  return Object.entries(flags).flat(2);
}

function optionsFromFlags(flags) {
  return Object.fromEntries(
    Object.entries(flags).map(([flag, values]) => {
      const [name, read] = FLAGS[flag] ?? throwUnknownFlag(flag);
      return [name, read(values)];
    }),
  );
}

function throwUnknownFlag(flag) {
  throw new Error(`FLAGS has no entry for ${flag}`);
}
