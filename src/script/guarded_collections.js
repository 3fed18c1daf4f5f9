// Maps, sets and lists of numbers, with guards as in `guards.js`. A script reaches them by the names of their constructors
// only, so they are guarded when it uses one of them.
(host, bridge, originals) => {
  'use strict';
  const { natives, Number } = originals;
  const {
    charge, copyItems, guardConstructor, isList, replace, sortCost, apply, getPrototypeOf, slice, from, isView, iterator,
    bufferLength, getOwnPropertyDescriptor,
  } = originals.guards;

  // ---- Maps and sets

  const { Map, Set } = natives;
  const guardIterators = (prototype, names) => {
    const size = getOwnPropertyDescriptor(prototype, 'size').get;
    for (let index = 0; index < names.length; index += 1) {
      replace(prototype, names[index], (native, key) => ({
        [key]() {
          charge(apply(size, this, []));
          return apply(native, this, []);
        },
      }));
    }
  };
  guardIterators(Map.prototype, ['keys', 'values', 'entries']);
  guardIterators(Set.prototype, ['values', 'entries']);
  Map.prototype[iterator] = Map.prototype.entries;
  Set.prototype[iterator] = Set.prototype.keys = Set.prototype.values;
  bridge.Map = Map;
  bridge.Set = Set;

  // ---- Lists of numbers

  const typedLists = getPrototypeOf(natives.Int8Array.prototype);
  const typedLength = getOwnPropertyDescriptor(typedLists, 'length').get;
  const guardTyped = (names, cost) => {
    for (let index = 0; index < names.length; index += 1) {
      replace(typedLists, names[index], (native, key) => ({
        [key](...values) {
          charge(cost(apply(typedLength, this, [])));
          return apply(native, this, values);
        },
      }));
    }
  };
  guardTyped(['copyWithin', 'fill', 'reverse', 'slice', 'includes', 'indexOf', 'lastIndexOf', 'with', 'toReversed'], (length) => length / 16);
  guardTyped(['join', 'keys', 'entries', 'values'], (length) => length);
  guardTyped(['sort', 'toSorted'], sortCost);
  typedLists[iterator] = typedLists.values;
  const isTyped = (value) => {
    if (isView(value)) return true;
    try {
      return apply(bufferLength, value, []) >= 0;
    } catch {
      return false;
    }
  };
  // What becomes the items of a list of numbers: a list, a buffer or a length.
  const guardItems = (value) => {
    if (value === null || typeof value !== 'object') {
      charge(Number(value) / 64);
      return value;
    }
    if (isTyped(value)) {
      charge(value.byteLength);
      return value;
    }
    const items = isList(value) ? value : value[iterator] ? apply(from, Array, [value]) : copyItems(value);
    charge(items.length);
    return items;
  };
  replace(typedLists, 'set', (native, key) => ({ [key](items, ...values) { return apply(native, this, [guardItems(items), ...values]); } }));
  replace(getPrototypeOf(natives.Int8Array), 'from', (native, key) => ({
    [key](items, ...values) {
      return apply(native, this, [guardItems(items), ...values]);
    },
  }));
  const kinds = ['Int8', 'Uint8', 'Uint8Clamped', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float16', 'Float32', 'Float64'];
  for (let index = 0; index < kinds.length; index += 1) {
    const name = `${kinds[index]}Array`;
    bridge[name] = guardConstructor(natives[name].prototype, (values) =>
      (values.length > 0 ? [guardItems(values[0]), ...apply(slice, values, [1])] : values));
  }
}
