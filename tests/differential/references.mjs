// Draws the references of many cases in several threads.
import os from 'node:os';
import { Worker } from 'node:worker_threads';

/** Draws all cases and returns the answers in their order. `isPlain` draws them without their functions; `isChecked`
 * also draws each without, to see what the functions change. */
export async function drawReferences(cases, { fonts, isPlain = false, isChecked = false }) {
  const answers = new Array(cases.length);
  let next = 0;
  const count = Math.min(os.availableParallelism(), cases.length);
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = new Worker(new URL('./reference-worker.mjs', import.meta.url), { workerData: { fonts } });
      while (next < cases.length) {
        const index = next;
        next += 1;
        answers[index] = await askWorker(worker, { wanted: cases[index], isPlain, isChecked });
      }
      await worker.terminate();
    }),
  );
  return answers;
}

function askWorker(worker, message) {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(message);
  });
}
