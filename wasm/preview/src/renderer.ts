// Calls the functions of the worker.
import type { CallName, Problem, WorkerCalls, WorkerRequest, WorkerResponse } from './protocol.ts';

interface PendingCall {
  resolve(result: unknown): void;
  reject(problem: Problem): void;
}

const pendingCalls = new Map<number, PendingCall>();
const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { type: 'module' });
let lastId = 0;
let startProblem: Problem | undefined;

worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => {
  const call = pendingCalls.get(data.id);
  pendingCalls.delete(data.id);
  if ('result' in data) call?.resolve(data.result);
  else call?.reject(data.problem);
});

// The worker's code could not be loaded or parsed, so no call will get a response.
worker.addEventListener('error', event => {
  const problem = { message: `the renderer did not start (${event.message || 'its file could not be loaded'}); reload the page` };
  startProblem = problem;
  pendingCalls.forEach(call => call.reject(problem));
  pendingCalls.clear();
});

/** Calls a function of the worker; rejects with a `Problem`. */
export function callWorker<N extends CallName>(name: N, argument: WorkerCalls[N]['argument']): Promise<WorkerCalls[N]['result']> {
  if (startProblem) return Promise.reject(startProblem);
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const id = ++lastId;
  pendingCalls.set(id, { resolve, reject });
  worker.postMessage({ id, name, argument } as WorkerRequest);
  return promise as Promise<WorkerCalls[N]['result']>;
}
