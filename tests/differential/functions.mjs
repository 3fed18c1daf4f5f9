// A configuration without its functions, to see whether they matter.

/** Returns the configuration with every function deleted, at any depth. Objects of plugins stay, without their hooks. */
export function withoutFunctions(config) {
  deleteFunctions(config, new Set());
  return config;
}

/** Returns true if a configuration has a function at any depth. */
export function hasFunctions(value, seen = new Set()) {
  if (typeof value === 'function') {
    return true;
  }
  if (!isWalked(value, seen)) {
    return false;
  }
  return Object.values(value).some((member) => hasFunctions(member, seen));
}

function deleteFunctions(value, seen) {
  if (!isWalked(value, seen)) {
    return;
  }
  if (Array.isArray(value)) {
    for (let index = value.length - 1; index >= 0; index -= 1) {
      if (typeof value[index] === 'function') value.splice(index, 1);
    }
  }
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === 'function') delete value[key];
    else deleteFunctions(member, seen);
  }
}

/** Returns true for a plain object or list that has not been seen. Gradients, patterns and canvases are values. */
function isWalked(value, seen) {
  if (value === null || typeof value !== 'object' || seen.has(value)) {
    return false;
  }
  seen.add(value);
  return Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
}
