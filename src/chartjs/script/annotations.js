// Annotations as their functions see them: their options with everything that they fall back to, and their elements.
(host, bridge) => {
  'use strict';
  // Functions that are called when something happens, not for a value.
  const HOOKS = ['beforeDraw', 'afterDraw', 'init', 'click', 'enter', 'leave'];
  const TYPES = ['line', 'box', 'ellipse', 'point', 'polygon', 'label', 'doughnutLabel'];

  // `withDefaults` and `contextOf` are those of `chart.js`; `laidOut` returns the layout, or asks for one.
  bridge.annotationsOf = ({ chart, withDefaults, contextOf, laidOut }) => {
    // Functions among the options give their results.
    const evaluated = (id, options) =>
      new Proxy(options, {
        get(target, name, receiver) {
          const value = target[name];
          if (HOOKS.includes(name)) return value;
          if (typeof value === 'function') return value(contextOf(['annotation', id]), receiver);
          return value !== null && typeof value === 'object' && !Array.isArray(value) && !(bridge.values.DESCRIBE in value)
            ? evaluated(id, value)
            : value;
        },
      });
    const options = (id) => {
      const { annotation } = chart.options.plugins;
      const own = () => annotation.annotations?.[id];
      const type = TYPES.includes(own()?.type) ? own().type : 'line';
      const fallbacks = [chart.options.elements?.[`${type}Annotation`], annotation.common];
      return evaluated(id, withDefaults(own, fallbacks, () => own() ?? {}));
    };
    const elements = new Map();
    const element = (id) => {
      if (!elements.has(id)) {
        elements.set(id, Object.defineProperty({}, 'options', { get: () => options(id), enumerable: true }));
      }
      return Object.assign(elements.get(id), laidOut()?.annotations[id]);
    };
    // In a list, annotations have no ids unless they name them.
    const id = (key) => {
      const { annotations } = chart.options.plugins.annotation;
      return Array.isArray(annotations) ? annotations[key]?.id : key;
    };
    // A hook before or after the shape of an annotation: its own, or that of all annotations.
    const runHook = ({ hook, key, clip }) => {
      const call = options(key)[hook] || chart.options.plugins.annotation[hook];
      if (typeof call === 'function') {
        if (clip) clipToPlot();
        call(contextOf(['annotation', key]));
        if (clip) chart.ctx.restore();
      }
      return { goesOn: true, operations: bridge.takeDrawing() };
    };
    const clipToPlot = () => {
      const { ctx, chartArea: { left, top, width, height } } = chart;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, top, width, height);
      ctx.clip();
    };
    return { options, element, id, runHook };
  };
}
