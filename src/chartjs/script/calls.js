// The calls of functions of a configuration: for options, labels, ticks and the layout of an axis.
(host, bridge) => {
  'use strict';
  const { encode, encodeResult, functions } = bridge.values;
  const { optionsOf, contextOf, dataContext, setScaleState, tickContext, rawValue, scaleById, config } = bridge;

  // Calls of options: one, or one for each value of a dataset, tick or label.
  bridge.evaluate = ({ id, target }) => encodeResult(functions[id](contextOf(target), optionsOf(target)));
  const evaluateEach = (count, skipped, evaluate) => {
    const left = new Set(skipped);
    const results = [];
    for (let index = 0; index < count; index += 1) results[index] = encodeResult(left.has(index) ? undefined : evaluate(index));
    return results;
  };
  bridge.evaluateAll = ({ id, target: [kind, owner], count, skipped }) => {
    // The values of a dataset share its context.
    const datasetContext = kind === 'data' ? contextOf(['dataset', owner]) : undefined;
    const context = (index) => (datasetContext ? dataContext(datasetContext, owner, index) : contextOf([kind, owner, index]));
    return evaluateEach(count, skipped, (index) => functions[id](context(index), optionsOf([kind, owner, index])));
  };
  // The texts of the values of a dataset.
  bridge.formatValues = ({ id, target, count, skipped }) =>
    evaluateEach(count, skipped, (index) => functions[id](rawValue(target[1], index), contextOf([...target, index])));
  // Calls a function with values as arguments.
  bridge.invoke = ({ id, values }) => encodeResult(Reflect.apply(functions[id], undefined, values));
  // The labels around a radial axis.
  bridge.formatPointLabels = ({ id, axis, labels }) => {
    const scale = scaleById(axis);
    scale._pointLabels = labels.map((label, index) => {
      const text = Reflect.apply(functions[id], scale, [label, index]);
      return text || text === 0 ? text : '';
    });
    return encode(scale._pointLabels);
  };
  // Options of the ticks of a scale that is being laid out.
  bridge.evaluateTicks = ({ id, state }) => {
    const scale = setScaleState(state);
    const contexts = scale.ticks.map((tick, index) => tickContext(scale.id, tick, tick.index ?? index));
    return evaluateEach(contexts.length, [], (index) => functions[id](contexts[index], scale.options));
  };
  // The labels of ticks; null removes a tick.
  bridge.formatTicks = ({ id, version, state }) => {
    const scale = setScaleState(state);
    const { ticks } = scale;
    const [values, list] = version === 2 ? version2Ticks(scale) : [ticks.map(({ value }) => value), ticks];
    return ticks.map((tick, index) => {
      const label = Reflect.apply(functions[id], scale, [values[index], index, list]);
      tick.label = label;
      return encode(label) ?? null;
    });
  };
  // The first and the last argument of the callback of ticks in version 2.9.4: numbers, labels of categories, or the
  // formatted instants and the ticks of a time axis.
  const version2Ticks = ({ type, labels, ticks }) => {
    if (type === 'time' || type === 'timeseries') {
      return [ticks.map(({ label }) => label ?? ''), ticks.map(({ value, major }) => ({ value, major }))];
    }
    const values = ticks.map(({ value }) => (type === 'category' ? labels?.[value] : value));
    return [values, values];
  };
  bridge.runScaleHook = ({ id, state }) => {
    const scale = setScaleState(state);
    // Chart.js reads `grace` before the first hook.
    const own = config().options?.scales?.[scale.id];
    const grace = own?.grace;
    Reflect.apply(functions[id], scale.options, [scale]);
    if (own && own.grace !== grace) own.grace = grace;
    const { min, max, width, height, ticks, paddingLeft, paddingRight, paddingTop, paddingBottom, labelRotation } = scale;
    return { min, max, width, height, paddingLeft, paddingRight, paddingTop, paddingBottom, labelRotation,
      ticks: (ticks ?? []).map(({ value, label, major }) => ({ value, label: encode(label) ?? null, major: Boolean(major) })) };
  };
}
