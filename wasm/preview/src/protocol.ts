// What the page and its worker say to each other.
import type { ChartDescription, Description, EmberlineError, PictureOptions, VelocityDescription } from 'emberline';
import type { Schema } from './editor/schema.ts';

/** A picture to draw. Bytes where a file is not text, for the renderer to say so. */
export interface Order {
  input: string | Uint8Array;
  options: PictureOptions;
}

/** What the picture of a sprint, of past sprints alone or of a chart says. */
export type Said = Description | VelocityDescription | ChartDescription;

/** A picture for the screen, and what it says. */
export interface Picture {
  svg: string;
  description: Said;
  /** What its reader won't see as it was meant. */
  warnings: string[];
}

/** Whether it is a sprint's. */
export function isSprint(description: Said): description is Description {
  return 'numbers' in description;
}

/** Whether it is that of a Chart.js configuration. */
export function isChart(description: Said): boolean {
  return !('unit' in description);
}

/** An error as plain data: a message between threads keeps no other fields of an `Error`. */
export type Problem = Pick<EmberlineError, 'message'> & Partial<Omit<EmberlineError, 'name' | 'message' | 'stack' | 'cause'>>;

export interface Calls {
  picture: { takes: Order; gives: Picture };
  svg: { takes: Order; gives: string };
  png: { takes: Order; gives: Uint8Array<ArrayBuffer> };
  schema: { takes: null; gives: Schema };
}

export type Name = keyof Calls;

export type Question = { [N in Name]: { id: number; name: N; takes: Calls[N]['takes'] } }[Name];

export type Answer = { id: number } & ({ gives: Calls[Name]['gives'] } | { problem: Problem });
