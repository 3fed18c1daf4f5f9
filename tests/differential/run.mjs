// Compares Emberline's pictures with those that Chart.js draws. `run.sh` installs what this needs and starts it.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { readCases } from './cases.mjs';
import { comparePictures, isBlank } from './compare.mjs';
import { generateMutants } from './mutants.mjs';
import { drawOurs } from './ours.mjs';
import { writePage } from './page.mjs';
import { drawReferences } from './references.mjs';
import { validateReferences } from './validate.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: 'string' },
    work: { type: 'string' },
    mutants: { type: 'string', default: '400' },
    only: { type: 'string', default: '' },
    // Draws the configurations without their functions, to see how the drawing alone differs.
    'without-functions': { type: 'boolean', default: false },
    // Draws Chart.js's own picture cases in a folder again, to check the references' drawing itself.
    validate: { type: 'string' },
    // Draws the references only, and checks the configurations themselves.
    check: { type: 'boolean', default: false },
  },
});
const folder = `${options.root}/tests/differential`;
const fonts = `${options.root}/fonts`;
const isPlain = options['without-functions'];
const known = isPlain ? {} : JSON.parse(fs.readFileSync(`${folder}/known.json`, 'utf8'));

/** Configurations that are given to `new Chart` or computed above it may have no function of Chart.js's. */
const mayLackFunctions = (name) => name.startsWith('scripts/');

/** Returns the reasons for which a configuration proves nothing. */
function complaintsAbout(wanted, answer) {
  if (answer.error) {
    return [`Chart.js fails: ${answer.error}`];
  }
  if (isPlain) {
    return [];
  }
  if (isBlank(answer.picture)) {
    return ['Chart.js draws nothing'];
  }
  if (mayLackFunctions(wanted.name)) {
    return [];
  }
  if (!answer.hasFunctions) {
    return ['there is no function'];
  }
  if (answer.plain && comparePictures(answer.picture, answer.plain, wanted).isEqual) {
    return ['the picture is the same without the functions'];
  }
  return [];
}

/** Returns the names in `known.json` that no configuration has any more. */
function staleNames(cases) {
  const names = new Set(cases.map(({ name }) => name));
  return Object.keys(known).filter((name) => !names.has(name.split('#')[0]));
}

/** Compares all drawable cases and returns a result for each. */
async function compareCases(cases, answers, workFolder) {
  const drawable = cases
    .map((wanted, index) => ({ ...wanted, answer: answers[index], plainText: answers[index].plainText }))
    .filter(({ answer }) => answer.picture && !isBlank(answer.picture));
  const pictures = await drawOurs(path.resolve(positionals[0]), drawable, workFolder);
  return drawable.map(({ answer, ...wanted }) => {
    const ours = pictures.get(wanted.name);
    const result = comparePictures(answer.picture, ours, wanted);
    return { wanted, reference: answer.picture, ours, known: known[wanted.name], ...result };
  });
}

/** Draws mutants until `count` can be compared. Those for which Chart.js fails or draws nothing are skipped. */
async function drawMutants(cases, count) {
  const mutants = [];
  const answers = [];
  let skipped = 0;
  const source = generateMutants(cases);
  while (mutants.length < count && skipped < count + 100) {
    const batch = Array.from({ length: Math.min(200, count - mutants.length) }, () => source.next().value);
    const drawn = await drawReferences(batch, { fonts, isPlain });
    for (const [index, answer] of drawn.entries()) {
      if (answer.error || isBlank(answer.picture)) {
        skipped += 1;
      } else {
        mutants.push(batch[index]);
        answers.push(answer);
      }
    }
  }
  return { mutants, answers, skipped };
}

/** Prints each result that is not as expected and returns their number. */
function reportResults(results) {
  let unexpected = 0;
  for (const { wanted, isEqual, explanation, known: reason } of results) {
    if (!isEqual) {
      console.log(`${reason ? 'known' : 'FAIL'}  ${wanted.name}: ${explanation}${reason ? ` (${reason})` : ''}`);
    } else if (reason) {
      console.log(`FAIL  ${wanted.name}: passes, but known.json says that it fails`);
    }
    unexpected += isEqual === Boolean(reason) ? 1 : 0;
  }
  return unexpected;
}

const countEqual = (results) => results.filter(({ isEqual }) => isEqual).length;
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ' ');
const seconds = () => `${Math.round(performance.now() / 1000)} s`;

async function main() {
  if (options.validate) {
    process.exitCode = (await validateReferences(options.validate, fonts)) ? 0 : 1;
    return;
  }
  // A script's changes of `Chart.defaults` and the gradients that it made are lost with its functions.
  const isWanted = ({ name }) => name.includes(options.only) && !(isPlain && name.startsWith('scripts/'));
  const cases = readCases(`${folder}/configs`).filter(isWanted);
  let failures = 0;
  for (const name of options.only || isPlain ? [] : staleNames(cases)) {
    console.log(`FAIL  ${name}: known.json names a configuration that is not there`);
    failures += 1;
  }
  const answers = await drawReferences(cases, { fonts, isPlain, isChecked: !isPlain });
  for (const [index, wanted] of cases.entries()) {
    for (const complaint of complaintsAbout(wanted, answers[index])) {
      console.log(`FAIL  ${wanted.name}: ${complaint}`);
      failures += 1;
    }
  }
  console.log(`${cases.length} references (${seconds()})`);
  if (options.check) {
    process.exitCode = failures > 0 ? 1 : 0;
    return;
  }
  const results = await compareCases(cases, answers, `${options.work}/configs`);
  failures += reportResults(results);
  console.log(`${results.length} configurations (${seconds()})`);

  const { mutants, answers: mutantAnswers, skipped } = await drawMutants(cases, Number(options.mutants));
  const mutantResults = await compareCases(mutants, mutantAnswers, `${options.work}/mutants`);
  failures += reportResults(mutantResults);
  console.log(`${mutants.length} mutants, ${skipped} skipped because Chart.js throws or draws nothing (${seconds()})`);

  const different = [...results, ...mutantResults].filter(({ isEqual }) => !isEqual);
  console.log(`page: ${writePage(different, `${options.work}/page`)}`);
  const configurations = `${grouped(countEqual(results))} of ${grouped(cases.length)} configurations`;
  const variants = `${grouped(countEqual(mutantResults))} of ${grouped(mutants.length)} mutants`;
  console.log(`differential: ${configurations}, ${variants}`);
  process.exitCode = failures > 0 ? 1 : 0;
}

await main();
