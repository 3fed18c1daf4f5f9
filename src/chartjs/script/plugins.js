// Inline plugins: their hooks, in the order of Chart.js 4.6.1, and the legend that they may change.
(host, bridge, originals) => {
  'use strict';
  const { defineProperty } = originals;
  const { chart } = bridge;

  // Plugins that the program draws itself are named by their id only.
  const OWN = ['datalabels', 'annotation', 'title', 'subtitle', 'legend', 'tooltip', 'filler', 'colors', 'decimation'];
  const allPlugins = () => {
    const listed = Array.isArray(bridge.config().plugins) ? bridge.config().plugins : [];
    return [...bridge.registeredPlugins, ...listed].filter((plugin) => plugin && typeof plugin === 'object' && !OWN.includes(plugin.id));
  };
  const pluginOptions = (plugin) => {
    const all = bridge.config().options?.plugins;
    const set = all === false ? false : plugin.id === undefined ? undefined : all?.[plugin.id];
    if (set === false) return false;
    const own = set === true || set === undefined || set === null ? {} : set;
    return new Proxy(own, { get: (target, name) => target[name] ?? plugin.defaults?.[name] });
  };
  // Runs a hook of all plugins; false if one of them returned false, which cancels what follows.
  const runHook = (hook, args = {}) => {
    for (const plugin of allPlugins()) {
      if (typeof plugin[hook] !== 'function') continue;
      const options = pluginOptions(plugin);
      if (options === false) continue;
      const result = Reflect.apply(plugin[hook], plugin, [chart, args, options]);
      if (result === false && args.cancelable) return false;
    }
    return true;
  };

  bridge.hookNames = () => {
    const names = new Set();
    for (const plugin of allPlugins()) for (const name in plugin) if (typeof plugin[name] === 'function') names.add(name);
    return [...names];
  };
  // The hooks that come before the layout. They may change the configuration.
  bridge.runFirstHooks = () => {
    for (const hook of ['install', 'start', 'beforeInit']) runHook(hook);
    for (const hook of ['beforeUpdate', 'beforeLayout']) runHook(hook, { mode: 'default', cancelable: true });
    runHook('afterInit');
  };
  // The hooks between the layout and the drawing. Functions of scales may have changed the configuration, too.
  bridge.runLayoutHooks = () => {
    for (const hook of ['afterDataLimits', 'afterBuildTicks']) for (const scale of Object.values(chart.scales)) runHook(hook, { scale });
    runHook('afterLayout');
    runHook('beforeDatasetsUpdate', { mode: 'default', cancelable: true });
    chart.data.datasets?.forEach((_, index) => {
      const meta = chart.getDatasetMeta(index);
      runHook('beforeDatasetUpdate', { meta, index, mode: 'default', cancelable: true });
      runHook('afterDatasetUpdate', { meta, index, mode: 'default', cancelable: false });
    });
    for (const hook of ['afterDatasetsUpdate', 'afterUpdate']) runHook(hook, { mode: 'default', cancelable: false });
    runHook('beforeRender', { cancelable: true });
    return bridge.encodeConfig();
  };
  bridge.runDrawHook = ({ hook, dataset }) => {
    const args = dataset === null ? {} : { meta: chart.getDatasetMeta(dataset), index: dataset };
    args.cancelable = hook.startsWith('before');
    const goesOn = runHook(hook, args);
    if (hook === 'afterDraw') runHook('afterRender');
    return { goesOn, operations: bridge.takeDrawing() };
  };

  // The legend. Code that replaces `fit` enlarges it.
  let legendState = null;
  const fit = function fit() {};
  const legend = {
    chart,
    width: 0,
    height: 0,
    fit,
    get ctx() { return chart.ctx; },
    get options() { return chart.options.plugins.legend; },
    get legendItems() { return bridge.defaultLegendItems?.() ?? []; },
    isHorizontal() { return ['top', 'bottom'].includes(this.options.position); },
    update() {},
    draw() {},
  };
  for (const side of ['left', 'top', 'right', 'bottom']) {
    defineProperty(legend, side, { __proto__: null, get: () => legendState?.[side], set() {}, configurable: true });
  }
  bridge.legend = (state) => {
    legendState = state ?? legendState;
    return legend;
  };
  bridge.legendGrowth = () => {
    if (legend.fit === fit) return { width: 0, height: 0 };
    [legend.width, legend.height] = [0, 0];
    legend.fit();
    const growth = { width: legend.width, height: legend.height };
    return growth;
  };
}
