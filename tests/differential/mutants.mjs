// Random variations of the configurations of the list. A mutant is a changed text, so that numbers inside of functions
// vary too. Its name is its configuration's and a number, and decides what is changed: the same name, the same mutant.
import { createHash } from 'node:crypto';

/** Groups of values of which one may stand for another. */
const EXCHANGEABLE = [
  ['bar', 'line'],
  ['doughnut', 'pie', 'polarArea'],
  ['scatter', 'bubble', 'line'],
  ['top', 'bottom', 'left', 'right'],
  ['start', 'center', 'end'],
  ['circle', 'rect', 'rectRot', 'rectRounded', 'triangle', 'cross', 'crossRot', 'star', 'dash'],
  ['crimson', 'teal', 'orange', 'navy', 'gold', 'rgba(0, 128, 255, 0.4)', '#4bc0c0', '#36a2eb80'],
  ['linear', 'logarithmic'],
  ['line', 'box', 'ellipse', 'point', 'polygon', 'label'],
];

/** Options that a mutant may get in addition. */
const OPTIONS = [
  "indexAxis: 'y',",
  'layout: { padding: 14 },',
  'elements: { point: { radius: 6 }, bar: { borderWidth: 2 } },',
  "elements: { line: { tension: 0.4, fill: 'origin' } },",
  'font: { size: 15 },',
  "color: 'purple',",
  "borderColor: 'teal',",
  'aspectRatio: 1,',
  'rotation: 40,',
  'circumference: 200,',
  "cutout: '70%',",
  'spanGaps: true,',
  'showLine: true,',
];

/** Options that the first dataset of a mutant may get in addition. */
const DATASET_OPTIONS = [
  'borderWidth: 4,',
  "borderColor: 'black',",
  'fill: true,',
  'tension: 0.4,',
  'stepped: true,',
  'pointRadius: 7,',
  "pointStyle: 'rectRot',",
  'borderDash: [6, 3],',
  'barPercentage: 0.5,',
  'borderRadius: 8,',
  'hidden: true,',
  'order: 5,',
  "cubicInterpolationMode: 'monotone',",
  'showLine: false,',
  'spacing: 6,',
  'offset: 10,',
];

/** The largest number of changes of one mutant. */
const MAX_CHANGES = 4;

/** Yields mutants without end: the first of each configuration, then the second of each, and so on. */
export function* generateMutants(cases) {
  for (let round = 1; ; round += 1) {
    for (const original of cases) {
      const name = `${original.name}#${round}`;
      const text = mutateText(original.text, randomNumbers(name));
      if (text !== original.text) {
        yield { ...original, name, text };
      }
    }
  }
}

/** Returns a function that returns whole numbers below a limit, the same ones for the same seed. */
function randomNumbers(seed) {
  let state = createHash('sha256').update(seed).digest().readUInt32LE();
  return (limit) => {
    // This is mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function mutateText(original, random) {
  let text = original;
  const changes = 1 + random(MAX_CHANGES);
  for (let change = 0; change < changes; change += 1) {
    const kind = random(8);
    if (kind === 0) text = insertAfter(text, /\boptions: \{/, pick(OPTIONS, random));
    else if (kind === 1) text = insertAfter(text, /\bdatasets: \[\s*\{/, pick(DATASET_OPTIONS, random));
    else text = changeToken(text, random);
  }
  return text;
}

const pick = (list, random) => list[random(list.length)];

function insertAfter(text, place, inserted) {
  return text.replace(place, (found) => `${found} ${inserted}`);
}

/** Comments, templates and regular expressions are matched to be passed over; the groups are a text and a number. */
const TOKENS =
  /\/\/.*|\/\*[^]*?\*\/|`[^`]*`|(?<=[=(,:!&|?]\s*)\/(?:\\.|\[[^\]]*\]|[^/\\\n])+\/[a-z]*|'((?:\\.|[^'\\\n])*)'|"(?:\\.|[^"\\\n])*"|(?<![\w$.#])(\d+(?:\.\d+)?)(?![\w.])|\b(?:true|false)\b/g;

/** Replaces one number, switch or name by another one. */
function changeToken(text, random) {
  const tokens = [...text.matchAll(TOKENS)]
    .map((match) => ({ match, choices: choicesFor(match) }))
    .filter(({ choices }) => choices.length > 0);
  if (tokens.length === 0) {
    return text;
  }
  const { match, choices } = pick(tokens, random);
  const end = match.index + match[0].length;
  return text.slice(0, match.index) + pick(choices, random) + text.slice(end);
}

function choicesFor({ 0: token, 1: string, 2: number, index, input }) {
  const before = input.slice(Math.max(0, index - 2), index);
  if (number !== undefined) {
    const value = Number(number);
    const varied = [value * 2, value / 2, value + 1, value * 1.3, 0];
    // Only the numbers of a list may become negative: nobody writes a negative width or size.
    if (/[[,]\s*$/.test(before)) varied.push(-value);
    return varied.filter((other) => other !== value).map((other) => String(Number(other.toPrecision(4))));
  }
  if (string !== undefined) {
    const group = EXCHANGEABLE.find((names) => names.includes(string)) ?? [];
    return group.filter((other) => other !== string).map((other) => `'${other}'`);
  }
  return { true: ['false'], false: ['true'] }[token] ?? [];
}
