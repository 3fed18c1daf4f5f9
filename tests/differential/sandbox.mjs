// A fresh context of node with its own Chart.js for each picture, so that no configuration sees what another one changed.
import fs from 'node:fs';
import vm from 'node:vm';
import { createRequire } from 'node:module';
import { createCanvas, Path2D } from '@napi-rs/canvas';

import { dateAdapter } from './date-adapter.mjs';
import { drawTextAsInter } from './inter.mjs';

const require = createRequire(import.meta.url);

/** Compiles a script of an npm package, by its path inside of `node_modules`. */
function compilePackage(path) {
  const folder = path.slice(0, path.indexOf('/'));
  const root = require.resolve.paths(folder).find((modules) => fs.existsSync(`${modules}/${path}`));
  const text = fs.readFileSync(`${root}/${path}`, 'utf8');
  return new vm.Script(`(function (exports, module, require) {${text}\n})`, { filename: path });
}

const CHART = compilePackage('chart.js/dist/chart.umd.js');
const ANNOTATION = compilePackage('chartjs-plugin-annotation/dist/chartjs-plugin-annotation.cjs');
const DATALABELS = compilePackage('chartjs-plugin-datalabels/dist/chartjs-plugin-datalabels.js');

/** Chart.js asks for the time where a time scale has no data; without a clock it is the beginning of 1970. */
const DETERMINISM = new vm.Script(`
  Date.now = () => 0;
  Date = new Proxy(Date, {
    construct(target, values) {
      if (values.length === 0) throw new Error('a configuration of the list must not use the clock');
      return new target(...values);
    },
  });
  Math.random = () => { throw new Error('a configuration of the list must not use Math.random'); };
`);

/** Evaluates a compiled package in a context and returns what it exports. */
function evaluatePackage(script, context, modules = {}) {
  const module = { exports: {} };
  script.runInContext(context)(module.exports, module, (name) => modules[name]);
  return module.exports;
}

/** Creates a canvas that draws all text as Inter and has the few members that Chart.js expects of an element. */
function createInterCanvas(width, height, inter) {
  const canvas = createCanvas(width, height);
  const style = new Map();
  canvas.style = {
    getPropertyValue: (name) => style.get(name) ?? '',
    getPropertyPriority: () => '',
    setProperty: (name, value) => style.set(name, value),
  };
  for (const name of ['addEventListener', 'removeEventListener', 'setAttribute']) {
    canvas[name] = () => {};
  }
  canvas.getAttribute = () => null;
  drawTextAsInter(canvas.getContext('2d'), inter);
  return canvas;
}

/** Creates a context with Chart.js, its plugins, and stand-ins for the parts of a browser that configurations name.
 * `drawn` lists the configurations that have been given to `new Chart`. */
export function createSandbox({ width, height, inter }) {
  const canvas = createInterCanvas(width, height, inter);
  const context = vm.createContext({});
  const Chart = evaluatePackage(CHART, context);
  Chart._adapters._date.override(dateAdapter);
  const modules = { 'chart.js': Chart, 'chart.js/helpers': Chart.helpers };
  const drawn = [];
  Object.assign(context, {
    Chart: new Proxy(Chart, {
      construct(_, [, config]) {
        drawn.push(config);
        return { update() {}, render() {}, destroy() {}, resize() {}, data: config.data, options: config.options };
      },
    }),
    OffscreenCanvas: function OffscreenCanvas(w, h) {
      return createInterCanvas(w, h, inter);
    },
    document: {
      addEventListener() {},
      createElement: () => createInterCanvas(300, 150, inter),
      getElementById: () => canvas,
      querySelector: () => canvas,
    },
    console: { log() {}, info() {}, warn() {}, error() {} },
    Path2D,
    module: { exports: undefined },
  });
  // Few pictures need the plugins, and evaluating them takes longer than drawing.
  const plugins = {
    annotation: evaluateOnce(() => evaluatePackage(ANNOTATION, context, modules)),
    datalabels: evaluateOnce(() => evaluatePackage(DATALABELS, context, modules)),
  };
  Object.defineProperty(context, 'ChartDataLabels', { get: plugins.datalabels });
  for (const name of ['ChartAnnotation', 'annotationPlugin']) {
    Object.defineProperty(context, name, { get: plugins.annotation });
  }
  vm.runInContext('var window = globalThis, self = globalThis, exports = module.exports;', context);
  DETERMINISM.runInContext(context);
  return { context, canvas, Chart, plugins, drawn };
}

function evaluateOnce(evaluate) {
  let value;
  return () => (value ??= evaluate());
}
