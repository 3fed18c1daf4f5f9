// The places where a script leaves its configuration: its module, its charts, and its variables.
(host, bridge, originals) => {
  'use strict';
  const { assign, evaluate } = originals;
  // The configurations of the charts that a script makes, and the plugins that it registers.
  const charts = [];
  const registeredPlugins = [];
  const moduleObject = { exports: {} };
  assign(bridge, { charts, registeredPlugins, module: moduleObject, exports: moduleObject.exports, window: globalThis, self: globalThis });

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
  bridge.readVariable = (name) => {
    try {
      return evaluate(`typeof ${name} === 'undefined' ? undefined : ${name}`);
    } catch {
      return undefined;
    }
  };
}
