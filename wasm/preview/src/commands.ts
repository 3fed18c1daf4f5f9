// Commands and requests that make the same picture: for a shell, and for the Lambda.
import type { PictureOptions } from 'emberline';
import type { SharedInput } from './share.ts';

/** The page's options and their command-line flags. */
const FLAGS = [
  ['kind', '--kind'],
  ['preset', '--preset'],
  ['width', '--width'],
  ['height', '--height'],
  ['theme', '--theme'],
  ['lang', '--lang'],
  ['time_zone', '--time-zone'],
  ['working_days', '--working-days'],
  ['holidays', '--holidays'],
  ['day_border', '--day-border'],
  ['as_of', '--as-of'],
] as const satisfies readonly (readonly [keyof PictureOptions, string])[];

/** Returns a POSIX shell command with the input as a here-document. */
export function shellCommand({ input, options }: SharedInput, file: string): string {
  const flags = FLAGS.flatMap(([option, flag]) => (options[option] == null ? [] : [flag, quoteWord(`${options[option]}`)]));
  const end = heredocDelimiter(input);
  const text = input.endsWith('\n') ? input : `${input}\n`;
  return `${['emberline render -', ...flags, '-o', quoteWord(file)].join(' ')} <<'${end}'\n${text}${end}\n`;
}

/** Returns a request for the Lambda and `emberline serve`. A JSON document is inserted unchanged. */
export function jsonRequest({ input, options }: SharedInput, inputField: 'sprint' | 'chart'): string {
  const data = isStrictJson(input) ? input.trim() : JSON.stringify(input);
  const optionsField = Object.keys(options).length > 0 ? `,\n"options": ${JSON.stringify(options)}` : '';
  return `{\n"${inputField}": ${data}${optionsField},\n"format": "png"\n}\n`;
}

/** Distinguishes JSON from CSV as the renderer does. */
export function isJson(input: string): boolean {
  return /^\s*[{[]/.test(input);
}

/// A JavaScript literal looks like JSON but may not parse as such.
function isStrictJson(input: string): boolean {
  try {
    return isJson(input) && JSON.parse(input) !== null;
  } catch {
    return false;
  }
}

/** Returns a file name for a sprint, in ASCII so that it works in shells, S3 buckets and chat tools. */
export function fileName(sprint: string, extension: string): string {
  const plain = sprint.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60).replace(/-$/, '');
  return `${slug || 'burndown'}.${extension}`;
}

function quoteWord(text: string): string {
  return /^[\w./:+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/// A delimiter that is not a line of the input.
function heredocDelimiter(input: string): string {
  const lines = new Set(input.split('\n'));
  let end = 'SPRINT';
  while (lines.has(end)) end += '_';
  return end;
}
