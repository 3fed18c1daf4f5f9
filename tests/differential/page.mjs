// Writes an HTML page with reference, ours and difference of the cases that fail.
import fs from 'node:fs';

import { encodePicture } from './compare.mjs';

const STYLE = `
  body { font: 14px sans-serif; margin: 2em; }
  figure { display: inline-block; margin: 0 1em 1em 0; }
  img { border: 1px solid #ccc; background: #fff; max-width: 32em; }
  pre { background: #f4f4f4; max-height: 20em; overflow: auto; padding: 0.5em; }
`;

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Writes `index.html` with a section for each result, the worst first. */
export function writePage(results, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const sections = results
    .toSorted((a, b) => b.share - a.share)
    .map((result, index) => section(result, index, folder));
  const title = `${results.length} pictures differ from Chart.js’s`;
  const head = `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>`;
  fs.writeFileSync(`${folder}/index.html`, `${head}<h1>${title}</h1>${sections.join('\n')}`);
  return `${folder}/index.html`;
}

function section({ wanted, reference, ours, difference, explanation, known }, index, folder) {
  const figures = Object.entries({ reference, ours, difference })
    .filter(([, picture]) => picture?.data)
    .map(([caption, picture]) => {
      const file = `${index}-${caption}.png`;
      fs.writeFileSync(`${folder}/${file}`, encodePicture(picture));
      return `<figure><img src="${file}"><figcaption>${caption}</figcaption></figure>`;
    });
  const reason = known ? `<p>known: ${escaped(known)}</p>` : '';
  const heading = `<h2>${escaped(wanted.name)}</h2><p>${escaped(explanation)}</p>${reason}`;
  return `${heading}${figures.join('')}<details><summary>configuration</summary><pre>${escaped(wanted.text)}</pre></details>`;
}
