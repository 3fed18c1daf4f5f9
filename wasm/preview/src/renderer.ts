// The worker as functions that answer.
import type { Answer, Calls, Name, Problem, Question } from './protocol.ts';

interface Waiting {
  resolve(gives: unknown): void;
  reject(problem: Problem): void;
}

const waiting = new Map<number, Waiting>();
const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { type: 'module' });
let last = 0;
let dead: Problem | undefined;

worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
  const asker = waiting.get(data.id);
  waiting.delete(data.id);
  if ('gives' in data) asker?.resolve(data.gives);
  else asker?.reject(data.problem);
});

// Its code could not be loaded or parsed: nobody will answer.
worker.addEventListener('error', event => {
  const problem = { message: `the renderer did not start (${event.message || 'its file could not be loaded'}); reload the page` };
  dead = problem;
  waiting.forEach(asker => asker.reject(problem));
  waiting.clear();
});

/** Asks the worker; rejects with a `Problem`. */
export function ask<N extends Name>(name: N, takes: Calls[N]['takes']): Promise<Calls[N]['gives']> {
  if (dead) return Promise.reject(dead);
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const id = ++last;
  waiting.set(id, { resolve, reject });
  worker.postMessage({ id, name, takes } as Question);
  return promise as Promise<Calls[N]['gives']>;
}
