// A WebAssembly module with one object in it that does the work with the fonts there are.

/// Bytes of all fonts so far, in their order; every module has the same.
export const fonts = [];

export class Engine {
  #open;
  #make;
  #bindings;
  #worker;
  #starting;

  /** `open` gives the bindings of the module, instantiated; `make` the object in it. */
  constructor(open, make) {
    this.#open = open;
    this.#make = make;
  }

  get begun() {
    return this.#starting !== undefined;
  }

  get started() {
    return this.#worker !== undefined;
  }

  /** Once; again where it failed. */
  start() {
    this.#starting ??= this.#start().catch(error => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  async #start() {
    this.#bindings = await this.#open();
    this.#anew();
  }

  #anew() {
    const worker = this.#make(this.#bindings);
    fonts.forEach(font => worker.addFont(font));
    this.#worker = worker;
  }

  /** Calls into the module. Where that traps (memory at its end, a fault of ours), the next call has a new one. */
  call(work) {
    if (!this.started) throw failure('NotReady', 'the module is not there yet: await init() first');
    try {
      return work(this.#worker);
    } catch (error) {
      if (error.code) throw error;
      this.#bindings.__wbg_reset_state();
      this.#anew();
      throw failure('Internal', `the module stopped (${error.message}) and was started anew`, error);
    }
  }
}

export function failure(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { name: 'EmberlineError', code, path: '' });
}
