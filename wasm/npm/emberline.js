// What the package exports, over what wasm-bindgen generates: it fetches files, and the Rust code does the rest.
import instantiate, { __wbg_reset_state, Renderer, describe as describeText } from './bindings.js';

const WASM = 'emberline.wasm';
/// What nearly every picture needs. Of the others a picture says which.
const COMMON = ['Inter-Regular.ttf', 'Inter-Bold.ttf', 'InterTabular-Regular.ttf'];

// Written out, so that bundlers find the files.
const URLS = {
  [WASM]: new URL('./emberline.wasm', import.meta.url),
  'Inter-Regular.ttf': new URL('./fonts/Inter-Regular.ttf', import.meta.url),
  'Inter-Bold.ttf': new URL('./fonts/Inter-Bold.ttf', import.meta.url),
  'InterTabular-Regular.ttf': new URL('./fonts/InterTabular-Regular.ttf', import.meta.url),
  'InterTabular-Bold.ttf': new URL('./fonts/InterTabular-Bold.ttf', import.meta.url),
  'NotoSansArabic-Regular.ttf': new URL('./fonts/NotoSansArabic-Regular.ttf', import.meta.url),
  'NotoSansArabic-Bold.ttf': new URL('./fonts/NotoSansArabic-Bold.ttf', import.meta.url),
  'NotoSansHebrew-Regular.ttf': new URL('./fonts/NotoSansHebrew-Regular.ttf', import.meta.url),
  'NotoSansHebrew-Bold.ttf': new URL('./fonts/NotoSansHebrew-Bold.ttf', import.meta.url),
  'NotoEmoji-Regular.ttf': new URL('./fonts/NotoEmoji-Regular.ttf', import.meta.url),
};

let loadUrl;
let load = file => loadUrl(URLS[file]);
let starting;
let renderer;
/// Bytes of all fonts so far, for a new renderer.
const fonts = [];
/// File name → promise of its being there.
const fetched = new Map();

/// How the platform reads a URL.
export function loadWith(read) {
  loadUrl = read;
}

export function init(options = {}) {
  if (options.load && !starting) load = options.load;
  starting ??= start().catch(error => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function start() {
  const files = COMMON.map(bytesOf);
  await instantiate({ module_or_path: await load(WASM) });
  renderer = new Renderer();
  (await Promise.all(files)).forEach(put);
}

export async function renderSvg(input, options) {
  return draw('svg', input, options);
}

export async function renderPng(input, options) {
  return draw('png', input, options);
}

export function describe(input, options) {
  const request = asked(input, options);
  return JSON.parse(called(() => describeText(...request)));
}

export async function schema(kind) {
  const { schemas } = await import('./schemas.js');
  if (Object.hasOwn(schemas, kind)) return schemas[kind];
  throw failure('InvalidInput', `found the schema "${kind}", expected one of ${Object.keys(schemas).join(', ')}`);
}

export function addFont(data) {
  const font = data instanceof Uint8Array ? data : new Uint8Array(data);
  const families = called(() => renderer.addFont(font));
  fonts.push(font.slice());
  return families;
}

async function draw(method, input, options) {
  await init();
  const request = asked(input, options);
  for (let last; ; ) {
    try {
      return called(() => renderer[method](...request));
    } catch (error) {
      // Each round brings a font more, or is the last.
      if (error.code !== 'MissingFont' || `${error.files}` === last) throw error;
      last = `${error.files}`;
      await Promise.all(error.files.map(file => fetchFont(file, error)));
    }
  }
}

/// Once for all pictures that wait for it.
function fetchFont(file, reason) {
  if (!fetched.has(file)) {
    const there = bytesOf(file).then(put);
    fetched.set(file, there);
    there.catch(() => fetched.delete(file));
  }
  return fetched.get(file).catch(cause => {
    throw Object.assign(reason, { cause, message: `${reason.message} (${cause.message})` });
  });
}

async function bytesOf(file) {
  const loaded = await load(file);
  return new Uint8Array(loaded instanceof Uint8Array || loaded instanceof ArrayBuffer ? loaded : await loaded.arrayBuffer());
}

function put(font) {
  called(() => renderer.addFont(font));
  fonts.push(font);
}

/// What the module takes: the input's bytes, the options as JSON, the clock.
function asked(input, options) {
  return [bytes(input), json(options ?? {}), Date.now()];
}

function bytes(input) {
  if (input instanceof Uint8Array) return input;
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  return new TextEncoder().encode(typeof input === 'string' ? input : json(input));
}

function json(value) {
  try {
    // JSON has no NaN: as a text it is refused at its place, as null it would be passed over.
    return JSON.stringify(value, (_, v) => (typeof v === 'number' && !Number.isFinite(v) ? String(v) : v));
  } catch (error) {
    throw failure('InvalidInput', `not to be written as JSON: ${error.message}`, error);
  }
}

/// Calls into the module. Where that traps (memory at its end, a fault of ours), the next call has a new one.
function called(call) {
  if (!renderer) throw failure('NotReady', 'the module is not there yet: await init() first');
  try {
    return call();
  } catch (error) {
    if (error.code) throw error;
    __wbg_reset_state();
    renderer = new Renderer();
    fonts.forEach(font => renderer.addFont(font));
    throw failure('Internal', `the module stopped (${error.message}) and was started anew`, error);
  }
}

function failure(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { name: 'EmberlineError', code, path: '' });
}
