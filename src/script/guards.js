// Guards of the built-in functions that may run long in one step, in which no limit can end a script. Each charges the
// steps that its arguments will take before it starts. BigInt is removed: products of long numbers can't be guarded.
(host, bridge, originals) => {
  'use strict';
  const { apply, construct, getPrototypeOf } = Reflect;
  const { isArray } = Array;
  const { Number } = originals;
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const define = (object, name, value) =>
    defineProperty(object, name, { __proto__: null, value, writable: true, configurable: true });

  // Work below this many steps costs less than its charge.
  const FREE_STEPS = 1_000;
  const charge = (steps) => {
    if (steps > FREE_STEPS || steps !== steps) host.charge(steps);
  };
  // Replaces a method by one of the same name and length, which `make` returns as a method of an object: such a method has
  // its name already, and it is no constructor. The assignment keeps the flags of the property.
  const lengths = [0, 1, 2, 3].map((value) => ({ __proto__: null, value, configurable: true }));
  const replace = (owner, name, make) => {
    const native = owner[name];
    if (typeof native !== 'function') return;
    const guarded = make(native, name)[name];
    if (guarded.length !== native.length) defineProperty(guarded, 'length', lengths[native.length]);
    owner[name] = guarded;
  };

  // ---- Lists

  // Lists that are proxies may name another length whenever they are asked.
  const proxies = new WeakSet();
  const { has, add } = WeakSet.prototype;
  const isList = (value) => isArray(value) && !apply(has, proxies, [value]);
  const NativeProxy = Proxy;
  const register = (proxy) => {
    apply(add, proxies, [proxy]);
    return proxy;
  };
  function GuardedProxy(target, handler) {
    if (!new.target) throw new TypeError("constructor requires 'new'");
    useGlobals(target);
    return register(new NativeProxy(target, handler));
  }
  define(GuardedProxy, 'name', 'Proxy');
  define(GuardedProxy, 'revocable', (target, handler) => {
    useGlobals(target);
    const revocable = NativeProxy.revocable(target, handler);
    register(revocable.proxy);
    return revocable;
  });
  define(globalThis, 'Proxy', GuardedProxy);

  const lists = Array.prototype;
  const { from } = Array;
  const { join, push, slice } = lists;
  // A list of the items of something with a length, copied in steps that are counted.
  const copyItems = (source) => {
    const items = Object(source);
    const copy = [];
    for (let index = 0; index < items.length; index += 1) apply(push, copy, [items[index]]);
    return copy;
  };
  // Methods that read a list; `cost` is the number of steps for one of so many items.
  const guardReader = (name, cost = (length) => length) =>
    replace(lists, name, (native, key) => ({
      [key](...values) {
        const list = isList(this) ? this : copyItems(this);
        charge(cost(list.length));
        return apply(native, list, values);
      },
    }));
  // Methods that change a list.
  const guardWriter = (name, cost = (length) => length) =>
    replace(lists, name, (native, key) => ({
      [key](...values) {
        if (!isList(this)) throw new TypeError(`Array.prototype.${name} is called for something that is no list`);
        charge(cost(this.length));
        return apply(native, this, values);
      },
    }));
  const sortCost = (length) => 4 * length * Math.ceil(Math.log2(length + 1));
  for (const name of ['join', 'slice', 'toReversed', 'toSpliced', 'with']) guardReader(name);
  // Each item of an iterator takes some steps.
  for (const name of ['keys', 'entries', 'values']) guardReader(name, (length) => 4 * length);
  // Lists without gaps are moved and filled fast, but nobody knows here whether they have some.
  for (const name of ['copyWithin', 'fill', 'reverse', 'shift', 'splice', 'unshift']) guardWriter(name, (length) => length / 4);
  guardReader('toSorted', sortCost);
  guardWriter('sort', sortCost);
  define(lists, Symbol.iterator, lists.values);
  // These look at the limits themselves, but for lists without gaps.
  for (const name of ['includes', 'indexOf', 'lastIndexOf']) {
    replace(lists, name, (native, key) => ({
      [key](...values) {
        if (isList(this)) charge(this.length / 4);
        return apply(native, this, values);
      },
    }));
  }
  const isSpreadable = (value) =>
    value !== null && typeof value === 'object' && Boolean(value[Symbol.isConcatSpreadable]);
  replace(lists, 'concat', (native, key) => ({
    [key](...values) {
      const list = isList(this) ? this : [this];
      const added = [];
      for (const value of values) {
        const items = isList(value) ? value : isSpreadable(value) || isArray(value) ? copyItems(value) : [value];
        charge(items.length);
        apply(push, added, [items]);
      }
      charge(list.length);
      return apply(native, list, added);
    },
  }));
  const addFlat = (target, list, depth) => {
    if (isList(list)) charge(4 * list.length);
    for (let index = 0; index < list.length; index += 1) {
      if (!(index in list)) continue;
      const item = list[index];
      if (depth >= 1 && isArray(item)) addFlat(target, item, depth - 1);
      else apply(push, target, [item]);
    }
    return target;
  };
  replace(lists, 'flat', (native, key) => ({ [key](depth = 1) { return addFlat([], Object(this), Math.trunc(Number(depth)) || 0); } }));
  const { map } = lists;
  replace(lists, 'flatMap', (native, key) => ({ [key](call, self) { return addFlat([], apply(map, this, [call, self]), 1); } }));
  replace(Array, 'from', (native, key) => ({
    [key](items, call, self) {
      const list = apply(from, this, call === undefined ? [items] : [items, call, self]);
      charge(list.length);
      return list;
    },
  }));
  replace(Iterator.prototype, 'drop', (native, key) => ({
    [key](count) {
      const steps = Number(count);
      charge(steps);
      return apply(native, this, [steps]);
    },
  }));

  for (const name of ['BigInt64Array', 'BigUint64Array', 'BigInt']) delete globalThis[name];
  for (const name of ['getBigInt64', 'getBigUint64', 'setBigInt64', 'setBigUint64']) delete DataView.prototype[name];
  delete Math.sumPrecise;

  // ---- Texts

  const texts = String.prototype;
  const thisText = (value, name) => {
    if (value === null || value === undefined) throw new TypeError(`String.prototype.${name} is called on ${value}`);
    return String(value);
  };
  // A search compares the pattern at each place.
  const searchCost = (text, pattern) => (text.length + text.length * (pattern.length / 16)) / 4;
  for (const name of ['includes', 'indexOf', 'lastIndexOf']) {
    replace(texts, name, (native, key) => ({
      [key](pattern, ...values) {
        const text = thisText(this, name);
        if (name === 'includes' && pattern instanceof RegExp) throw new TypeError('regexp not supported');
        const searched = String(pattern);
        charge(searchCost(text, searched));
        return apply(native, text, [searched, ...values]);
      },
    }));
  }
  for (const [name, symbol] of [['split', Symbol.split], ['replace', Symbol.replace], ['replaceAll', Symbol.replace]]) {
    replace(texts, name, (native, key) => ({
      [key](pattern, ...values) {
        if (pattern !== null && typeof pattern === 'object' && this !== null && this !== undefined) {
          const method = pattern[symbol];
          if (method !== undefined && method !== null) {
            if (name === 'replaceAll' && pattern instanceof RegExp && !String(pattern.flags).includes('g')) {
              throw new TypeError('regexp must have the \'g\' flag');
            }
            return apply(method, pattern, [this, ...values]);
          }
        }
        const text = thisText(this, name);
        if (pattern === undefined) return apply(native, text, [pattern, ...values]);
        const searched = String(pattern);
        charge(searchCost(text, searched));
        return apply(native, text, [searched, ...values]);
      },
    }));
  }
  // Marks of one letter are sorted by insertion.
  const normalCost = (text) => text.length * (text.length / 16);
  replace(texts, 'normalize', (native, key) => ({
    [key](...values) {
      const text = thisText(this, 'normalize');
      charge(normalCost(text));
      return apply(native, text, values);
    },
  }));
  replace(texts, 'localeCompare', (native, key) => ({
    [key](other, ...values) {
      const [text, second] = [thisText(this, 'localeCompare'), String(other)];
      charge(normalCost(text) + normalCost(second));
      return apply(native, text, [second, ...values]);
    },
  }));
  for (const name of ['toUpperCase', 'toLowerCase', 'toLocaleUpperCase', 'toLocaleLowerCase', Symbol.iterator]) {
    replace(texts, name, (native, key) => ({
      [key](...values) {
        const text = thisText(this, String(name));
        charge(text.length);
        return apply(native, text, values);
      },
    }));
  }
  for (const name of ['repeat', 'padStart', 'padEnd']) {
    replace(texts, name, (native, key) => ({
      [key](...values) {
        const result = apply(native, this, values);
        charge(result.length / 16);
        return result;
      },
    }));
  }
  replace(JSON, 'parse', (native, key) => ({
    [key](text, ...values) {
      const json = String(text);
      charge(json.length);
      return native(json, ...values);
    },
  }));
  replace(JSON, 'stringify', (native, key) => ({
    [key](value, names, ...values) {
      const chosen = isArray(names) && !isList(names) ? copyItems(names) : names;
      if (isArray(chosen)) charge(chosen.length);
      const json = native(value, chosen, ...values);
      if (typeof json === 'string') charge(json.length);
      return json;
    },
  }));

  // ---- Objects

  for (const name of ['keys', 'values', 'entries', 'getOwnPropertyNames']) {
    replace(Object, name, (native, key) => ({
      [key](object) {
        const list = native(object);
        charge(list.length);
        return list;
      },
    }));
  }

  // ---- Flags of properties, which accessors of globals that wait for their libraries must not show

  const { useGlobals } = originals;
  for (const owner of [Object, Reflect]) {
    for (const name of ['defineProperty', 'defineProperties', 'getOwnPropertyDescriptor', 'getOwnPropertyDescriptors', 'freeze', 'seal', 'set']) {
      replace(owner, name, (native, key) => ({
        [key](...values) {
          useGlobals(values[0]);
          useGlobals(values[3]);
          return apply(native, this, values);
        },
      }));
    }
  }
  for (const name of ['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__']) {
    replace(Object.prototype, name, (native, key) => ({
      [key](...values) {
        useGlobals(this);
        return apply(native, this, values);
      },
    }));
  }

  // ---- Code

  // Replaces a constructor; `guard` returns the arguments that it gets.
  const guardConstructor = (prototype, guard) => {
    const native = prototype.constructor;
    const guarded = new NativeProxy(native, {
      construct: (target, values, newTarget) => construct(target, guard(values), newTarget === guarded ? target : newTarget),
      apply: (target, self, values) => apply(target, self, guard(values)),
    });
    define(prototype, 'constructor', guarded);
    return guarded;
  };
  const checkSources = (values) => {
    const sources = [];
    for (const value of values) {
      const source = String(value);
      host.checkSource(source);
      apply(push, sources, [source]);
    }
    return sources;
  };
  // The parameters and the body of a function, and the text that the engine makes of them: parts may complete each other.
  const checkFunction = (values) => {
    const sources = checkSources(values);
    host.checkSource(`${apply(join, apply(slice, sources, [0, -1]), [','])}\n) {\n${sources[sources.length - 1] ?? ''}\n}`);
    return sources;
  };
  const evaluate = globalThis.eval;
  define(globalThis, 'eval', { eval: (code) => (typeof code === 'string' ? evaluate(checkSources([code])[0]) : code) }.eval);
  const samples = [function () {}, function* () {}, async function () {}, async function* () {}];
  for (const sample of samples) guardConstructor(getPrototypeOf(sample), checkFunction);
  globalThis.RegExp = guardConstructor(RegExp.prototype, (values) => {
    if (typeof values[0] === 'string') charge(values[0].length);
    return values;
  });
  globalThis.Function = samples[0].constructor;
  originals.guards = {
    charge, copyItems, guardConstructor, isList, replace, sortCost, apply, getPrototypeOf, isArray, slice,
    from: Array.from, isView: ArrayBuffer.isView, iterator: Symbol.iterator,
    bufferLength: getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get, getOwnPropertyDescriptor,
  };
}
