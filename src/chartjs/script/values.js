// The values of a configuration as JSON. Whatever JSON lacks is an object with the key MARK, which Rust turns back into a value.
(host, bridge, originals) => {
  'use strict';
  const MARK = '\u0001';
  const MAX_DEPTH = 64;
  // A script may replace the functions of the engine.
  const { Boolean, Date, Map, Number, String, apply, create, from, isArray, isFinite, isSafeInteger, isView, keys, stringIncludes } = originals;
  const text = String;
  const includes = (string, part) => apply(stringIncludes, string, [part]);
  const functions = [];
  const idsByFunction = new Map();

  const functionId = (value) => {
    let id = idsByFunction.get(value);
    if (id === undefined) {
      id = functions.push(value) - 1;
      idsByFunction.set(value, id);
    }
    return id;
  };

  // Objects that other libraries describe, such as gradients: each has a function under this key that returns its description.
  const DESCRIBE = Symbol('describe');

  // True for numbers that a reader of JSON gets right without long arithmetic: those of few digits.
  const MAX_SHORT_CHARS = 15;
  const isShort = (number) => {
    if (isSafeInteger(number)) return true;
    if (!isFinite(number)) return false;
    const written = text(number);
    return written.length <= MAX_SHORT_CHARS && !includes(written, 'e');
  };
  // True for lists that need no change, as most lists of data do not.
  const isPlainList = (list) => {
    for (let index = 0; index < list.length; index += 1) {
      const item = list[index];
      // Most numbers are small integers.
      if (typeof item === 'number' ? (item | 0) !== item && !isShort(item) : typeof item !== 'string') return false;
    }
    return true;
  };

  const encodeObject = (value, depth) => {
    if (depth > MAX_DEPTH) throw new RangeError(`lists or objects more than ${MAX_DEPTH} deep`);
    if (isArray(value)) return isPlainList(value) ? value : from(value, (item) => encode(item, depth + 1) ?? null);
    if (isView(value)) return from(value, (item) => encode(Number(item), depth + 1));
    if (value instanceof Date) return encode(value.getTime(), depth);
    if (value instanceof String || value instanceof Number || value instanceof Boolean) return encode(value.valueOf(), depth);
    const description = value[DESCRIBE];
    if (description) return { [MARK]: apply(description, value, []) };
    const object = create(null);
    for (const key of keys(value)) {
      const encoded = encode(value[key], depth + 1);
      if (encoded !== undefined) object[key] = encoded;
    }
    return object;
  };

  // Returns a value that JSON can hold; undefined stays undefined.
  const encode = (value, depth = 0) => {
    switch (typeof value) {
      case 'number':
        return isShort(value) ? value : { [MARK]: ['number', text(value)] };
      case 'string':
      case 'boolean':
      case 'undefined':
        return value;
      case 'bigint':
        return Number(value);
      case 'function':
        return { [MARK]: ['function', functionId(value)] };
      case 'object':
        return value === null ? null : encodeObject(value, depth);
      default:
        return undefined;
    }
  };

  const encodeResult = (value) => encode(value) ?? (value === undefined ? { [MARK]: ['undefined'] } : null);

  bridge.values = { DESCRIBE, encode, encodeResult, functions };
}
