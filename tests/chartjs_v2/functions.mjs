// Configurations that may have functions: their text as JavaScript, and copies of them. A function has no variables of its
// own file, because its text alone is given to Emberline.

/// The text of a configuration as a JavaScript literal.
export function configText(value) {
  if (typeof value === 'function') return value.toString();
  if (Array.isArray(value)) return `[${value.map(configText).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined';
  return `{ ${Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${configText(inner)}`).join(', ')} }`;
}

/// A copy of a configuration, which Chart.js may change.
export function copyConfig(value) {
  if (Array.isArray(value)) return value.map(copyConfig);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyConfig(inner)]));
}

/// True if a configuration has a function.
export function hasFunctions(value) {
  if (value === null || typeof value !== 'object') return typeof value === 'function';
  return Object.values(value).some(hasFunctions);
}
