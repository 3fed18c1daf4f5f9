// Entry for browsers, their workers, and bundlers.
import { loadWith } from './emberline.js';

loadWith(async url => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response;
});

export { addFont, describe, init, missing, renderPng, renderSvg, schema, warnings } from './emberline.js';
