// Writes an input that is an object as text for the modules: as JSON, or as a script if it has functions.
import { emberlineError } from './engine.js';

/// Options of Chart.js that concern a screen. A picture has no use for their functions.
const SCREEN_OPTIONS = new Set([
  'animation', 'animations', 'hover', 'interaction', 'onClick', 'onComplete', 'onHover', 'onLeave', 'onProgress', 'onResize',
  'tooltip', 'tooltips', 'transitions',
]);
/// Matches the source of an arrow function, a function or a class, which is an expression; that of a method is none.
const EXPRESSION = /^(?:async\b\s*)?(?:function\b|class\b|\(|[\p{ID_Start}$_][\p{ID_Continue}$]*\s*=>)/u;
const NATIVE = /\{\s*\[native code\]\s*\}$/;

/** Returns true if an object has functions that a picture uses. */
export function hasFunctions(input) {
  return isFile(input) ? false : listFunctions(input).length > 0;
}

/** JSON has no NaN: as a text it is rejected with its path, while `null` would be ignored. A function becomes `functionText`;
 * without that it is left out. */
export function toJson(value, functionText) {
  try {
    return JSON.stringify(value, (_, v) =>
      typeof v === 'function' ? functionText : typeof v === 'number' && !Number.isFinite(v) ? String(v) : v,
    );
  } catch (error) {
    throw emberlineError('InvalidInput', `not to be written as JSON: ${error.message}`, error);
  }
}

/** The script of an object: its data as JSON, and its functions by their source. */
export function toScript(input) {
  const assignments = listFunctions(input).map(({ path, value }) => `config${path.map(bracketed).join('')} = ${functionSource(path, value)};\n`);
  return `const config = ${toJson(input)};\n${assignments.join('')}module.exports = config;\n`;
}

function isFile(input) {
  return typeof input !== 'object' || input === null || input instanceof Uint8Array || input instanceof ArrayBuffer;
}

/// The functions in a value with their paths. A value that contains itself is left to `toJson`, which refuses it.
function listFunctions(value, path = [], holders = []) {
  if (typeof value === 'function') return [{ path, value }];
  if (typeof value !== 'object' || value === null || holders.includes(value) || ArrayBuffer.isView(value)) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries
    .filter(([key]) => !SCREEN_OPTIONS.has(key))
    .flatMap(([key, inner]) => listFunctions(inner, [...path, key], [...holders, value]));
}

function functionSource(path, value) {
  const source = Function.prototype.toString.call(value);
  if (NATIVE.test(source)) throw nativeFunctionError(path, value);
  return EXPRESSION.test(source) ? source : `({ ${source} })[${JSON.stringify(value.name)}]`;
}

function nativeFunctionError(path, { name }) {
  const place = path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index ? `.${key}` : key)).join('');
  const parts = { found: `the built-in or bound function "${name}"`, expected: 'a function with a source', remedy: `write value => ${name}(value)` };
  const error = emberlineError('InvalidInput', `${place}: found ${parts.found}, expected ${parts.expected}; ${parts.remedy}`);
  return Object.assign(error, parts, { path: place });
}

const bracketed = key => `[${JSON.stringify(key)}]`;
