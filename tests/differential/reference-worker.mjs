// Draws references in a thread of its own: one message for each case, one answer for each message.
import { parentPort, workerData } from 'node:worker_threads';

import { hasFunctions, withoutFunctions } from './functions.mjs';
import { readInter } from './inter.mjs';
import { drawReference } from './reference.mjs';

const inter = readInter(workerData.fonts);

const pixelsOf = (canvas) => {
  const { width, height } = canvas;
  return { width, height, data: canvas.getContext('2d').getImageData(0, 0, width, height).data };
};

/** Draws a case: its picture, and on demand the picture without functions, or the error instead. */
function answerCase({ wanted, isPlain, isChecked }) {
  const answer = { name: wanted.name };
  try {
    const plainConfig = {};
    const strip = (config) => {
      answer.hasFunctions = hasFunctions(config);
      withoutFunctions(config);
      plainConfig.text = JSON.stringify(config);
      return config;
    };
    if (isPlain) {
      answer.picture = pixelsOf(drawReference(wanted, inter, strip));
      answer.plainText = plainConfig.text;
    } else {
      answer.picture = pixelsOf(drawReference(wanted, inter));
      if (isChecked) {
        Object.assign(answer, pictureWithoutFunctions(wanted, strip));
      }
    }
  } catch (error) {
    answer.error = String(error?.stack ?? error).split('\n').slice(0, 3).join(' ');
  }
  return answer;
}

/** Returns the picture without functions; there is none if Chart.js can't draw the configuration without them. */
function pictureWithoutFunctions(wanted, strip) {
  try {
    return { plain: pixelsOf(drawReference(wanted, inter, strip)) };
  } catch {
    return {};
  }
}

parentPort.on('message', (message) => parentPort.postMessage(answerCase(message)));
