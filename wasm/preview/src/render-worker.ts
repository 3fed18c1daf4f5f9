// The renderer in a thread of its own, so that typing never waits for it.
import { describe, init, renderPng, renderSvg, schema, warnings } from 'emberline';
import type { Answer, Calls, Name, Order, Problem, Question } from './protocol.ts';

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { id } = data;
  let answer: Answer;
  try {
    answer = { id, gives: await gives(data) };
  } catch (error) {
    answer = { id, problem: problem(error) };
  }
  postMessage(answer);
});

// Before anybody asks; who asks hears of a failure.
init().catch(() => undefined);

async function gives(question: Question): Promise<Calls[Name]['gives']> {
  await init();
  switch (question.name) {
    case 'picture':
      return picture(question.takes);
    case 'svg':
      return renderSvg(question.takes.input, question.takes.options);
    case 'png':
      return renderPng(question.takes.input, question.takes.options);
    case 'schema':
      return schema('sprint');
  }
}

/// With outlines for text: an image on the page has no fonts, and it shall look as the PNG does.
async function picture({ input, options }: Order): Promise<Calls['picture']['gives']> {
  const svg = await renderSvg(input, { ...options, text: 'outline' });
  return { svg, description: describe(input, options), warnings: warnings(input, options) };
}

function problem(error: unknown): Problem {
  return error instanceof Error ? { ...error, message: error.message } : { message: String(error) };
}
