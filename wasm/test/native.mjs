// Draws the pictures with the command line: their bytes are the expected ones.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './pictures.mjs';

/** Returns the SHA-256 of each picture by its key. A run of the program draws all inputs with the same flags. */
export function nativeHashes(program, pictures, formats) {
  const runs = groupByFlags(pictures);
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
        hashes.set(pictureKey(picture, format), createHash('sha256').update(made).digest('hex'));
      }
    }
  }
  rmSync(folder, { recursive: true });
  return hashes;
}

export function pictureKey(picture, format) {
  return `${picture.name} ${picture.flags.join(' ')} ${format}`;
}

function groupByFlags(pictures) {
  const groups = new Map();
  for (const picture of pictures) {
    const words = picture.flags.join(' ');
    groups.set(words, [...(groups.get(words) ?? []), picture]);
  }
  return groups;
}
