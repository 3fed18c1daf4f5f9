// The Canvas 2D API for scripts. Nothing is painted here: what draws is recorded as a list of operations, which
// `src/canvas/` replays. Arguments and values are checked as a canvas checks them, so that a recording holds valid ones.
//
// `host` has what needs fonts or the colours of CSS:
//   measureText(text, font, align, baseline, direction)   the members of a TextMetrics
//   parseColor(text)                                      [red, green, blue, alpha], each up to 255, or null
//   isFont(text)                                          true for a font shorthand
// `values` is what `canvas_values.js` returns for the same host. `originals` has functions of `Object`, which a script may
// have changed since.
(host, values, originals) => {
  'use strict';
  const { assign, defineProperty, keys } = originals ?? Object;
  const {
    hidden, domError, areFinite, toNumbers, checkRadius, colorText, CanvasGradient, CanvasPattern, makeGradient, IDENTITY, multiply,
    matrixObject, readMatrix, pathMethods, Path2D, PROPERTIES, INERT_PROPERTIES, initialState,
  } = values;

  // ---- The context

  class CanvasRenderingContext2D {
    save() {
      const inner = hidden.get(this);
      inner.saved.push({ ...inner.state });
      inner.operations.push(['save']);
    }
    restore() {
      const inner = hidden.get(this);
      if (inner.saved.length === 0) return;
      inner.state = inner.saved.pop();
      inner.operations.push(['restore']);
    }
    reset() {
      const inner = hidden.get(this);
      inner.state = initialState();
      inner.saved = [];
      inner.operations.push(['reset']);
    }
    beginPath() {
      hidden.get(this).operations.push(['beginPath']);
    }
    fill(...values) {
      hidden.get(this).operations.push(['fill', ...ruleAndPath(values)]);
    }
    clip(...values) {
      hidden.get(this).operations.push(['clip', ...ruleAndPath(values)]);
    }
    stroke(path) {
      hidden.get(this).operations.push(path instanceof Path2D ? ['stroke', hidden.get(path).steps.slice()] : ['stroke']);
    }
    getTransform() {
      return matrixObject(hidden.get(this).state.matrix);
    }
    setTransform(...values) {
      const isObject = values.length <= 1;
      const numbers = isObject ? readMatrix(values[0] ?? {}) : toNumbers(values.slice(0, 6));
      setMatrix(this, numbers, numbers, ['setTransform', ...numbers]);
    }
    resetTransform() {
      setMatrix(this, IDENTITY, IDENTITY, ['setTransform', ...IDENTITY]);
    }
    transform(...values) {
      const numbers = toNumbers(values.slice(0, 6));
      setMatrix(this, numbers, multiply(hidden.get(this).state.matrix, numbers), ['transform', ...numbers]);
    }
    translate(x, y) {
      const numbers = toNumbers([x, y]);
      setMatrix(this, numbers, multiply(hidden.get(this).state.matrix, [1, 0, 0, 1, ...numbers]), ['translate', ...numbers]);
    }
    scale(x, y) {
      const numbers = toNumbers([x, y]);
      setMatrix(this, numbers, multiply(hidden.get(this).state.matrix, [numbers[0], 0, 0, numbers[1], 0, 0]), ['scale', ...numbers]);
    }
    rotate(angle) {
      angle = Number(angle);
      const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
      setMatrix(this, [angle], multiply(hidden.get(this).state.matrix, [cosine, sine, -sine, cosine, 0, 0]), ['rotate', angle]);
    }
    setLineDash(segments) {
      let dash = toNumbers(segments);
      if (!dash.every((length) => Number.isFinite(length) && length >= 0)) return;
      if (dash.length % 2 === 1) dash = [...dash, ...dash];
      hidden.get(this).state.lineDash = dash;
      hidden.get(this).operations.push(['set', 'lineDash', dash.some((length) => length > 0) ? dash : []]);
    }
    getLineDash() {
      return hidden.get(this).state.lineDash.slice();
    }
    fillText(text, x, y, maxWidth) {
      recordText(this, 'fillText', text, [x, y], maxWidth);
    }
    strokeText(text, x, y, maxWidth) {
      recordText(this, 'strokeText', text, [x, y], maxWidth);
    }
    measureText(text) {
      const { font, textAlign, textBaseline, direction } = hidden.get(this).state;
      return host.measureText(String(text), font, textAlign, textBaseline, direction);
    }
    createLinearGradient(x0, y0, x1, y1) {
      return makeGradient('linear', [x0, y0, x1, y1]);
    }
    createRadialGradient(x0, y0, r0, x1, y1, r1) {
      checkRadius(r0);
      checkRadius(r1);
      return makeGradient('radial', [x0, y0, r0, x1, y1, r1]);
    }
    createConicGradient(startAngle, x, y) {
      return makeGradient('conic', [startAngle, x, y]);
    }
    createPattern(image, repetition) {
      repetition = repetition === null || repetition === '' ? 'repeat' : String(repetition);
      if (!['repeat', 'repeat-x', 'repeat-y', 'no-repeat'].includes(repetition)) {
        throw domError('SyntaxError', `Failed to execute 'createPattern': The provided type ('${repetition}') is not one of 'repeat', 'no-repeat', 'repeat-x', or 'repeat-y'.`);
      }
      const canvas = canvasContent(this, image, 'createPattern');
      if (!canvas) return null;
      const pattern = new CanvasPattern();
      hidden.set(pattern, { pattern: { canvas, repetition } });
      return pattern;
    }
    drawImage(image, ...values) {
      const canvas = canvasContent(this, image, 'drawImage');
      if (!canvas) return;
      const { width, height } = canvas;
      const numbers = toNumbers(values);
      if (![2, 4, 8].includes(numbers.length)) throw new TypeError("Failed to execute 'drawImage': Valid arities are: [3, 5, 9].");
      if (!areFinite(numbers)) return;
      const from = numbers.length === 8 ? numbers.slice(0, 4) : [0, 0, width, height];
      const to = numbers.length === 2 ? [...numbers, width, height] : numbers.slice(-4);
      hidden.get(this).operations.push(['drawImage', canvas, ...from, ...to]);
    }
    isPointInPath() {
      return reportUnsupported(this, 'isPointInPath', false);
    }
    isPointInStroke() {
      return reportUnsupported(this, 'isPointInStroke', false);
    }
    isContextLost() {
      return false;
    }
    getContextAttributes() {
      return { alpha: true, colorSpace: 'srgb', desynchronized: false, willReadFrequently: false };
    }
    drawFocusIfNeeded() {}
    scrollPathIntoView() {}
    get canvas() {
      return hidden.get(this).canvas;
    }
  }
  assign(CanvasRenderingContext2D.prototype, pathMethods((context, step) => hidden.get(context).operations.push(step)));
  for (const name of ['fillRect', 'strokeRect', 'clearRect']) {
    CanvasRenderingContext2D.prototype[name] = function (x, y, width, height) {
      const numbers = toNumbers([x, y, width, height]);
      if (areFinite(numbers)) hidden.get(this).operations.push([name, ...numbers]);
    };
  }
  // A recording has no pixels.
  for (const name of ['getImageData', 'putImageData', 'createImageData']) {
    CanvasRenderingContext2D.prototype[name] = function () {
      throw domError('NotSupportedError', `${name} is not supported: this canvas is recorded and has no pixels.`);
    };
  }
  for (const name of keys(PROPERTIES)) {
    defineProperty(CanvasRenderingContext2D.prototype, name, {
      __proto__: null,
      configurable: true,
      enumerable: true,
      get() {
        const value = hidden.get(this).state[name];
        return Array.isArray(value) ? colorText(value) : value;
      },
      set(value) {
        const read = PROPERTIES[name].read(value);
        if (read === undefined) return;
        const inner = hidden.get(this);
        inner.state[name] = read;
        inner.operations.push(['set', name, read]);
      },
    });
  }
  for (const name of [...keys(INERT_PROPERTIES), 'imageSmoothingEnabled', 'imageSmoothingQuality']) {
    defineProperty(CanvasRenderingContext2D.prototype, name, {
      __proto__: null,
      configurable: true,
      enumerable: true,
      get() {
        return hidden.get(this).state[name];
      },
      set(value) {
        hidden.get(this).state[name] = value;
        if (name in INERT_PROPERTIES && value !== INERT_PROPERTIES[name]) reportUnsupported(this, name);
      },
    });
  }

  const reportUnsupported = (context, name, result) => {
    hidden.get(context).operations.push(['unsupported', name]);
    return result;
  };
  const ruleAndPath = (values) => {
    const [path, rule] = values[0] instanceof Path2D ? values : [null, values[0]];
    const isEvenOdd = rule === 'evenodd';
    return path ? [isEvenOdd, hidden.get(path).steps.slice()] : [isEvenOdd];
  };
  const setMatrix = (context, numbers, matrix, operation) => {
    if (!areFinite(numbers)) return;
    const inner = hidden.get(context);
    inner.state.matrix = matrix;
    inner.operations.push(operation);
  };
  const recordText = (context, name, text, position, maxWidth) => {
    const numbers = toNumbers(maxWidth === undefined ? position : [...position, maxWidth]);
    if (areFinite(numbers)) hidden.get(context).operations.push([name, String(text), ...numbers]);
  };
  // What has been drawn on a canvas so far; null for an image that is none.
  const canvasContent = (context, image, method) => {
    const inner = hidden.get(image instanceof CanvasRenderingContext2D ? image.canvas : Object(image));
    if (!inner || !inner.context) {
      if (image === null || typeof image !== 'object') throw new TypeError(`Failed to execute '${method}': The provided value is not an image.`);
      return reportUnsupported(context, `${method} of an image`, null);
    }
    const { width, height, context: { canvas } } = inner;
    if (width === 0 || height === 0) throw domError('InvalidStateError', `Failed to execute '${method}': The image argument is a canvas element with a width or height of 0.`);
    return canvasRecording(canvas);
  };

  // ---- Canvases

  const pixels = (value, initial) => {
    value = Math.trunc(Number(value));
    return value >= 0 && value < 2 ** 31 ? value : initial;
  };

  class HTMLCanvasElement {
    constructor(width = 300, height = 150) {
      const context = new CanvasRenderingContext2D();
      hidden.set(this, { width: pixels(width, 300), height: pixels(height, 150), context });
      this.style = {};
      hidden.set(context, { canvas: this, state: initialState(), saved: [], operations: [] });
    }
    getContext(kind) {
      return kind === '2d' ? hidden.get(this).context : null;
    }
    toDataURL() {
      throw domError('NotSupportedError', 'toDataURL is not supported: this canvas is recorded and has no pixels.');
    }
    // A new size clears a canvas, even if it is the old one.
    get width() {
      return hidden.get(this).width;
    }
    set width(value) {
      hidden.get(this).width = pixels(value, 300);
      hidden.get(this).context.reset();
    }
    get height() {
      return hidden.get(this).height;
    }
    set height(value) {
      hidden.get(this).height = pixels(value, 150);
      hidden.get(this).context.reset();
    }
  }
  defineProperty(HTMLCanvasElement.prototype, Symbol.toStringTag, { __proto__: null, value: 'HTMLCanvasElement', configurable: true });
  class OffscreenCanvas extends HTMLCanvasElement {}

  const createCanvasContext = (width, height) => new HTMLCanvasElement(width, height).getContext('2d');

  // The size of a canvas and what has been drawn on it so far.
  const canvasRecording = (canvas) => {
    const { width, height, context } = hidden.get(canvas);
    return { width, height, operations: hidden.get(context).operations.slice() };
  };

  // Returns the operations recorded since the last call, and empties the list.
  const takeOperations = (context) => hidden.get(context).operations.splice(0);

  return { createCanvasContext, canvasRecording, takeOperations, CanvasRenderingContext2D, CanvasGradient, CanvasPattern, HTMLCanvasElement, OffscreenCanvas, Path2D };
}
