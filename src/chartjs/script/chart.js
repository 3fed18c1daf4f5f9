// The chart as functions of a configuration see it, their contexts, and the calls of these functions.
(host, bridge) => {
  'use strict';
  const { encode, encodeResult, functions } = bridge.values;

  let config = {};
  let size = { width: 0, height: 0, ratio: 1 };
  let layout = null;
  // True if a function asked for a part of the layout before there was one.
  let wantsLayout = false;
  const parsedByDataset = [];

  const laidOut = () => {
    if (!layout) wantsLayout = true;
    return layout;
  };
  const datasets = () => config.data?.datasets ?? [];

  // Options with the defaults under them; what is set lands in the configuration.
  const withDefaults = (own, fallbacks, create) => {
    const objects = () => [own(), ...fallbacks].filter((object) => object !== null && typeof object === 'object');
    return new Proxy({}, {
      get(_, name) {
        let nested = false;
        for (const object of objects()) {
          const value = object[name];
          if (value === undefined) continue;
          if (!isPlainObject(value)) {
            if (nested) continue;
            return value;
          }
          nested = true;
        }
        if (!nested) return undefined;
        const inner = () => (isPlainObject(own()?.[name]) ? own()[name] : undefined);
        return withDefaults(inner, fallbacks.map((object) => object?.[name]).filter(isPlainObject), () => (create()[name] ??= {}));
      },
      set(_, name, value) {
        create()[name] = value;
        return true;
      },
      has: (_, name) => objects().some((object) => name in object),
      ownKeys: () => [...new Set(objects().flatMap(Object.keys))],
      getOwnPropertyDescriptor: (_, name) =>
        objects().some((object) => name in object) ? { configurable: true, enumerable: true, writable: true, value: undefined } : undefined,
    });
  };
  const isPlainObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value) && !(bridge.values.DESCRIBE in value);

  // A scale: its limits, its ticks, and the mapping between values and pixels.
  const scales = new Map();
  class Scale {
    constructor(state) {
      this.id = state.id;
      this.axis = state.axis;
      this.type = state.type;
      this.chart = chart;
      this.labels = state.labels;
      this.options = bridge.scaleOptions(this.id, this.type);
    }
    isHorizontal() { return this.axis === 'x'; }
    get ctx() { return chart.ctx; }
    getLabels() { return this.labels ?? []; }
    getTicks() { return this.ticks ?? []; }
    getUserBounds() {
      const { min, max } = this.options;
      return { min: min ?? -Infinity, max: max ?? Infinity, minDefined: Number.isFinite(min), maxDefined: Number.isFinite(max) };
    }
    getMinMax() { return { min: this.min, max: this.max }; }
    getLabelForValue(value) { return labelForValue(this, value); }
    getDecimalForPixel(pixel) {
      const { start, length, reversed } = this.pixels ?? {};
      const decimal = (pixel - start) / length;
      return reversed ? 1 - decimal : decimal;
    }
    getPixelForDecimal(decimal) {
      const { start, length, reversed } = this.pixels ?? {};
      return start + (reversed ? 1 - decimal : decimal) * length;
    }
    getDecimalForValue(value) { return value === null || value === undefined ? NaN : decimalForValue(this.normalizer, value); }
    getPixelForValue(value) {
      if (!this.normalizer) laidOut();
      const number = typeof value === 'number' ? value : this.parse(value);
      if (this.type === 'radialLinear') return this.getDistanceFromCenterForValue(number);
      return number === null || number !== number ? NaN : this.getPixelForDecimal(decimalForValue(this.normalizer, number));
    }
    getValueForPixel(pixel) {
      if (!this.normalizer) laidOut();
      const value = valueForDecimal(this.normalizer, this.getDecimalForPixel(pixel));
      return this.type === 'category' ? Math.round(value) : value;
    }
    getPixelForTick(index) {
      const tick = this.ticks?.[index];
      return tick ? this.getPixelForValue(tick.value) : null;
    }
    getBaseValue() {
      const { min, max } = this;
      return min < 0 && max < 0 ? max : min > 0 && max > 0 ? min : 0;
    }
    getBasePixel() { return this.type === 'category' ? this.bottom : this.getPixelForValue(this.getBaseValue()); }
    parse(raw) {
      if (raw === null || raw === undefined) return null;
      if (this.type === 'category') {
        const index = this.getLabels().indexOf(raw);
        return index < 0 ? (typeof raw === 'number' ? raw : null) : index;
      }
      if (this.type === 'time' || this.type === 'timeseries') return raw instanceof Date ? raw.getTime() : new Date(raw).getTime();
      return +raw;
    }
    getDistanceFromCenterForValue(value) {
      const distance = this.drawingArea / (this.max - this.min);
      return this.options.reverse ? (this.max - value) * distance : (value - this.min) * distance;
    }
    getIndexAngle(index) {
      const count = this.pointLabelCount || 1;
      const angle = (index * 2 * Math.PI) / count + ((this.options.startAngle ?? 0) * Math.PI) / 180;
      return ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
    }
    getPointPosition(index, distance, additional = 0) {
      const angle = this.getIndexAngle(index) - Math.PI / 2 + additional;
      return { x: Math.cos(angle) * distance + this.xCenter, y: Math.sin(angle) * distance + this.yCenter, angle };
    }
    getPointPositionForValue(index, value) { return this.getPointPosition(index, this.getDistanceFromCenterForValue(value)); }
    getBasePosition(index) { return this.getPointPositionForValue(index || 0, this.getBaseValue()); }
    getPointLabelPosition(index) { return this.pointLabelBoxes?.[index]; }
    getPointLabelContext(index) { return contextOf(['pointLabel', this.id, index]); }
    getContext(index) { return index === undefined ? contextOf(['scale', this.id]) : contextOf(['tick', this.id, index]); }
  }

  const decimalForValue = (normalizer, value) => {
    if (!normalizer) return NaN;
    const { kind, start, range, min, before, factor, table } = normalizer;
    switch (kind) {
      case 'linear': return (value - start) / range;
      case 'log': return value === min || value === 0 ? 0 : (Math.log10(value) - start) / range;
      case 'time': return (before + (value - min) / range) * factor;
      default: return (before + (interpolate(table, 0, value) - min) / range) * factor;
    }
  };
  const valueForDecimal = (normalizer, decimal) => {
    if (!normalizer) return NaN;
    const { kind, start, range, min, before, factor, table } = normalizer;
    switch (kind) {
      case 'linear': return start + decimal * range;
      case 'log': return Math.pow(10, start + decimal * range);
      case 'time': return min + (decimal / factor - before) * range;
      default: return interpolate(table, 1, (decimal / factor - before) * range + min);
    }
  };
  // Interpolates in a table of pairs, from the column `from` to the other one, and extrapolates beyond its ends.
  const interpolate = (table, from, value) => {
    const to = 1 - from;
    let low = table[0];
    let high = table[table.length - 1];
    if (value >= low[from] && value <= high[from]) {
      const next = Math.max(1, table.findIndex((row) => row[from] >= value));
      low = table[next - 1];
      high = table[next];
    }
    const span = high[from] - low[from];
    return span === 0 ? low[to] : low[to] + ((high[to] - low[to]) * (value - low[from])) / span;
  };
  const labelForValue = (scale, value) => {
    if (scale.type === 'category') {
      const labels = scale.getLabels();
      return value >= 0 && value < labels.length ? labels[value] : value;
    }
    return host.call('valueLabel', JSON.stringify({ type: scale.type, options: encode(plainScaleOptions(scale.id)), value }));
  };
  const plainScaleOptions = (id) => ({ ticks: { format: config.options?.scales?.[id]?.ticks?.format }, time: config.options?.scales?.[id]?.time });

  // The state of an axis, as the layout knows it.
  const setScaleState = (state) => {
    let scale = scales.get(state.id);
    if (!scale) {
      scale = new Scale(state);
      scales.set(state.id, scale);
    }
    Object.assign(scale, state, { chart });
    return scale;
  };

  const scaleProxy = new Proxy({}, {
    get(_, id) {
      if (typeof id === 'symbol') return undefined;
      laidOut();
      return scales.get(id);
    },
    has: (_, id) => scales.has(id),
    ownKeys: () => [...scales.keys()],
    getOwnPropertyDescriptor: (_, id) =>
      scales.has(id) ? { configurable: true, enumerable: true, writable: true, value: scales.get(id) } : undefined,
  });

  // An element: a bar, a point or an arc, with its place after the layout.
  const elementMethods = {
    getProps(names) {
      const result = {};
      for (const name of names) result[name] = this[name];
      return result;
    },
    getCenterPoint() {
      if (this.outerRadius !== undefined) {
        const angle = (this.startAngle + this.endAngle) / 2;
        const radius = (this.innerRadius + this.outerRadius + (this.options?.spacing ?? 0) + (this.options?.offset ?? 0)) / 2;
        return { x: this.x + Math.cos(angle) * radius, y: this.y + Math.sin(angle) * radius };
      }
      if (this.base !== undefined) {
        return this.horizontal ? { x: (this.x + this.base) / 2, y: this.y } : { x: this.x, y: (this.y + this.base) / 2 };
      }
      return { x: this.x, y: this.y };
    },
    tooltipPosition() {
      return this.outerRadius !== undefined ? this.getCenterPoint() : { x: this.x, y: this.y };
    },
    hasValue() { return Number.isFinite(this.x) && Number.isFinite(this.y); },
    inRange() { return false; },
  };
  const elementOptions = (index, dataIndex) => {
    const dataset = datasets()[index] ?? {};
    return new Proxy({}, {
      get(_, name) {
        const point = typeof name === 'string' ? `point${name[0].toUpperCase()}${name.slice(1)}` : name;
        let value = dataset[point] ?? dataset[name] ?? layout?.datasets[index]?.styles?.[name];
        if (typeof value === 'function') value = value(contextOf(['data', index, dataIndex]), dataset);
        return Array.isArray(value) && dataIndex !== undefined ? value[dataIndex % value.length] : value;
      },
    });
  };
  const elements = new Map();
  const elementAt = (index, dataIndex) => {
    const key = `${index}/${dataIndex}`;
    let element = elements.get(key);
    if (!element) {
      element = Object.create(elementMethods);
      Object.defineProperty(element, 'options', { value: elementOptions(index, dataIndex), enumerable: true });
      Object.defineProperty(element, '$context', { get: () => contextOf(['data', index, dataIndex]) });
      Object.assign(element, { active: false, skip: false });
      elements.set(key, element);
    }
    const place = layout?.datasets[index]?.elements?.[dataIndex];
    if (place) Object.assign(element, place);
    return element;
  };

  const dataLength = (index) => {
    const data = datasets()[index]?.data;
    return Array.isArray(data) ? data.length : data ? Object.keys(data).length : 0;
  };
  const typeOf = (index) => datasets()[index]?.type ?? config.type;
  const scaleFor = (index, direction) => {
    const id = datasets()[index]?.[`${direction}AxisID`];
    if (id !== undefined) return scales.get(id);
    for (const scale of scales.values()) if (scale.axis === direction) return scale;
    return undefined;
  };
  const metaFor = (index) => {
    const dataset = datasets()[index];
    const indexAxis = dataset?.indexAxis ?? config.options?.indexAxis ?? 'x';
    const parsed = parsedByDataset[index] ?? [];
    return {
      type: typeOf(index),
      index,
      label: dataset?.label,
      get data() {
        laidOut();
        return Array.from({ length: dataLength(index) }, (_, dataIndex) => elementAt(index, dataIndex));
      },
      get dataset() {
        return { points: this.data, options: elementOptions(index), _datasetIndex: index };
      },
      hidden: null,
      get visible() { return chart.isDatasetVisible(index); },
      order: dataset?.order ?? 0,
      indexAxis,
      _dataset: dataset,
      _parsed: parsed,
      get total() {
        return parsed.reduce((sum, value) => sum + (Number.isFinite(value) ? Math.abs(value) : 0), 0);
      },
      xAxisID: scaleFor(index, 'x')?.id,
      yAxisID: scaleFor(index, 'y')?.id,
      rAxisID: scaleFor(index, 'r')?.id,
      get xScale() { return laidOut(), scaleFor(index, 'x'); },
      get yScale() { return laidOut(), scaleFor(index, 'y'); },
      get rScale() { return laidOut(), scaleFor(index, 'r'); },
      get iScale() { return indexAxis === 'y' ? this.yScale : this.xScale; },
      get vScale() { return this.rScale ?? (indexAxis === 'y' ? this.xScale : this.yScale); },
      controller: {
        index,
        chart,
        getParsed: (dataIndex) => parsed[dataIndex],
        getStyle: (dataIndex) => elementOptions(index, dataIndex),
        getDataset: () => dataset,
        getContext: (dataIndex) => contextOf(dataIndex === undefined ? ['dataset', index] : ['data', index, dataIndex]),
        getMeta: () => metaFor(index),
        getLabelAndValue: (dataIndex) => ({ label: String(config.data.labels?.[dataIndex] ?? ''), value: String(parsed[dataIndex]?.y ?? parsed[dataIndex]) }),
      },
    };
  };

  const metas = [];
  const chart = {
    get config() { return configFacade; },
    get data() { return config.data; },
    set data(value) { config.data = value; },
    get options() { return options(); },
    set options(value) { config.options = value; },
    get type() { return config.type; },
    get width() { return size.width; },
    get height() { return size.height; },
    get aspectRatio() { return size.width / size.height; },
    get currentDevicePixelRatio() { return size.ratio; },
    get chartArea() { return laidOut()?.chartArea; },
    get legend() { return bridge.legend(laidOut()?.legend); },
    get titleBlock() { return laidOut()?.title; },
    get boxes() { return [...scales.values()]; },
    get ctx() { return bridge.chartContext(size); },
    get canvas() { return bridge.chartContext(size).canvas; },
    scales: scaleProxy,
    id: 0,
    attached: true,
    animating: false,
    platform: {},
    getDatasetMeta: (index) => (metas[index] ??= metaFor(index)),
    isDatasetVisible(index) {
      const dataset = datasets()[index];
      return Boolean(dataset) && !dataset.hidden;
    },
    getVisibleDatasetCount: () => datasets().filter((dataset) => !dataset.hidden).length,
    getSortedVisibleDatasetMetas: () => datasets().map((_, index) => chart.getDatasetMeta(index)).filter((meta) => meta.visible),
    getDataVisibility: () => true,
    getContext: () => contextOf(['chart']),
    getActiveElements: () => [],
    isPointInArea: (point) => {
      const area = chart.chartArea;
      return Boolean(area) && point.x >= area.left && point.x <= area.right && point.y >= area.top && point.y <= area.bottom;
    },
    setDatasetVisibility(index, visible) { if (datasets()[index]) datasets()[index].hidden = !visible; },
    hide(index) { chart.setDatasetVisibility(index, false); },
    show(index) { chart.setDatasetVisibility(index, true); },
    getElementsAtEventForMode: () => [],
    notifyPlugins() {},
    update() {},
    render() {},
    draw() {},
    resize() {},
    clear() {
      chart.ctx.clearRect(0, 0, size.width, size.height);
      return chart;
    },
    stop() { return chart; },
    toBase64Image: () => 'data:,',
  };
  // Version 2 has the chart's own object under `chart.chart`.
  Object.defineProperty(chart, 'chart', { get: () => chart });
  const configFacade = {
    get type() { return config.type; },
    get data() { return config.data; },
    get options() { return options(); },
    get plugins() { return config.plugins; },
    get _config() { return config; },
  };
  let defaultsTree = null;
  const defaults = () => (defaultsTree ??= JSON.parse(host.call('defaults', 'null')));
  let optionsFacade = null;
  const options = () => {
    optionsFacade ??= withDefaults(() => config.options, [defaults().overrides?.[config.type], defaults()], () => (config.options ??= {}));
    return optionsFacade;
  };
  bridge.scaleOptions = (id, type) => {
    const own = () => config.options?.scales?.[id];
    return withDefaults(own, [defaults().scales?.[type], defaults().scale], () => {
      config.options ??= {};
      config.options.scales ??= {};
      return (config.options.scales[id] ??= {});
    });
  };

  // The contexts of functions, each with the fields of Chart.js 4.6.1.
  const chartContext = { chart, type: 'chart' };
  const contextOf = (target) => {
    const [kind, first, second] = target;
    switch (kind) {
      case 'dataset': {
        const context = Object.create(chartContext);
        return Object.assign(context, {
          active: false, dataset: datasets()[first], datasetIndex: first, index: first, mode: 'default', type: 'dataset',
        });
      }
      case 'data': {
        const data = datasets()[first]?.data;
        const context = Object.create(contextOf(['dataset', first]));
        Object.defineProperty(context, 'element', { get: () => elementAt(first, second), enumerable: true });
        return Object.assign(context, {
          active: false, dataIndex: second, parsed: parsedByDataset[first]?.[second], raw: rawValue(data, second), index: second,
          mode: 'default', type: 'data',
        });
      }
      case 'scale':
        return Object.assign(Object.create(chartContext), { scale: scales.get(first), type: 'scale' });
      case 'tick': {
        const scale = scales.get(first);
        return Object.assign(Object.create(contextOf(['scale', first])), { tick: scale?.ticks?.[second], index: second, type: 'tick' });
      }
      case 'pointLabel': {
        const label = config.data?.labels?.[second];
        return Object.assign(Object.create(contextOf(['scale', first])), { label, index: second, type: 'pointLabel' });
      }
      case 'segment': {
        const element = (index) => ({ ...elementAt(first, index), parsed: parsedByDataset[first]?.[index], raw: rawValue(datasets()[first]?.data, index), skip: target[4]?.includes(index) ?? false });
        return Object.assign(Object.create(contextOf(['dataset', first])), {
          type: 'segment', p0: element(second), p1: element(target[3]), p0DataIndex: second, p1DataIndex: target[3], datasetIndex: first,
        });
      }
      case 'datalabel':
        return { active: false, chart, dataIndex: second, dataset: datasets()[first], datasetIndex: first };
      case 'annotation':
        return Object.assign(Object.create(chartContext), { id: first, element: layout?.annotations?.[first] ?? {}, elements: [], type: 'annotation' });
      default:
        return chartContext;
    }
  };
  const rawValue = (data, index) => {
    if (Array.isArray(data) || data === undefined || data === null) return data?.[index];
    const key = Object.keys(data)[index];
    return key === undefined ? undefined : { x: key, y: data[key] };
  };

  bridge.load = ({ variables, stage }) => {
    const found = bridge.findConfig(variables);
    if (!found) return null;
    config = found;
    if (stage) {
      size = stage;
      bridge.runFirstHooks();
    }
    return { config: encode(config), defaults: bridge.changedDefaults(), hooks: bridge.hookNames() };
  };
  bridge.begin = (settings) => {
    size = settings;
    return null;
  };
  bridge.setParsed = ({ dataset, values }) => {
    parsedByDataset[dataset] = values;
    return null;
  };
  bridge.setScales = (states) => {
    for (const state of states) setScaleState(state);
    return null;
  };
  bridge.setLayout = (state) => {
    layout = state;
    bridge.legend(state.legend);
    bridge.setCanvasState(state.canvas);
    for (const scale of state.scales) setScaleState(scale);
    return null;
  };
  bridge.wantsLayout = () => wantsLayout;

  // The options around the one that is asked for, which a function gets as its second argument.
  const optionsOf = ([kind, first, second]) => {
    switch (kind) {
      case 'dataset': case 'segment': return elementOptions(first);
      case 'data': return elementOptions(first, second);
      case 'scale': case 'tick': case 'pointLabel': return scales.get(first)?.options;
      default: return chart.options;
    }
  };

  // Calls of options: one, or one for each value of a dataset, tick or label.
  bridge.evaluate = ({ id, target }) => encodeResult(functions[id](contextOf(target), optionsOf(target)));
  bridge.evaluateAll = ({ id, target, count }) => {
    const results = [];
    for (let index = 0; index < count; index += 1) {
      results.push(encodeResult(functions[id](contextOf([...target, index]), optionsOf([...target, index]))));
    }
    return results;
  };
  // Calls a function with values as arguments.
  bridge.invoke = ({ id, values }) => encodeResult(Reflect.apply(functions[id], undefined, values));
  bridge.invokeForDataset = ({ id, dataset, count }) => {
    const data = datasets()[dataset]?.data;
    const results = [];
    for (let index = 0; index < count; index += 1) {
      results.push(encodeResult(functions[id](rawValue(data, index), contextOf(['datalabel', dataset, index]))));
    }
    return results;
  };
  // The labels of ticks; null removes a tick.
  bridge.formatTicks = ({ id, state }) => {
    const scale = setScaleState(state);
    const { ticks } = scale;
    return ticks.map((tick, index) => {
      const label = Reflect.apply(functions[id], scale, [tick.value, index, ticks]);
      tick.label = label;
      return encode(label) ?? null;
    });
  };
  bridge.runScaleHook = ({ id, state }) => {
    const scale = setScaleState(state);
    Reflect.apply(functions[id], scale.options, [scale]);
    const { min, max, width, height, ticks, paddingLeft, paddingRight, paddingTop, paddingBottom, labelRotation } = scale;
    return { min, max, width, height, paddingLeft, paddingRight, paddingTop, paddingBottom, labelRotation,
      ticks: (ticks ?? []).map(({ value, label, major }) => ({ value, label: encode(label) ?? null, major: Boolean(major) })) };
  };

  Object.defineProperty(bridge, 'chart', { value: chart });
  bridge.contextOf = contextOf;
  bridge.config = () => config;
}
