// Values of the Canvas 2D API for scripts: colours, gradients, patterns, matrices, paths and the properties of a context.
// `canvas.js` describes `host`, and uses what this script returns.
(host, originals) => {
  'use strict';
  const { assign, keys } = originals ?? Object;
  const { WeakMap } = originals ?? globalThis;

  // The parts of an object that scripts do not see.
  const hidden = new WeakMap();

  const domError = (name, message) => {
    const error = new Error(message);
    error.name = name;
    return error;
  };
  const areFinite = (numbers) => numbers.every(Number.isFinite);
  const toNumbers = (values) => Array.from(values, Number);
  const checkRadius = (radius) => {
    if (radius < 0) throw domError('IndexSizeError', `The radius provided (${radius}) is negative.`);
  };

  // ---- Colours, gradients and patterns

  const byte = (number) => number.toString(16).padStart(2, '0');
  // A colour as `fillStyle` returns it.
  const colorText = ([red, green, blue, alpha]) => {
    if (alpha === 255) return `#${byte(red)}${byte(green)}${byte(blue)}`;
    const rounded = Math.round((alpha / 255) * 100) / 100;
    const share = Math.round(rounded * 255) === alpha ? rounded : Math.round((alpha / 255) * 1000) / 1000;
    return `rgba(${red}, ${green}, ${blue}, ${share})`;
  };

  // A gradient or pattern is recorded as an object whose `toJSON` is called when the recording is written, so that stops
  // that are added after the assignment count.
  class CanvasGradient {
    addColorStop(offset, color) {
      offset = Number(offset);
      if (!Number.isFinite(offset)) throw new TypeError("Failed to execute 'addColorStop' on 'CanvasGradient': The provided double value is non-finite.");
      if (offset < 0 || offset > 1) {
        throw domError('IndexSizeError', `Failed to execute 'addColorStop' on 'CanvasGradient': The provided value (${offset}) is outside the range (0.0, 1.0).`);
      }
      const parsed = host.parseColor(String(color));
      if (!parsed) throw domError('SyntaxError', `Failed to execute 'addColorStop' on 'CanvasGradient': The value provided ('${color}') could not be parsed as a color.`);
      hidden.get(this).stops.push([offset, parsed]);
    }
    toJSON() {
      return hidden.get(this);
    }
  }

  class CanvasPattern {
    setTransform(matrix) {
      hidden.get(this).pattern.transform = readMatrix(matrix);
    }
    toJSON() {
      return hidden.get(this);
    }
  }

  const makeGradient = (kind, values) => {
    const numbers = toNumbers(values);
    if (!areFinite(numbers)) throw new TypeError(`Failed to create a ${kind} gradient: The provided double value is non-finite.`);
    const gradient = new CanvasGradient();
    hidden.set(gradient, { [kind]: numbers, stops: [] });
    return gradient;
  };

  // ---- Matrices

  const IDENTITY = [1, 0, 0, 1, 0, 0];
  const multiply = ([a, b, c, d, e, f], [a2, b2, c2, d2, e2, f2]) => [
    a * a2 + c * b2,
    b * a2 + d * b2,
    a * c2 + c * d2,
    b * c2 + d * d2,
    a * e2 + c * f2 + e,
    b * e2 + d * f2 + f,
  ];
  // The members of a DOMMatrix that two dimensions have.
  const matrixObject = ([a, b, c, d, e, f]) => ({
    a, b, c, d, e, f, m11: a, m12: b, m21: c, m22: d, m41: e, m42: f,
    is2D: true,
    isIdentity: [a, b, c, d, e, f].every((value, index) => value === IDENTITY[index]),
  });
  // The six numbers of a DOMMatrix or of an object like it.
  const readMatrix = (matrix = {}) => {
    const names = [['a', 'm11'], ['b', 'm12'], ['c', 'm21'], ['d', 'm22'], ['e', 'm41'], ['f', 'm42']];
    return names.map(([short, long], index) => Number(matrix[short] ?? matrix[long] ?? IDENTITY[index]));
  };

  // ---- Paths

  // The four corners of `roundRect`, each with two radii: one number or point for all, or a list of one to four.
  const cornerRadii = (radii) => {
    const list = (Array.isArray(radii) ? radii : [radii]).map((radius) =>
      radius !== null && typeof radius === 'object' ? [Number(radius.x ?? 0), Number(radius.y ?? 0)] : [Number(radius), Number(radius)]);
    if (list.length < 1 || list.length > 4) throw new RangeError(`Failed to execute 'roundRect': ${list.length} radii provided. Between one and four radii are necessary.`);
    const [first, second = first, third = first, fourth = second] = list;
    return [first, second, third, fourth].flat();
  };

  // The methods that paths and contexts share. `record` adds a step to the path.
  const pathMethods = (record) => {
    const step = (name) => function (...values) {
      const numbers = toNumbers(values.slice(0, stepLengths[name]));
      if (numbers.length < stepLengths[name]) throw new TypeError(`Failed to execute '${name}': ${stepLengths[name]} arguments required, but only ${numbers.length} present.`);
      if (areFinite(numbers)) record(this, [name, ...numbers]);
    };
    const stepLengths = { moveTo: 2, lineTo: 2, bezierCurveTo: 6, quadraticCurveTo: 4, rect: 4 };
    const methods = {
      closePath() {
        record(this, ['closePath']);
      },
      arc(x, y, radius, from, to, counterclockwise = false) {
        const numbers = toNumbers([x, y, radius, from, to]);
        if (!areFinite(numbers)) return;
        checkRadius(numbers[2]);
        record(this, ['arc', ...numbers, Boolean(counterclockwise)]);
      },
      arcTo(x1, y1, x2, y2, radius) {
        const numbers = toNumbers([x1, y1, x2, y2, radius]);
        if (!areFinite(numbers)) return;
        checkRadius(numbers[4]);
        record(this, ['arcTo', ...numbers]);
      },
      ellipse(x, y, radiusX, radiusY, rotation, from, to, counterclockwise = false) {
        const numbers = toNumbers([x, y, radiusX, radiusY, rotation, from, to]);
        if (!areFinite(numbers)) return;
        checkRadius(numbers[2]);
        checkRadius(numbers[3]);
        record(this, ['ellipse', ...numbers, Boolean(counterclockwise)]);
      },
      roundRect(x, y, width, height, radii = 0) {
        const numbers = [...toNumbers([x, y, width, height]), ...cornerRadii(radii)];
        if (!areFinite(numbers)) return;
        const negative = numbers.slice(4).find((radius) => radius < 0);
        if (negative !== undefined) throw new RangeError(`Failed to execute 'roundRect': Radius value ${negative} is negative.`);
        record(this, ['roundRect', ...numbers]);
      },
    };
    for (const name of keys(stepLengths)) methods[name] = step(name);
    return methods;
  };

  class Path2D {
    constructor(source) {
      const steps = [];
      if (source instanceof Path2D) steps.push(...hidden.get(source).steps);
      else if (source !== undefined) steps.push(['svg', String(source)]);
      hidden.set(this, { steps });
    }
    addPath(path, matrix) {
      const numbers = readMatrix(matrix);
      if (areFinite(numbers)) hidden.get(this).steps.push(['path', hidden.get(path).steps.slice(), numbers]);
    }
  }
  assign(Path2D.prototype, pathMethods((path, step) => hidden.get(path).steps.push(step)));

  // ---- The drawing state

  const COMPOSITE_OPERATIONS = [
    'source-over', 'source-in', 'source-out', 'source-atop', 'destination-over', 'destination-in', 'destination-out',
    'destination-atop', 'lighter', 'copy', 'xor', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge',
    'color-burn', 'hard-light', 'soft-light', 'difference', 'exclusion', 'hue', 'saturation', 'color', 'luminosity',
  ];
  // Readers of the properties: each returns the new value, or undefined for a value that a canvas ignores.
  const number = (accepts) => (value) => {
    value = Number(value);
    return Number.isFinite(value) && accepts(value) ? value : undefined;
  };
  const oneOf = (...names) => (value) => (names.includes(String(value)) ? String(value) : undefined);
  const style = (value) => {
    if (value instanceof CanvasGradient || value instanceof CanvasPattern) return value;
    return host.parseColor(String(value)) ?? undefined;
  };
  const PROPERTIES = {
    fillStyle: { initial: [0, 0, 0, 255], read: style },
    strokeStyle: { initial: [0, 0, 0, 255], read: style },
    shadowColor: { initial: [0, 0, 0, 0], read: (value) => host.parseColor(String(value)) ?? undefined },
    lineWidth: { initial: 1, read: number((value) => value > 0) },
    miterLimit: { initial: 10, read: number((value) => value > 0) },
    lineDashOffset: { initial: 0, read: number(() => true) },
    lineCap: { initial: 'butt', read: oneOf('butt', 'round', 'square') },
    lineJoin: { initial: 'miter', read: oneOf('miter', 'round', 'bevel') },
    globalAlpha: { initial: 1, read: number((value) => value >= 0 && value <= 1) },
    globalCompositeOperation: { initial: 'source-over', read: oneOf(...COMPOSITE_OPERATIONS) },
    shadowBlur: { initial: 0, read: number((value) => value >= 0) },
    shadowOffsetX: { initial: 0, read: number(() => true) },
    shadowOffsetY: { initial: 0, read: number(() => true) },
    font: { initial: '10px sans-serif', read: (value) => (host.isFont(String(value)) ? String(value) : undefined) },
    textAlign: { initial: 'start', read: oneOf('start', 'end', 'left', 'right', 'center') },
    textBaseline: { initial: 'alphabetic', read: oneOf('top', 'hanging', 'middle', 'alphabetic', 'ideographic', 'bottom') },
    direction: { initial: 'ltr', read: oneOf('ltr', 'rtl', 'inherit') },
  };
  // Properties that are kept, but have no effect on the picture: a value other than the first one is reported.
  const INERT_PROPERTIES = {
    filter: 'none', letterSpacing: '0px', wordSpacing: '0px', fontKerning: 'auto', fontStretch: 'normal',
    fontVariantCaps: 'normal', textRendering: 'auto', lang: 'inherit',
  };
  const initialState = () => {
    const state = { lineDash: [], matrix: IDENTITY, imageSmoothingEnabled: true, imageSmoothingQuality: 'low', ...INERT_PROPERTIES };
    for (const name of Object.keys(PROPERTIES)) state[name] = PROPERTIES[name].initial;
    return state;
  };

  return {
    hidden, domError, areFinite, toNumbers, checkRadius, colorText, CanvasGradient, CanvasPattern, makeGradient, IDENTITY, multiply,
    matrixObject, readMatrix, pathMethods, Path2D, PROPERTIES, INERT_PROPERTIES, initialState,
  };
}
