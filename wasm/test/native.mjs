// The same pictures from the command line: the bytes that are right.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './pictures.mjs';

/** SHA-256 by key; a run of the program draws all inputs that have the same flags. */
export function nativeHashes(program, pictures, formats) {
  const runs = grouped(pictures);
  const folder = mkdtempSync(join(tmpdir(), 'emberline-'));
  const hashes = new Map();
  for (const format of formats) {
    for (const [words, members] of runs) {
      const files = members.map(picture => picture.file);
      execFileSync(program, ['render', ...files, '--out-dir', folder, '--format', format, ...words.split(' ').filter(Boolean)], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      for (const picture of members) {
        const made = readFileSync(join(folder, `${picture.name}.${format}`));
        hashes.set(key(picture, format), createHash('sha256').update(made).digest('hex'));
      }
    }
  }
  rmSync(folder, { recursive: true });
  return hashes;
}

export function key(picture, format) {
  return `${picture.name} ${picture.flags.join(' ')} ${format}`;
}

function grouped(pictures) {
  const groups = new Map();
  for (const picture of pictures) {
    const words = picture.flags.join(' ');
    groups.set(words, [...(groups.get(words) ?? []), picture]);
  }
  return groups;
}
