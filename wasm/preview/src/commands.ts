// The same picture elsewhere: as a command for a shell, as a request for the Lambda.
import type { PictureOptions } from 'emberline';
import type { Shared } from './share.ts';

/** The options of this page as flags. */
const FLAGS = [
  ['kind', '--kind'],
  ['preset', '--preset'],
  ['width', '--width'],
  ['height', '--height'],
  ['theme', '--theme'],
  ['lang', '--lang'],
  ['time_zone', '--time-zone'],
  ['as_of', '--as-of'],
] as const satisfies readonly (readonly [keyof PictureOptions, string])[];

/** A command for a POSIX shell that holds its input. */
export function command({ input, options }: Shared, file: string): string {
  const flags = FLAGS.flatMap(([option, flag]) => (options[option] == null ? [] : [flag, word(`${options[option]}`)]));
  const end = delimiter(input);
  const text = input.endsWith('\n') ? input : `${input}\n`;
  return `${['emberline render -', ...flags, '-o', word(file)].join(' ')} <<'${end}'\n${text}${end}\n`;
}

/** A request as the Lambda and `emberline serve` take it. A JSON document stands in it as it was written. */
export function request({ input, options }: Shared, subject: 'sprint' | 'chart'): string {
  const data = isStrictJson(input) ? input.trim() : JSON.stringify(input);
  const rest = Object.keys(options).length > 0 ? `,\n"options": ${JSON.stringify(options)}` : '';
  return `{\n"${subject}": ${data}${rest},\n"format": "png"\n}\n`;
}

/** As the renderer tells JSON from CSV. */
export function isJson(input: string): boolean {
  return /^\s*[{[]/.test(input);
}

/// A JavaScript literal looks like it and is none.
function isStrictJson(input: string): boolean {
  try {
    return isJson(input) && JSON.parse(input) !== null;
  } catch {
    return false;
  }
}

/** A file's name for a sprint: letters of plain ASCII, since it travels through shells, buckets and chats. */
export function fileName(sprint: string, ending: string): string {
  const plain = sprint.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60).replace(/-$/, '');
  return `${slug || 'burndown'}.${ending}`;
}

function word(text: string): string {
  return /^[\w./:+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/// A line that the input does not have.
function delimiter(input: string): string {
  const lines = new Set(input.split('\n'));
  let end = 'SPRINT';
  while (lines.has(end)) end += '_';
  return end;
}
