// Draws cases with the program `emberline`, many in one process.
import fs from 'node:fs';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import pngjs from 'pngjs';

/** The number of files that one process draws: a command line has a largest length. */
const BATCH = 200;

const fileName = (name) => name.replace(/[^\w-]/g, '.');

/** Draws all cases and returns a map of names to pictures, or to `{ error }`. */
export async function drawOurs(program, cases, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(`${folder}/out`, { recursive: true });
  const groups = groupBySize(cases);
  for (const group of groups.values()) {
    for (let start = 0; start < group.length; start += BATCH) {
      await drawBatch(program, group.slice(start, start + BATCH), folder);
    }
  }
  return new Map(cases.map((wanted) => [wanted.name, readPicture(wanted, folder)]));
}

const sizeOf = ({ width, height, ratio }) => `${width} ${height} ${ratio}`;

function groupBySize(cases) {
  const groups = new Map();
  for (const wanted of cases) {
    groups.set(sizeOf(wanted), [...(groups.get(sizeOf(wanted)) ?? []), wanted]);
  }
  return groups;
}

async function drawBatch(program, cases, folder) {
  const files = cases.map((wanted) => {
    const file = `${folder}/${fileName(wanted.name)}.js`;
    fs.writeFileSync(file, wanted.plainText ?? wanted.text);
    return file;
  });
  const [{ width, height, ratio }] = cases;
  const size = ['--width', width, '--height', height, '--scale', ratio].map(String);
  const options = ['render', '--from', 'chartjs', ...size, '--out-dir', `${folder}/out`];
  const run = promisify(execFile);
  // The program goes on after a file that it can't draw, and ends with a status that says so.
  const { stderr } = await run(program, [...options, ...files], { maxBuffer: 1 << 28 }).catch((failure) => failure);
  fs.appendFileSync(`${folder}/messages.txt`, stderr ?? '');
}

function readPicture({ name }, folder) {
  const file = `${folder}/out/${fileName(name)}.png`;
  if (!fs.existsSync(file)) {
    return { error: messageAbout(fileName(name), folder) };
  }
  const { width, height, data } = pngjs.PNG.sync.read(fs.readFileSync(file));
  return { width, height, data };
}

/** Returns what the program said about a file, its errors rather than its warnings. */
function messageAbout(name, folder) {
  const prefix = `/${name}.js: `;
  const messages = fs
    .readFileSync(`${folder}/messages.txt`, 'utf8')
    .split('\n')
    .filter((line) => line.includes(prefix))
    .map((line) => line.slice(line.indexOf(prefix) + prefix.length));
  const message = messages.find((text) => !text.startsWith('warning')) ?? messages[0];
  return message ?? 'no picture and no message';
}
