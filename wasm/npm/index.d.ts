// The functions of the package. The data types in `types.d.ts` are generated from the JSON Schemas of the Rust types.
import type { ChangesSprint, DaysSprint, Description, ItemsSprint, PictureOptions } from './types.js';

export type * from './types.js';

/** A sprint document in one of three shapes: one value per day, items with their events, or dated changes of the total. */
export type Sprint = DaysSprint | ItemsSprint | ChangesSprint;

/**
 * A Chart.js configuration (4.6), as you give it to `new Chart`. Functions in it run in a sandbox, by their source: they do not see the
 * variables around them, nor the page.
 */
export interface ChartConfig {
  type?: string;
  data: { labels?: unknown[]; datasets: object[] };
  options?: object;
  [other: string]: unknown;
}

/** The description of a Chart.js picture. */
export interface ChartDescription {
  /** The title of the chart, or its type. */
  name: string;
  alt_text: string;
}

/** The description of a picture of past sprints alone: Jira's velocity report, with the `kind` velocity. */
export interface VelocityDescription {
  /** The name of the last sprint. */
  name: string;
  unit: Description['unit'];
  headline?: string;
  alt_text: string;
  velocity: NonNullable<Description['velocity']>;
}

/**
 * The text or bytes (UTF-8) of a JSON or CSV file, of a tracker's answers (several one after another where they belong together), or
 * of a Chart.js configuration as a JavaScript literal or a script.
 */
export type File = string | Uint8Array | ArrayBuffer;

/** A document as an object, or a file: a sprint or a Chart.js configuration. */
export type Input = Sprint | ChartConfig | File;

export interface InitOptions {
  /**
   * Returns the bytes of a file of the package, if they are stored elsewhere: `emberline.wasm`, `whole.wasm`, `functions.wasm`,
   * `raster.wasm`, `zones.dat`, or a font such as `NotoEmoji-Regular.ttf`. Default: the files beside the code, by `fetch`, in node by `readFile`.
   */
  load?: (file: string) => Promise<Uint8Array | ArrayBuffer | Response> | Uint8Array | ArrayBuffer | Response;
  /**
   * Loads the module that also reads trackers' answers and Chart.js configurations. Default: it is fetched with the first picture
   * of an input that the small module does not know; `describe` and `warnings`, which cannot wait, say `MissingReader` until then.
   */
  whole?: boolean;
  /**
   * True: loads the module that also runs functions and scripts in Chart.js configurations. False: functions do not run; a
   * configuration that is an object is drawn without them, and a script is an error. Default: the module is fetched with the first
   * configuration that has a function.
   */
  functions?: boolean;
}

/**
 * Loads the module and the fonts of ordinary text, unless they are loaded already. `renderSvg` and `renderPng` call it
 * themselves; the other functions need it first.
 */
export function init(options?: InitOptions): Promise<void>;

/** Returns the picture of a sprint (its burndown, or another `kind`), or a chart, as SVG. Fetches the fonts of other scripts, once, when a text needs them. */
export function renderSvg(input: Input, options?: PictureOptions): Promise<string>;

/** Returns the same picture as PNG: the bytes that the command line and the Lambda write. Fetches the rasteriser, once. */
export function renderPng(input: Input, options?: PictureOptions): Promise<Uint8Array<ArrayBuffer>>;

/** Returns all numbers of a sprint, its headline and its alt text; for Jira's velocity report those of its sprints; for a chart, its title and its alt text. */
export function describe(input: Sprint, options?: PictureOptions): Description;
export function describe(input: ChartConfig, options?: PictureOptions): ChartDescription;
export function describe(input: Input, options?: PictureOptions): Description | VelocityDescription | ChartDescription;

/** Returns warnings about the picture: characters without a font, options and calls without an effect. */
export function warnings(input: Input, options?: PictureOptions): string[];

/** Returns the characters of a text that no font has, each once: they are drawn as boxes. */
export function missing(text: string): string[];

/** Adds the faces of a TTF, OTF or TTC file, for characters that no earlier font has; returns their families. */
export function addFont(font: Uint8Array | ArrayBuffer): string[];

/** Returns the JSON Schema (2020-12) of a sprint document (of all shapes or of one), of a request, of options, of a description. */
export function schema(
  kind: 'sprint' | 'days' | 'items' | 'changes' | 'request' | 'options' | 'description',
): Promise<Record<string, unknown>>;

export type ErrorCode =
  | 'InvalidInput'
  | 'InvalidFont'
  | 'LimitExceeded'
  | 'MissingFont'
  | 'MissingReader'
  | 'OutOfMemory'
  | 'NotReady'
  | 'Internal';

/** The error that every function throws. For invalid input, `message` is the complete sentence and the other fields its parts. */
export interface EmberlineError extends Error {
  name: 'EmberlineError';
  code: ErrorCode;
  /** The value in a JSON document (`items[3].events[0].at`) or in the options (`options.theme`), a table's column, or empty. */
  path: string;
  /** Line in the text of the input, counted from 1. */
  line?: number;
  /** Column in that line, counted from 1, in bytes of UTF-8. */
  column?: number;
  /** The tracker that the input was attributed to: `jira`, `github`, ... */
  tracker?: string;
  /** The number of the JSON document, counted from 1, if the input consists of several. */
  document?: number;
  found?: string;
  expected?: string;
  remedy?: string;
  /** The exceeded limit, by its name in the README's table. */
  limit?: string;
  /** `MissingFont`, `MissingReader`: files that have not been loaded, or could not be loaded. */
  files?: string[];
}
