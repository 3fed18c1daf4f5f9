// Draws the pictures with the command line: their bytes are the expected ones.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { root } from './pictures.mjs';

/** Returns the SHA-256 of each picture by its key. A run of the program draws the inputs of a folder with the same flags. */
export function nativeHashes(program, pictures, formats) {
  const runs = groupByRun(pictures);
  const folder = mkdtempSync(join(tmpdir(), 'emberline-'));
  const hashes = new Map();
  for (const format of formats) {
    for (const members of runs) {
      const files = members.map(picture => picture.file);
      execFileSync(program, ['render', ...files, '--out-dir', folder, '--format', format, ...members[0].flags], {
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
  return `${relative(root, picture.file)} ${picture.flags.join(' ')} ${format}`;
}

/** Groups pictures with the same folder and the same flags, whose names are different. */
function groupByRun(pictures) {
  const groups = new Map();
  for (const picture of pictures) {
    const key = JSON.stringify([dirname(picture.file), picture.flags]);
    groups.set(key, [...(groups.get(key) ?? []), picture]);
  }
  return [...groups.values()];
}
