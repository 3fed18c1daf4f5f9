// The same picture from the command line.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const EMBERLINE = process.env.EMBERLINE ?? '';
if (!existsSync(EMBERLINE)) throw new Error(`EMBERLINE shall name the command-line program; it is "${EMBERLINE}"`);

const EXAMPLES = new URL('../../../examples/', import.meta.url);

export function example(file) {
  return readFileSync(fileURLToPath(new URL(file, EXAMPLES)), 'utf8');
}

export function fixture(file) {
  return readFileSync(fileURLToPath(new URL(`../../../tests/fixtures/${file}`, import.meta.url)), 'utf8');
}

/** Without the texts themselves in the message: they are long. */
export function same(a, b) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  if (left.equals(right)) return;
  const at = left.findIndex((byte, index) => byte !== right[index]);
  const part = bytes => JSON.stringify(`${bytes.subarray(Math.max(0, at - 60), at + 60)}`);
  throw new Error(`${left.length} and ${right.length} bytes, different from ${at} on:\n${part(left)}\n${part(right)}`);
}

export function native(input, format, flags = []) {
  return execFileSync(EMBERLINE, ['render', '-', '-o', '-', '--format', format, ...flags], { input, maxBuffer: 1e9 });
}
