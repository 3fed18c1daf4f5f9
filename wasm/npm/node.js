// Entry for node.
import { readFile } from 'node:fs/promises';
import { loadWith } from './emberline.js';

loadWith(readFile);

export { addFont, describe, init, missing, renderPng, renderSvg, schema, warnings } from './emberline.js';
