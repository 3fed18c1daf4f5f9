// The list of configurations: a file each, in a folder for each subject.
import fs from 'node:fs';

/** The size of a picture in CSS pixels. It is small, so that a wrong label is more than the tolerance. */
const SIZE = { width: 320, height: 200, ratio: 1 };

/** The limits of Chart.js's own picture tests: the largest distance of equal colours, and the largest share of
 * different pixels. */
const LIMITS = { threshold: 0.1, tolerance: 0.001 };

/** Reads all configurations, sorted by name. A name is the path without its extension. */
export function readCases(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.js'))
    .sort()
    .map((path) => readCase(`${folder}/${path}`, path.slice(0, -'.js'.length)));
}

export function readCase(file, name) {
  const text = fs.readFileSync(file, 'utf8');
  return { name, text, ...SIZE, ...LIMITS, ...readHeader(text) };
}

/** Reads the settings in a first line such as `// 300 x 300, ratio 2, tolerance 0.002`. */
function readHeader(text) {
  const [header] = text.split('\n', 1);
  const size = /^\/\/ (\d+) x (\d+)/.exec(header);
  if (!size) {
    return {};
  }
  const settings = { width: Number(size[1]), height: Number(size[2]) };
  for (const [, name, value] of header.matchAll(/, (ratio|tolerance|threshold) ([\d.]+)/g)) {
    settings[name] = Number(value);
  }
  return settings;
}
