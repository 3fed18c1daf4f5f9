// Annotations as their functions see them: their options with everything that they fall back to, and their elements.
(host, bridge) => {
  'use strict';
  const TYPES = ['line', 'box', 'ellipse', 'point', 'polygon', 'label', 'doughnutLabel'];

  // `withDefaults` and `contextOf` are those of `chart.js`; `laidOut` returns the layout, or asks for one.
  bridge.annotationsOf = ({ chart, withDefaults, contextOf, laidOut }) => {
    // Functions among the options give their results.
    const evaluated = (id, options) =>
      new Proxy(options, {
        get(target, name, receiver) {
          const value = target[name];
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
    return { options, element, id };
  };
}
