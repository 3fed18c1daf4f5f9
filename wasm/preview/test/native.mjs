// Draws the same picture with the command line.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const EMBERLINE = process.env.EMBERLINE ?? '';
if (!existsSync(EMBERLINE)) throw new Error(`EMBERLINE must name the command-line program; it is "${EMBERLINE}"`);

const EXAMPLES = new URL('../../../examples/', import.meta.url);

export function readExample(file) {
  return readFileSync(fileURLToPath(new URL(file, EXAMPLES)), 'utf8');
}

export function readFixture(file) {
  return readFileSync(fileURLToPath(new URL(`../../../tests/fixtures/${file}`, import.meta.url)), 'utf8');
}

/** Asserts that two texts or byte sequences are equal. The message has only a part of them, because they are long. */
export function assertSameBytes(a, b) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  if (left.equals(right)) return;
  const at = left.findIndex((byte, index) => byte !== right[index]);
  const part = bytes => JSON.stringify(`${bytes.subarray(Math.max(0, at - 60), at + 60)}`);
  throw new Error(`${left.length} and ${right.length} bytes, different from byte ${at} on:\n${part(left)}\n${part(right)}`);
}

export function drawNative(input, format, flags = []) {
  return execFileSync(EMBERLINE, ['render', '-', '-o', '-', '--format', format, ...flags], { input, maxBuffer: 1e9 });
}
