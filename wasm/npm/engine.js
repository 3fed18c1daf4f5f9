// A WebAssembly module, with one object in it that does the work with the fonts loaded so far.

/// Bytes of all fonts loaded so far, in loading order; every module has the same fonts.
export const loadedFonts = [];

export class Engine {
  #loadBindings;
  #createInstance;
  #bindings;
  #instance;
  #starting;

  /** `loadBindings` resolves to the bindings of the instantiated module; `createInstance` creates the object in it. */
  constructor(loadBindings, createInstance) {
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
      throw emberlineError('Internal', `the module stopped (${error.message}) and was started anew`, error);
    }
  }
}

export function emberlineError(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { name: 'EmberlineError', code, path: '' });
}
