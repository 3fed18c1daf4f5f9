// The functions that the package exports. They load files and call the code that wasm-bindgen generates from the Rust crates.
import * as bindings from './bindings.js';
import { Engine, emberlineError, loadedFonts } from './engine.js';
import { hasFunctions, toJson, toScript } from './source.js';

const [DRAW_MODULE, WHOLE_MODULE, FUNCTIONS_MODULE, RASTER_MODULE] = ['emberline.wasm', 'whole.wasm', 'functions.wasm', 'raster.wasm'];
const ZONES_FILE = 'zones.dat';
/// Fonts that nearly every picture needs. The error of a picture names the others that it needs.
const COMMON_FONTS = ['Inter-Regular.ttf', 'Inter-Bold.ttf', 'InterTabular-Regular.ttf'];

// Each URL is written out, so that bundlers find the files.
const FILE_URLS = {
  [DRAW_MODULE]: new URL('./emberline.wasm', import.meta.url),
  [WHOLE_MODULE]: new URL('./whole.wasm', import.meta.url),
  [FUNCTIONS_MODULE]: new URL('./functions.wasm', import.meta.url),
  [RASTER_MODULE]: new URL('./raster.wasm', import.meta.url),
  [ZONES_FILE]: new URL('./zones.dat', import.meta.url),
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
let loadFile = file => loadUrl(FILE_URLS[file]);
/// File name → promise that resolves when the font is added.
const fontPromises = new Map();
let zones;
let allowsFunctions = true;

/// The small module, which reads Emberline's own documents.
const smallEngine = drawingEngine(async () => bindings, DRAW_MODULE);
/// The module that also reads trackers' data and Chart.js configurations.
const wholeEngine = drawingEngine(() => import('./whole-bindings.js'), WHOLE_MODULE);
/// The module that also runs functions in Chart.js configurations.
const functionsEngine = drawingEngine(() => import('./functions-bindings.js'), FUNCTIONS_MODULE);
/// The modules that draw. Each one draws what the ones after it draw.
const DRAWING_ENGINES = [functionsEngine, wholeEngine, smallEngine];
/// The largest module that is ready.
const readyEngine = () => DRAWING_ENGINES.find(engine => engine.isReady && isAllowed(engine)) ?? smallEngine;
const isAllowed = engine => engine !== functionsEngine || allowsFunctions;

/// The rasteriser, which only PNG needs.
const rasterEngine = new Engine(
  RASTER_MODULE,
  async () => {
    // The rasteriser gets the fonts loaded so far, so these are loaded first.
    const [instance] = await Promise.all([import('./raster-bindings.js').then(module => instantiate(module, RASTER_MODULE)), init()]);
    return instance;
  },
  ({ Rasterizer }) => new Rasterizer(),
);

function drawingEngine(importBindings, file) {
  return new Engine(
    file,
    () => loadWithFiles(importBindings().then(bindings => instantiate(bindings, file))),
    ({ Renderer }) => new Renderer(zones),
  );
}

/// Loads the common files while the module compiles.
async function loadWithFiles(module) {
  const [bindings, ...files] = await Promise.all([module, ...(zones ? [] : [ZONES_FILE, ...COMMON_FONTS]).map(fileBytes)]);
  // Another module may have loaded them meanwhile.
  if (!zones) {
    zones = files.shift();
    loadedFonts.push(...files);
  }
  return bindings;
}

async function instantiate(bindings, file) {
  await bindings.default({ module_or_path: await loadFile(file) });
  return bindings;
}

/** Sets the function with which the platform reads a URL. */
export function setUrlLoader(read) {
  loadUrl = read;
}

export async function init({ load: ownLoader, whole: useWhole = false, functions: useFunctions } = {}) {
  if (ownLoader && !DRAWING_ENGINES.some(engine => engine.isStarting)) loadFile = ownLoader;
  allowsFunctions = useFunctions ?? allowsFunctions;
  await startingEngine(useFunctions ? functionsEngine : useWhole ? wholeEngine : smallEngine).start();
}

/// The smallest module that is loading already and draws what `engine` draws; else `engine`.
function startingEngine(engine) {
  const candidates = DRAWING_ENGINES.slice(0, DRAWING_ENGINES.indexOf(engine) + 1).filter(isAllowed);
  return candidates.findLast(candidate => candidate.isStarting) ?? engine;
}

export async function renderSvg(input, options) {
  return draw('svg', input, options);
}

export async function renderPng(input, options) {
  const [rasterArguments] = await Promise.all([draw('picture', input, options), rasterEngine.start()]);
  return rasterEngine.call(rasterizer => rasterizer.png(...rasterArguments));
}

export function describe(input, options) {
  const request = requestArguments(input, options);
  return JSON.parse(readyEngine().call(renderer => renderer.describe(...request)));
}

export function warnings(input, options) {
  const request = requestArguments(input, options, { namesFunctions: true });
  return readyEngine().call(renderer => renderer.warnings(...request));
}

export function missing(text) {
  return readyEngine().call(renderer => renderer.missing(String(text)));
}

export async function schema(kind) {
  const { schemas } = await import('./schemas.js');
  if (Object.hasOwn(schemas, kind)) return schemas[kind];
  throw emberlineError('InvalidInput', `found the schema "${kind}", expected one of ${Object.keys(schemas).join(', ')}`);
}

export function addFont(data) {
  return addToAllEngines(data instanceof Uint8Array ? data : new Uint8Array(data));
}

async function draw(method, input, options) {
  await init(allowsFunctions && hasFunctions(input) ? { functions: true } : {});
  const request = requestArguments(input, options);
  for (let lastFiles; ; ) {
    try {
      return readyEngine().call(renderer => renderer[method](...request));
    } catch (error) {
      // Each round loads further files; if the same files are still missing, the error is final.
      if (!error.files || `${error.files}` === lastFiles) throw error;
      lastFiles = `${error.files}`;
      await Promise.all(error.files.map(file => loadMissingFile(file, error)));
    }
  }
}

/// Loads a module or a font. On failure it throws `error`, completed by the cause.
function loadMissingFile(file, error) {
  const engine = DRAWING_ENGINES.find(engine => engine.file === file);
  if (engine && !isAllowed(engine)) throw Object.assign(error, { code: 'InvalidInput', files: undefined });
  return (engine?.start() ?? loadFont(file)).catch(cause => {
    throw Object.assign(error, { cause, message: `${error.message} (${cause.message})` });
  });
}

/// Loads a font once for all pictures that wait for it.
function loadFont(file) {
  if (!fontPromises.has(file)) {
    const promise = fileBytes(file).then(addToAllEngines);
    fontPromises.set(file, promise);
    promise.catch(() => fontPromises.delete(file));
  }
  return fontPromises.get(file);
}

async function fileBytes(file) {
  const loaded = await loadFile(file);
  return new Uint8Array(loaded instanceof Uint8Array || loaded instanceof ArrayBuffer ? loaded : await loaded.arrayBuffer());
}

/// Adds a font to every module that is ready; a module that starts later gets all fonts then.
function addToAllEngines(font) {
  const families = readyEngine().call(renderer => renderer.addFont(font));
  if (rasterEngine.isReady) rasterEngine.call(rasterizer => rasterizer.addFont(font));
  // The caller may change its array, so a copy is kept.
  loadedFonts.push(font.slice());
  return families;
}

/// The arguments of the renderer's methods: the bytes of the input, the options as JSON, the current time.
function requestArguments(input, options, how) {
  return [inputBytes(input, how), toJson(options ?? {}), Date.now()];
}

function inputBytes(input, { namesFunctions = false } = {}) {
  if (input instanceof Uint8Array) return input;
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  return new TextEncoder().encode(inputText(input, namesFunctions));
}

function inputText(input, namesFunctions) {
  if (typeof input === 'string') return input;
  if (allowsFunctions && hasFunctions(input)) return toScript(input);
  // A warning names a function that it finds as text; a picture is drawn without it.
  return toJson(input, namesFunctions ? '() => {}' : undefined);
}
