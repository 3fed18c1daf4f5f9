// The globals that a script for a web page expects: a module, inert stand-ins for the page, and Chart with its defaults.
(host, bridge) => {
  'use strict';
  const define = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });

  const inert = (properties) =>
    new Proxy(Object.assign(function () {}, properties), {
      get: (target, name) => {
        if (name in target) return target[name];
        return typeof name === 'symbol' ? undefined : inert();
      },
      apply: () => inert(),
      construct: () => inert(),
    });

  const charts = [];
  const registered = [];
  const register = (...items) => {
    for (const item of items.flat()) {
      if (item && typeof item === 'object' && item.id && !registered.includes(item)) registered.push(item);
    }
  };

  function Chart(item, config) {
    charts.push(config ?? item);
    this.config = config ?? item ?? {};
    this.canvas = item;
  }
  const method = (name, value) =>
    Object.defineProperty(Chart.prototype, name, { value, writable: true, configurable: true });
  for (const name of ['data', 'options', 'type']) {
    Object.defineProperty(Chart.prototype, name, {
      get() { return this.config[name]; },
      set(value) { this.config[name] = value; },
    });
  }
  for (const name of ['update', 'render', 'resize', 'destroy', 'stop', 'clear', 'reset', 'show', 'hide', 'draw']) {
    method(name, function () { return this; });
  }
  Object.defineProperties(Chart, {
    defaults: { get: bridge.shownDefaults },
    overrides: { get: () => bridge.shownDefaults().overrides },
    register: { value: register },
    unregister: { value: () => {} },
    plugins: { value: { register } },
    pluginService: { value: { register: (...items) => (bridge.markVersion2(), register(...items)) } },
    instances: { value: {} },
    getChart: { value: () => undefined },
    helpers: { get: () => bridge.helpers },
    Ticks: { value: bridge.ticks },
  });

  const plugins = {
    ChartDataLabels: { id: 'datalabels' },
    ChartjsPluginDatalabels: { id: 'datalabels' },
    ChartAnnotation: { id: 'annotation' },
    annotationPlugin: { id: 'annotation' },
    'chartjs-plugin-annotation': { id: 'annotation' },
  };
  const names = [
    'LineController', 'BarController', 'PieController', 'DoughnutController', 'RadarController', 'PolarAreaController',
    'BubbleController', 'ScatterController', 'LineElement', 'BarElement', 'ArcElement', 'PointElement', 'CategoryScale',
    'LinearScale', 'LogarithmicScale', 'TimeScale', 'TimeSeriesScale', 'RadialLinearScale', 'Title', 'SubTitle',
    'Legend', 'Tooltip', 'Filler', 'Colors', 'Decimation',
  ];
  const chartModule = { Chart, default: Chart, registerables: [] };
  for (const name of names) chartModule[name] = Chart[name] = inert({ id: undefined });
  const modules = (name) => {
    if (/datalabels/.test(name)) return Object.assign({ default: plugins.ChartDataLabels }, plugins.ChartDataLabels);
    if (/annotation/.test(name)) return Object.assign({ default: plugins.ChartAnnotation }, plugins.ChartAnnotation);
    if (/chart\.js\/helpers/.test(name)) return bridge.helpers;
    if (/chart/i.test(name)) return Object.assign(Chart, chartModule);
    return inert();
  };
  const moduleObject = { exports: {} };
  const initialExports = moduleObject.exports;
  define('Chart', Chart);
  define('module', moduleObject);
  define('exports', initialExports);
  define('require', modules);
  define('window', globalThis);
  define('self', globalThis);
  for (const [name, plugin] of Object.entries(plugins)) define(name, plugin);
  define('document', inert({
    getElementById: () => bridge.createCanvas(),
    querySelector: () => bridge.createCanvas(),
    createElement: (name) => (name === 'canvas' ? bridge.createCanvas() : name === 'img' ? bridge.createImage() : inert()),
    addEventListener: (name, listener) => {
      // A page that is loaded draws its charts.
      if (name === 'DOMContentLoaded') listener();
    },
  }));
  define('addEventListener', (name, listener) => {
    if (name === 'load' || name === 'DOMContentLoaded') listener();
  });

  const looksLikeConfig = (value) =>
    value !== null && typeof value === 'object' &&
    (typeof value.type === 'string' || value.data !== undefined && typeof value.data === 'object' || value.options !== undefined && value.data !== undefined);
  const inModule = (value) => {
    if (looksLikeConfig(value)) return value;
    for (const name of ['config', 'default', 'chart', 'chartConfig']) {
      if (looksLikeConfig(value?.[name])) return value[name];
    }
    return undefined;
  };

  // Finds the configuration of a script that has run: a chart, an export, the value of its last expression, or a variable.
  bridge.findConfig = (variables) => {
    if (charts.length > 0 && looksLikeConfig(charts[0])) return charts[0];
    const exported = moduleObject.exports;
    const found = inModule(exported) ?? inModule(globalThis.$result);
    if (found) return found;
    const candidates = [];
    for (const name of variables) {
      const value = bridge.readVariable(name);
      if (inModule(value)) candidates.push([name, inModule(value)]);
    }
    const named = candidates.find(([name]) => /config/i.test(name));
    return (named ?? candidates[candidates.length - 1])?.[1];
  };
  const evaluate = globalThis.eval;
  bridge.readVariable = (name) => {
    try {
      return evaluate(`typeof ${name} === 'undefined' ? undefined : ${name}`);
    } catch {
      return undefined;
    }
  };
  Object.defineProperty(bridge, 'registeredPlugins', { value: registered });
}
