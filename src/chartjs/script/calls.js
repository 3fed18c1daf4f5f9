// The calls of functions of a configuration: for options, labels, ticks and the layout of an axis.
(host, bridge) => {
  'use strict';
  const { encode, encodeResult, functions } = bridge.values;
  const { optionsOf, contextOf, dataContexts, elementOptions, setScaleState, tickContext, rawValue, scaleById, config } = bridge;

  // Calls of options: one, or one for each value of a dataset, tick or label. They read lists by their indices, since the
  // iterators of lists are guarded, and take as long as a call.
  bridge.evaluate = ({ id, target }) => {
    const call = functions[id];
    return encodeResult(call(contextOf(target), optionsOf(target)));
  };
  const evaluateEach = (count, skipped, evaluate) => {
    const left = skipped.length > 0 ? new Set(skipped) : undefined;
    const results = [];
    for (let index = 0; index < count; index += 1) {
      const value = left !== undefined && left.has(index) ? undefined : evaluate(index);
      results[index] = typeof value === 'string' ? value : encodeResult(value);
    }
    return results;
  };
  bridge.evaluateAll = ({ id, target, count, skipped }) => {
    const call = functions[id];
    const kind = target[0];
    const owner = target[1];
    if (kind === 'data') {
      const contextAt = dataContexts(owner);
      return evaluateEach(count, skipped, (index) => call(contextAt(index), elementOptions(owner, index)));
    }
    return evaluateEach(count, skipped, (index) => call(contextOf([kind, owner, index]), optionsOf([kind, owner, index])));
  };
  // The texts of the values of a dataset.
  bridge.formatValues = ({ id, target, count, skipped }) => {
    const call = functions[id];
    return evaluateEach(count, skipped, (index) => call(rawValue(target[1], index), contextOf([target[0], target[1], index])));
  };
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
    const call = functions[id];
    return evaluateEach(contexts.length, [], (index) => call(contexts[index], scale.options));
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
  const version2Ticks = (scale) => {
    const { type, ticks } = scale;
    const labels = scale.getLabels();
    if (type === 'time' || type === 'timeseries') {
      return [ticks.map(({ label }) => label ?? ''), ticks.map(({ value, major }) => ({ value, major }))];
    }
    const values = ticks.map(({ value }) => (type === 'category' ? labels[value] : value));
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
