// The part of the sandbox that is there before a script runs: what must not be missed, and the ways to the rest of it.
//
// The other libraries are loaded when something that they provide is used first. Then a script may have changed the
// built-in objects, so `originals` keeps those that libraries need while they are loaded.
(host, bridge, originals) => {
  'use strict';
  const { assign, create, defineProperties, defineProperty, entries, keys } = Object;
  const { apply, construct, defineProperty: setOwn, getOwnPropertyDescriptor, setPrototypeOf } = Reflect;
  const { parse, stringify } = JSON;
  assign(originals, {
    Boolean, Date, Map, Number, Proxy, String, WeakMap, assign, create, defineProperties, defineProperty, entries, keys, apply, construct, parse,
    stringify, evaluate: eval, from: Array.from, isArray: Array.isArray, isView: ArrayBuffer.isView,
    isFinite: Number.isFinite, isSafeInteger: Number.isSafeInteger, stringIncludes: ''.includes,
  });

  // ---- Libraries

  // A library gets an object over the bridge, so that the bridge has all of its values or, if it fails, none.
  const load = (name) => {
    const library = host.findLibrary(name);
    if (library === undefined) return undefined;
    const provided = create(bridge);
    library(host, provided, originals);
    const names = keys(provided);
    for (let index = 0; index < names.length; index += 1) {
      const key = names[index];
      defineProperty(bridge, key, { __proto__: null, value: provided[key], writable: true, enumerable: true, configurable: true });
    }
    return provided[name];
  };
  setPrototypeOf(bridge, new Proxy(create(null), { __proto__: null, get: (_, name) => load(name) }));
  bridge.isLoaded = (name) => getOwnPropertyDescriptor(bridge, name) !== undefined;

  // ---- Globals that libraries provide

  // Each is an accessor until it is used; a value takes its place then.
  const accessors = create(null);
  const natives = create(null);
  const setGlobal = (object, name, value) => {
    const flags = object === globalThis ? {} : { enumerable: true, configurable: true };
    if (!setOwn(object, name, { __proto__: null, value, writable: true, ...flags })) throw new TypeError(`${name} is read-only`);
  };
  const isPending = (name) => getOwnPropertyDescriptor(globalThis, name)?.get === accessors[name];
  const useGlobal = (name) => {
    const value = bridge[name];
    if (isPending(name)) setGlobal(globalThis, name, value);
    return value;
  };
  for (const name of host.globals) {
    const accessor = {
      get() { return useGlobal(name); },
      set(value) { setGlobal(this, name, value); },
      configurable: true,
    };
    accessors[name] = accessor.get;
    natives[name] = globalThis[name];
    defineProperty(globalThis, name, accessor);
  }
  // What shows or changes the flags of a property finds values only.
  const useGlobals = (object) => {
    if (object !== globalThis) return;
    for (let index = 0; index < host.globals.length; index += 1) if (isPending(host.globals[index])) useGlobal(host.globals[index]);
  };
  assign(originals, { natives, useGlobals });

  // ---- Numbers and texts

  // The settings of the picture: `seed` for random numbers, `now` in milliseconds.
  const settings = { seed: 0, now: 0 };
  bridge.settings = settings;
  bridge.configure = ({ seed, now }) => {
    settings.seed = seed >>> 0;
    settings.now = now;
    return null;
  };

  // Mulberry32, a generator with 32 bits of state.
  const { imul } = Math;
  const mathematics = {
    random() {
      settings.seed = (settings.seed + 0x6d2b79f5) | 0;
      let bits = imul(settings.seed ^ (settings.seed >>> 15), 1 | settings.seed);
      bits = (bits + imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
      return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
    },
  };
  Math.random = mathematics.random;
  const numberMethods = { toLocaleString(...values) { return apply(bridge.numberToLocaleString, this, values); } };
  for (const { prototype } of [Number, BigInt]) prototype.toLocaleString = numberMethods.toLocaleString;
  const listMethods = { toLocaleString(...values) { return apply(bridge.listToLocaleString, this, values); } };
  Array.prototype.toLocaleString = listMethods.toLocaleString;

  // Memory that threads share would need threads.
  delete globalThis.SharedArrayBuffer;
  delete globalThis.Atomics;

  // Calls a function of the bridge with JSON.
  return (name, argument) => stringify(bridge[name](parse(argument)));
}
