// `Chart.defaults` of version 4, and the names of version 2 in it.
(host, bridge, originals) => {
  'use strict';
  const { Map, parse } = originals;
  const { encode } = bridge.values;
  const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  const merge = (target, source) => {
    for (const key of Object.keys(source)) {
      if (isObject(source[key]) && isObject(target[key])) merge(target[key], source[key]);
      else target[key] = source[key];
    }
    return target;
  };
  // The object at the end of a dotted path, which is made if it is missing.
  const objectAt = (tree, path) => path.split('.').reduce((object, key) => (object[key] ??= {}), tree);
  const hide = (object, name, descriptor) => Object.defineProperty(object, name, { configurable: true, enumerable: false, ...descriptor });

  // Colours that follow one of the three colours of all charts until a script sets them.
  const ROUTES = {
    color: [
      'scale.title.color', 'scale.ticks.color', 'scales.radialLinear.ticks.color', 'scales.radialLinear.pointLabels.color',
      'plugins.title.color', 'plugins.subtitle.color', 'elements.boxAnnotation.backgroundColor', 'elements.boxAnnotation.borderColor',
      'elements.ellipseAnnotation.backgroundColor', 'elements.ellipseAnnotation.borderColor', 'elements.lineAnnotation.borderColor',
      'elements.labelAnnotation.borderColor', 'elements.pointAnnotation.backgroundColor', 'elements.pointAnnotation.borderColor',
      'elements.polygonAnnotation.backgroundColor', 'elements.polygonAnnotation.borderColor',
    ],
    borderColor: [
      'scale.grid.color', 'scale.border.color', 'scales.radialLinear.angleLines.color', 'elements.bar.borderColor',
      'elements.line.borderColor', 'elements.point.borderColor',
    ],
    backgroundColor: ['elements.arc.backgroundColor', 'elements.bar.backgroundColor', 'elements.line.backgroundColor', 'elements.point.backgroundColor'],
  };
  const addRoutes = (tree) => {
    for (const [target, paths] of Object.entries(ROUTES)) {
      for (const path of paths) {
        const end = path.lastIndexOf('.');
        let own;
        Object.defineProperty(objectAt(tree, path.slice(0, end)), path.slice(end + 1), {
          get: () => own ?? tree[target],
          set(value) { own = value; },
          enumerable: true,
          configurable: true,
        });
      }
    }
  };
  // `generateLabels` of the defaults returns the items of the program, unless a script replaces it.
  const addLegendItems = (tree) => {
    const types = ['doughnut', 'pie', 'polarArea'].map((type) => tree.overrides?.[type]);
    for (const owner of [tree, ...types]) {
      if (!owner) continue;
      const labels = objectAt(owner, 'plugins.legend.labels');
      Object.defineProperty(labels, 'generateLabels', {
        get: () => bridge.defaultLegendItems,
        set(value) { Object.defineProperty(labels, 'generateLabels', { value, writable: true, enumerable: true }); },
        configurable: true,
      });
    }
  };

  let tree = null;
  bridge.defaults = () => (tree ??= parse(host.call('defaults', 'null')));
  // The defaults as a script sees them, which it may change.
  let areShown = false;
  bridge.shownDefaults = () => {
    if (areShown) return tree;
    areShown = true;
    bridge.defaults();
    addRoutes(tree);
    addLegendItems(tree);
    hide(tree, 'set', { value: (path, values) => merge(objectAt(tree, path), values) });
    addVersion2(tree);
    return tree;
  };
  bridge.changedDefaults = () => (areShown ? encode(tree) : null);

  // ---- Version 2

  let isVersion2 = false;
  bridge.markVersion2 = () => { isVersion2 = true; };

  // Options that all charts of version 2 have, with the values that scripts may read (Chart.js 2.9.4).
  const faint = 'rgba(0,0,0,0.1)';
  const GLOBAL = {
    defaultColor: faint, defaultLineHeight: 1.2, showLines: true, responsive: true, maintainAspectRatio: true,
    animation: {}, hover: {}, tooltips: { callbacks: {} }, plugins: {},
    layout: { padding: { top: 0, right: 0, bottom: 0, left: 0 } },
    legend: { display: true, position: 'top', align: 'center', fullWidth: true, reverse: false, labels: { boxWidth: 40, padding: 10 } },
    title: { display: false, fontStyle: 'bold', padding: 10, position: 'top', text: '' },
    elements: {
      arc: { backgroundColor: faint, borderColor: '#fff', borderWidth: 2 },
      line: { tension: 0.4, backgroundColor: faint, borderColor: faint, borderWidth: 3, borderDash: [], borderDashOffset: 0, fill: true },
      point: { radius: 3, pointStyle: 'circle', backgroundColor: faint, borderColor: faint, borderWidth: 1 },
      rectangle: { backgroundColor: faint, borderColor: faint, borderSkipped: 'bottom', borderWidth: 0 },
    },
  };
  const TYPES = ['bar', 'bubble', 'doughnut', 'horizontalBar', 'line', 'pie', 'polarArea', 'radar', 'scatter'];
  // The objects that a script changes, by the name that they have in `Chart.defaults`.
  const written = new Map();
  const writtenObject = (name) => {
    if (!written.has(name)) written.set(name, name === 'global' ? structuredCopy(GLOBAL) : {});
    return written.get(name);
  };
  const structuredCopy = (value) => JSON.parse(JSON.stringify(value));
  const addVersion2 = (tree) => {
    for (const name of ['global', ...TYPES]) hide(tree, name, { get: () => writtenObject(name), set(value) { written.set(name, value); } });
    const global = writtenObject('global');
    // All texts of the chart have their font and colour at one place in later versions.
    const link = (name, object, key) => hide(global, name, {
      get: () => object[key],
      set(value) {
        bridge.markVersion2();
        object[key] = value;
      },
    });
    link('defaultFontColor', tree, 'color');
    link('defaultFontSize', tree.font, 'size');
    link('defaultFontFamily', tree.font, 'family');
    link('defaultFontStyle', tree.font, 'weight');
    hide(tree, '_set', { value: (name, values) => merge(tree[name], values) });
    for (const [old, later] of [['gridLines', 'grid'], ['scaleLabel', 'title']]) hide(tree.scale, old, { get: () => tree.scale[later] });
  };
  // The entries of `changed` that differ from those of `original`.
  const difference = (changed, original) => {
    const result = {};
    for (const key of Object.keys(changed)) {
      const [value, known] = [changed[key], original?.[key]];
      if (isObject(value) && !(bridge.values.DESCRIBE in value)) {
        const inner = difference(value, isObject(known) ? known : {});
        if (Object.keys(inner).length > 0) result[key] = inner;
      } else if (JSON.stringify(value) !== JSON.stringify(known) || typeof value === 'function') {
        result[key] = value;
      }
    }
    return result;
  };
  // Puts the options that a script has set for all charts of version 2 under those of its configuration.
  bridge.addVersion2Defaults = (config) => {
    const names = ['global', config.type].filter((name) => written.has(name));
    const changes = names.map((name) => difference(written.get(name), name === 'global' ? GLOBAL : {}));
    if (changes.some((change) => Object.keys(change).length > 0)) {
      bridge.markVersion2();
      config.options = [...changes, config.options ?? {}].reduce(merge, {});
    }
    return isVersion2;
  };
}
