// A WebAssembly module, with one object in it that does the work with the fonts loaded so far.

/// Bytes of all fonts loaded so far, in loading order; every module has the same fonts.
export const loadedFonts = [];

export class Engine {
  #loadBindings;
  #createInstance;
  #bindings;
  #instance;
  #starting;

  /** `file` is the module's; `loadBindings` resolves to the bindings of the instantiated module; `createInstance` creates the
   * object in it. */
  constructor(file, loadBindings, createInstance) {
    this.file = file;
    this.#loadBindings = loadBindings;
    this.#createInstance = createInstance;
  }

  get isStarting() {
    return this.#starting !== undefined;
  }

  get isReady() {
    return this.#instance !== undefined;
  }

  /** Starts the module once; after a failure, the next call tries again. */
  start() {
    this.#starting ??= this.#load().catch(error => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  async #load() {
    this.#bindings = await this.#loadBindings();
    this.#replaceInstance();
  }

  #replaceInstance() {
    const instance = this.#createInstance(this.#bindings);
    loadedFonts.forEach(font => instance.addFont(font));
    this.#instance = instance;
  }

  /** Calls into the module. If it traps (out of memory, or a bug), the next call gets a new instance. */
  call(work) {
    if (!this.isReady) throw emberlineError('NotReady', 'the module is not there yet: await init() first');
    try {
      return work(this.#instance);
    } catch (error) {
      if (error.code) throw error;
      this.#bindings.__wbg_reset_state();
      this.#replaceInstance();
      if (isStackOverflow(error)) throw stackError(error);
      throw emberlineError('Internal', `the module stopped (${error.message}) and was started anew`, error);
    }
  }
}

/// Chrome, Safari and node throw a RangeError, Firefox an InternalError of its own.
function isStackOverflow({ name, message }) {
  return /call stack size exceeded|too much recursion/.test(message) && /RangeError|InternalError/.test(name);
}

/// A browser's stack may end before the limit that scripts have in the module.
function stackError(cause) {
  const parts = { found: 'a script that needs more', expected: "at most the browser's stack (MAX_SCRIPT_STACK)" };
  const error = emberlineError('LimitExceeded', `found ${parts.found}, expected ${parts.expected}`, cause);
  return Object.assign(error, parts, { limit: 'MAX_SCRIPT_STACK' });
}

export function emberlineError(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { name: 'EmberlineError', code, path: '' });
}
