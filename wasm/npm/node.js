// Entry for node.
import { readFile } from 'node:fs/promises';
import { setUrlLoader } from './emberline.js';

setUrlLoader(readFile);

export { addFont, describe, init, missing, renderPng, renderSvg, schema, warnings } from './emberline.js';
