// Guards of the built-in functions that may run long in one step, in which no limit can end a script. Each charges the
// steps that its arguments will take before it starts. BigInt is removed: products of long numbers can't be guarded.
(host) => {
  'use strict';
  const { apply, construct, getPrototypeOf } = Reflect;
  const { isArray } = Array;
  const define = (object, name, value) =>
    Object.defineProperty(object, name, { value, writable: true, configurable: true });

  // Work below this many steps costs less than its charge.
  const FREE_STEPS = 1_000;
  const charge = (steps) => {
    if (steps > FREE_STEPS || steps !== steps) host.charge(steps);
  };
  // Replaces a method by one of the same name and length.
  const replace = (owner, name, make) => {
    const native = owner[name];
    if (typeof native !== 'function') return;
    const guarded = make(native);
    define(guarded, 'name', native.name);
    define(guarded, 'length', native.length);
    define(owner, name, guarded);
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
    return register(new NativeProxy(target, handler));
  }
  define(GuardedProxy, 'name', 'Proxy');
  define(GuardedProxy, 'revocable', (target, handler) => {
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
    replace(lists, name, (native) => function (...values) {
      const list = isList(this) ? this : copyItems(this);
      charge(cost(list.length));
      return apply(native, list, values);
    });
  // Methods that change a list.
  const guardWriter = (name, cost = (length) => length) =>
    replace(lists, name, (native) => function (...values) {
      if (!isList(this)) throw new TypeError(`Array.prototype.${name} is called for something that is no list`);
      charge(cost(this.length));
      return apply(native, this, values);
    });
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
    replace(lists, name, (native) => function (...values) {
      if (isList(this)) charge(this.length / 4);
      return apply(native, this, values);
    });
  }
  const isSpreadable = (value) =>
    value !== null && typeof value === 'object' && Boolean(value[Symbol.isConcatSpreadable]);
  replace(lists, 'concat', (native) => function (...values) {
    const list = isList(this) ? this : [this];
    const added = [];
    for (const value of values) {
      const items = isList(value) ? value : isSpreadable(value) || isArray(value) ? copyItems(value) : [value];
      charge(items.length);
      apply(push, added, [items]);
    }
    charge(list.length);
    return apply(native, list, added);
  });
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
  replace(lists, 'flat', () => function (depth = 1) { return addFlat([], Object(this), Math.trunc(Number(depth)) || 0); });
  const { map } = lists;
  replace(lists, 'flatMap', () => function (call, self) { return addFlat([], apply(map, this, [call, self]), 1); });
  replace(Array, 'from', () => function (items, call, self) {
    const list = apply(from, this, call === undefined ? [items] : [items, call, self]);
    charge(list.length);
    return list;
  });
  replace(Iterator.prototype, 'drop', (native) => function (count) {
    const steps = Number(count);
    charge(steps);
    return apply(native, this, [steps]);
  });

  // ---- Lists of numbers

  const typedLists = getPrototypeOf(Int8Array.prototype);
  const typedLength = Object.getOwnPropertyDescriptor(typedLists, 'length').get;
  const guardTyped = (name, cost) =>
    replace(typedLists, name, (native) => function (...values) {
      charge(cost(apply(typedLength, this, [])));
      return apply(native, this, values);
    });
  for (const name of ['copyWithin', 'fill', 'reverse', 'slice', 'includes', 'indexOf', 'lastIndexOf', 'with', 'toReversed']) {
    guardTyped(name, (length) => length / 16);
  }
  for (const name of ['join', 'keys', 'entries', 'values']) guardTyped(name, (length) => length);
  for (const name of ['sort', 'toSorted']) guardTyped(name, sortCost);
  define(typedLists, Symbol.iterator, typedLists.values);
  const bufferLength = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;
  const { isView } = ArrayBuffer;
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
    const items = isList(value) ? value : value[Symbol.iterator] ? Array.from(value) : copyItems(value);
    charge(items.length);
    return items;
  };
  replace(typedLists, 'set', (native) => function (items, ...values) { return apply(native, this, [guardItems(items), ...values]); });
  replace(getPrototypeOf(Int8Array), 'from', (native) => function (items, ...values) {
    return apply(native, this, [guardItems(items), ...values]);
  });
  // Replaces a constructor; `guard` returns the arguments that it gets.
  const guardConstructor = (prototype, guard) => {
    const native = prototype.constructor;
    const guarded = new NativeProxy(native, {
      construct: (target, values, newTarget) => construct(target, guard(values), newTarget === guarded ? target : newTarget),
      apply: (target, self, values) => apply(target, self, guard(values)),
    });
    define(prototype, 'constructor', guarded);
    if (globalThis[native.name] === native) define(globalThis, native.name, guarded);
  };
  const kinds = ['Int8', 'Uint8', 'Uint8Clamped', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float16', 'Float32', 'Float64'];
  for (const kind of kinds) {
    const constructor = globalThis[`${kind}Array`];
    if (constructor) guardConstructor(constructor.prototype, (values) => (values.length > 0 ? [guardItems(values[0]), ...values.slice(1)] : values));
  }
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
    replace(texts, name, (native) => function (pattern, ...values) {
      const text = thisText(this, name);
      if (name === 'includes' && pattern instanceof RegExp) throw new TypeError('regexp not supported');
      const searched = String(pattern);
      charge(searchCost(text, searched));
      return apply(native, text, [searched, ...values]);
    });
  }
  for (const [name, symbol] of [['split', Symbol.split], ['replace', Symbol.replace], ['replaceAll', Symbol.replace]]) {
    replace(texts, name, (native) => function (pattern, ...values) {
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
    });
  }
  // Marks of one letter are sorted by insertion.
  const normalCost = (text) => text.length * (text.length / 16);
  replace(texts, 'normalize', (native) => function (...values) {
    const text = thisText(this, 'normalize');
    charge(normalCost(text));
    return apply(native, text, values);
  });
  replace(texts, 'localeCompare', (native) => function (other, ...values) {
    const [text, second] = [thisText(this, 'localeCompare'), String(other)];
    charge(normalCost(text) + normalCost(second));
    return apply(native, text, [second, ...values]);
  });
  for (const name of ['toUpperCase', 'toLowerCase', 'toLocaleUpperCase', 'toLocaleLowerCase', Symbol.iterator]) {
    replace(texts, name, (native) => function (...values) {
      const text = thisText(this, String(name));
      charge(text.length);
      return apply(native, text, values);
    });
  }
  for (const name of ['repeat', 'padStart', 'padEnd']) {
    replace(texts, name, (native) => function (...values) {
      const result = apply(native, this, values);
      charge(result.length / 16);
      return result;
    });
  }
  replace(JSON, 'parse', (native) => (text, ...values) => {
    const json = String(text);
    charge(json.length);
    return native(json, ...values);
  });
  replace(JSON, 'stringify', (native) => (value, names, ...values) => {
    const chosen = isArray(names) && !isList(names) ? copyItems(names) : names;
    if (isArray(chosen)) charge(chosen.length);
    const json = native(value, chosen, ...values);
    if (typeof json === 'string') charge(json.length);
    return json;
  });

  // ---- Objects

  for (const name of ['keys', 'values', 'entries', 'getOwnPropertyNames']) {
    replace(Object, name, (native) => (object) => {
      const list = native(object);
      charge(list.length);
      return list;
    });
  }
  for (const prototype of [Map.prototype, Set.prototype]) {
    const size = Object.getOwnPropertyDescriptor(prototype, 'size').get;
    for (const name of ['keys', 'values', 'entries']) {
      replace(prototype, name, (native) => function () {
        charge(apply(size, this, []));
        return apply(native, this, []);
      });
    }
    define(prototype, Symbol.iterator, prototype === Map.prototype ? prototype.entries : prototype.values);
  }

  // ---- Code

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
  guardConstructor(RegExp.prototype, (values) => {
    if (typeof values[0] === 'string') charge(values[0].length);
    return values;
  });
}
