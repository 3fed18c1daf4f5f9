// Runs the renderer in a worker, so that typing never waits for it.
import { describe, init, renderPng, renderSvg, schema, warnings } from 'emberline';
import type { CallName, Picture, PictureRequest, Problem, WorkerCalls, WorkerRequest, WorkerResponse } from './protocol.ts';

addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  const { id } = data;
  let response: WorkerResponse;
  try {
    response = { id, result: await handleRequest(data) };
  } catch (error) {
    response = { id, problem: problemFrom(error) };
  }
  postMessage(response);
});

// Loading starts before the first call; if it fails, each call reports the failure.
init().catch(() => undefined);

async function handleRequest(request: WorkerRequest): Promise<WorkerCalls[CallName]['result']> {
  await init();
  switch (request.name) {
    case 'picture':
      return drawPicture(request.argument);
    case 'svg':
      return renderSvg(request.argument.input, request.argument.options);
    case 'png':
      return renderPng(request.argument.input, request.argument.options);
    case 'schema':
      return schema('sprint');
  }
}

/// Draws text as outlines: an image on the page has no fonts, and it must look like the PNG.
async function drawPicture({ input, options }: PictureRequest): Promise<Picture> {
  const svg = await renderSvg(input, { ...options, text: 'outline' });
  return { svg, description: describe(input, options), warnings: warnings(input, options) };
}

function problemFrom(error: unknown): Problem {
  return error instanceof Error ? { ...error, message: error.message } : { message: String(error) };
}
