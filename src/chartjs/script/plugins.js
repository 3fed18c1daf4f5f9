// Inline plugins: their hooks, in the order of Chart.js 4.6.1, and the canvas that they draw on.
(host, bridge) => {
  'use strict';
  const { chart } = bridge;
  const hookNames = new Set();

  // Plugins of the configuration and registered ones, without those that the program draws itself.
  const own = ['datalabels', 'annotation', 'title', 'subtitle', 'legend', 'tooltip', 'filler', 'colors', 'decimation'];
  const allPlugins = () => {
    const listed = Array.isArray(bridge.config().plugins) ? bridge.config().plugins : [];
    return [...bridge.registeredPlugins, ...listed].filter((plugin) => plugin && typeof plugin === 'object' && !own.includes(plugin.id));
  };
  const pluginOptions = (plugin) => {
    const set = plugin.id === undefined ? undefined : bridge.config().options?.plugins?.[plugin.id];
    if (set === false) return false;
    return Object.assign({}, plugin.defaults, set === true ? {} : set);
  };
  const runHook = (hook, args = {}) => {
    for (const plugin of allPlugins()) {
      if (typeof plugin[hook] !== 'function') continue;
      const options = pluginOptions(plugin);
      if (options === false) continue;
      Reflect.apply(plugin[hook], plugin, [chart, { ...args, cancelable: true }, options]);
    }
  };

  bridge.pluginHooks = () => {
    for (const plugin of allPlugins()) for (const hook in plugin) if (typeof plugin[hook] === 'function') hookNames.add(hook);
    return [...hookNames];
  };
  // Hooks that may change the configuration, before anything is laid out.
  bridge.runHooks = ({ hooks }) => {
    for (const hook of hooks) runHook(hook, { mode: 'default' });
    return { config: bridge.values.encode(bridge.config()) };
  };
  bridge.legend = (state) => state;
  bridge.chartContext = () => ({ canvas: {} });
  bridge.createCanvas = () => ({ getContext: () => bridge.chartContext() });
}
