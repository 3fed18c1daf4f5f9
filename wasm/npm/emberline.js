// What the package exports, over what wasm-bindgen generates: it fetches files, and the Rust code does the rest.
import * as bindings from './bindings.js';
import { Engine, failure, fonts } from './engine.js';

const [DRAWING, WHOLE, RASTER] = ['emberline.wasm', 'whole.wasm', 'raster.wasm'];
const ZONES = 'zones.dat';
/// What nearly every picture needs. Of the others a picture says which.
const COMMON = ['Inter-Regular.ttf', 'Inter-Bold.ttf', 'InterTabular-Regular.ttf'];

// Written out, so that bundlers find the files.
const URLS = {
  [DRAWING]: new URL('./emberline.wasm', import.meta.url),
  [WHOLE]: new URL('./whole.wasm', import.meta.url),
  [RASTER]: new URL('./raster.wasm', import.meta.url),
  [ZONES]: new URL('./zones.dat', import.meta.url),
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
/// File name → promise of its being there.
const fetched = new Map();
let zones;

/// For documents of our own.
const small = new Engine(
  () => withFiles(instantiated(bindings, DRAWING)),
  ({ Renderer }) => new Renderer(zones),
);
/// For trackers' answers and charts, and for all else from then on.
const whole = new Engine(
  () => withFiles(import('./whole-bindings.js').then(found => instantiated(found, WHOLE))),
  ({ Renderer }) => new Renderer(zones),
);
const drawing = () => (whole.started ? whole : small);
/// For those who want a PNG.
const raster = new Engine(
  async () => {
    // It takes the fonts that are there, so these come first.
    const [made] = await Promise.all([import('./raster-bindings.js').then(found => instantiated(found, RASTER)), init()]);
    return made;
  },
  ({ Rasterizer }) => new Rasterizer(),
);

/// All at once: the code compiles while the files come.
async function withFiles(module) {
  const [bindings, ...files] = await Promise.all([module, ...(zones ? [] : [ZONES, ...COMMON]).map(bytesOf)]);
  // Another module may have been first.
  if (!zones) {
    zones = files.shift();
    fonts.push(...files);
  }
  return bindings;
}

async function instantiated(bindings, file) {
  await bindings.default({ module_or_path: await load(file) });
  return bindings;
}

/** How the platform reads a URL. */
export function loadWith(read) {
  loadUrl = read;
}

export async function init({ load: own, whole: all = false } = {}) {
  if (own && !small.begun && !whole.begun) load = own;
  await (all || (whole.begun && !small.begun) ? whole : small).start();
}

export async function renderSvg(input, options) {
  return draw('svg', input, options);
}

export async function renderPng(input, options) {
  const [plate] = await Promise.all([draw('plate', input, options), raster.start()]);
  return raster.call(rasterizer => rasterizer.png(...plate));
}

export function describe(input, options) {
  const request = asked(input, options);
  return JSON.parse(drawing().call(renderer => renderer.describe(...request)));
}

export function warnings(input, options) {
  // As texts they are named.
  const request = asked(input, options, '() => {}');
  return drawing().call(renderer => renderer.warnings(...request));
}

export function missing(text) {
  return drawing().call(renderer => renderer.missing(String(text)));
}

export async function schema(kind) {
  const { schemas } = await import('./schemas.js');
  if (Object.hasOwn(schemas, kind)) return schemas[kind];
  throw failure('InvalidInput', `found the schema "${kind}", expected one of ${Object.keys(schemas).join(', ')}`);
}

export function addFont(data) {
  return put(data instanceof Uint8Array ? data : new Uint8Array(data));
}

async function draw(method, input, options) {
  await init();
  const request = asked(input, options);
  for (let last; ; ) {
    try {
      return drawing().call(renderer => renderer[method](...request));
    } catch (error) {
      // Each round brings a file more, or is the last.
      if (!error.files || `${error.files}` === last) throw error;
      last = `${error.files}`;
      await Promise.all(error.files.map(file => fetchFile(file, error)));
    }
  }
}

function fetchFile(file, reason) {
  return (file === WHOLE ? whole.start() : fetchFont(file)).catch(cause => {
    throw Object.assign(reason, { cause, message: `${reason.message} (${cause.message})` });
  });
}

/// Once for all pictures that wait for it.
function fetchFont(file) {
  if (!fetched.has(file)) {
    const there = bytesOf(file).then(put);
    fetched.set(file, there);
    there.catch(() => fetched.delete(file));
  }
  return fetched.get(file);
}

async function bytesOf(file) {
  const loaded = await load(file);
  return new Uint8Array(loaded instanceof Uint8Array || loaded instanceof ArrayBuffer ? loaded : await loaded.arrayBuffer());
}

/// Into every module that there is; one that starts later takes them all.
function put(font) {
  const families = drawing().call(renderer => renderer.addFont(font));
  if (raster.started) raster.call(rasterizer => rasterizer.addFont(font));
  // The caller may change its own.
  fonts.push(font.slice());
  return families;
}

/// What the module takes: the input's bytes, the options as JSON, the clock.
function asked(input, options, functions) {
  return [bytes(input, functions), json(options ?? {}), Date.now()];
}

function bytes(input, functions) {
  if (input instanceof Uint8Array) return input;
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  return new TextEncoder().encode(typeof input === 'string' ? input : json(input, functions));
}

/// JSON has no NaN: as a text it is refused at its place, as null it would be passed over. Nor has it functions, which are
/// `functions` in it: nothing, where a chart is drawn without them.
function json(value, functions) {
  try {
    return JSON.stringify(value, (_, v) =>
      typeof v === 'function' ? functions : typeof v === 'number' && !Number.isFinite(v) ? String(v) : v,
    );
  } catch (error) {
    throw failure('InvalidInput', `not to be written as JSON: ${error.message}`, error);
  }
}
