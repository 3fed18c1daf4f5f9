// Entry for browsers, their workers, and bundlers.
import { setUrlLoader } from './emberline.js';

setUrlLoader(async url => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response;
});

export { addFont, describe, init, missing, renderPng, renderSvg, schema, warnings } from './emberline.js';
