// The example files of the repository.
const FILES = import.meta.glob<string>(['../../../examples/*.{json,csv}', '../../../examples/chartjs/*.json'], { query: '?raw', import: 'default', eager: true });

/** The titles in the list; a file without a title is listed by its name. */
const TITLES: Record<string, string> = {
  'flat-but-busy.json': 'Flat, but busy',
  'points.json': 'Story points, item by item',
  'hours.csv': 'Hours, as CSV',
  'holidays-dst.json': 'Easter, in German time',
  'late.json': 'Closed late',
  'velocity.json': 'Velocity, from Chart.js',
};

/** Title → text, in the order above. */
export const EXAMPLES: ReadonlyMap<string, string> = new Map(
  Object.entries(FILES)
    .map(([path, text]) => ({ file: path.replace(/.*\//, ''), text }))
    .sort((a, b) => titleIndex(a.file) - titleIndex(b.file))
    .map(({ file, text }) => [TITLES[file] ?? file, text]),
);

function titleIndex(file: string): number {
  const index = Object.keys(TITLES).indexOf(file);
  return index < 0 ? Infinity : index;
}
