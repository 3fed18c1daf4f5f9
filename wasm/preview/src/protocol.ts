// The messages between the page and its worker.
import type { ChartDescription, Description, EmberlineError, PictureOptions, VelocityDescription } from 'emberline';
import type { Schema } from './editor/schema.ts';

/** A picture to draw. The input is bytes if a file is not text; the renderer then reports that. */
export interface PictureRequest {
  input: string | Uint8Array;
  options: PictureOptions;
}

/** The description of a sprint, of past sprints alone or of a chart. */
export type AnyDescription = Description | VelocityDescription | ChartDescription;

/** A picture for the screen, with its description. */
export interface Picture {
  svg: string;
  description: AnyDescription;
  /** Parts of the input that the picture does not show as intended. */
  warnings: string[];
}

/** Returns true for the description of a sprint. */
export function isSprintDescription(description: AnyDescription): description is Description {
  return 'numbers' in description;
}

/** Returns true for the description of a Chart.js configuration. */
export function isChartDescription(description: AnyDescription): boolean {
  return !('unit' in description);
}

/** An error as plain data: a message between threads drops the extra fields of an `Error`. */
export type Problem = Pick<EmberlineError, 'message'> & Partial<Omit<EmberlineError, 'name' | 'message' | 'stack' | 'cause'>>;

/** Argument and result of each function of the worker. */
export interface WorkerCalls {
  picture: { argument: PictureRequest; result: Picture };
  svg: { argument: PictureRequest; result: string };
  png: { argument: PictureRequest; result: Uint8Array<ArrayBuffer> };
  schema: { argument: null; result: Schema };
}

export type CallName = keyof WorkerCalls;

export type WorkerRequest = { [N in CallName]: { id: number; name: N; argument: WorkerCalls[N]['argument'] } }[CallName];

export type WorkerResponse = { id: number } & ({ result: WorkerCalls[CallName]['result'] } | { problem: Problem });
