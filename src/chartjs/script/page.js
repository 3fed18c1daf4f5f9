// The globals that a script for a web page expects: inert stand-ins for the page, and Chart with its defaults.
(host, bridge, originals) => {
  'use strict';
  const { charts, registeredPlugins: registered } = bridge;
  const { assign, defineProperties, defineProperty } = originals;
  const define = (object, name, descriptor) => defineProperty(object, name, { __proto__: null, ...descriptor });

  const inert = (properties) =>
    new Proxy(assign(function () {}, properties), {
      get: (target, name) => {
        if (name in target) return target[name];
        return typeof name === 'symbol' ? undefined : inert();
      },
      apply: () => inert(),
      construct: () => inert(),
    });

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
  const method = (name, value) => define(Chart.prototype, name, { value, writable: true, configurable: true });
  for (const name of ['data', 'options', 'type']) {
    define(Chart.prototype, name, {
      get() { return this.config[name]; },
      set(value) { this.config[name] = value; },
    });
  }
  for (const name of ['update', 'render', 'resize', 'destroy', 'stop', 'clear', 'reset', 'show', 'hide', 'draw']) {
    method(name, function () { return this; });
  }
  defineProperties(Chart, {
    defaults: { __proto__: null, get: bridge.shownDefaults },
    overrides: { __proto__: null, get: () => bridge.shownDefaults().overrides },
    register: { __proto__: null, value: register },
    unregister: { __proto__: null, value: () => {} },
    plugins: { __proto__: null, value: { register } },
    pluginService: { __proto__: null, value: { register: (...items) => (bridge.markVersion2(), register(...items)) } },
    instances: { __proto__: null, value: {} },
    getChart: { __proto__: null, value: () => undefined },
    helpers: { __proto__: null, get: () => bridge.helpers },
    Ticks: { __proto__: null, value: bridge.ticks },
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
  bridge.Chart = Chart;
  bridge.require = modules;
  assign(bridge, plugins);
  bridge.document = inert({
    getElementById: () => bridge.createCanvas(),
    querySelector: () => bridge.createCanvas(),
    createElement: (name) => (name === 'canvas' ? bridge.createCanvas() : name === 'img' ? bridge.createImage() : inert()),
    addEventListener: (name, listener) => {
      // A page that is loaded draws its charts.
      if (name === 'DOMContentLoaded') listener();
    },
  });
  bridge.addEventListener = (name, listener) => {
    if (name === 'load' || name === 'DOMContentLoaded') listener();
  };
}
