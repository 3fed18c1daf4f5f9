// Compares what this harness draws with Chart.js's own picture cases, whose references were drawn elsewhere.
import fs from 'node:fs';
import pngjs from 'pngjs';

import { comparePictures } from './compare.mjs';
import { drawReferences } from './references.mjs';

/** Draws all cases of a folder, prints those that differ, and returns true if there are none. */
export async function validateReferences(folder, fonts) {
  const index = JSON.parse(fs.readFileSync(`${folder}/index.json`, 'utf8'));
  const cases = index.map(({ id }) => readPictureCase(folder, id));
  const answers = await drawReferences(cases, { fonts });
  let [equal, identical] = [0, 0];
  for (const [position, wanted] of cases.entries()) {
    const { picture = { error: answers[position].error } } = answers[position];
    const reference = pngjs.PNG.sync.read(fs.readFileSync(`${folder}/${wanted.name}.png`));
    const { isEqual, explanation } = comparePictures(reference, picture, wanted);
    equal += isEqual ? 1 : 0;
    identical += picture.data && reference.data.equals(Buffer.from(picture.data)) ? 1 : 0;
    if (!isEqual) {
      console.log(`FAIL  ${wanted.name}: ${explanation}`);
    }
  }
  console.log(`validate: ${equal} of ${cases.length} references, ${identical} of them byte for byte`);
  return equal === cases.length;
}

function readPictureCase(folder, id) {
  const { width, height, devicePixelRatio, threshold, tolerance, config } = JSON.parse(
    fs.readFileSync(`${folder}/${id}.json`, 'utf8'),
  );
  return { name: id, text: JSON.stringify(config), width, height, ratio: devicePixelRatio, threshold, tolerance };
}
