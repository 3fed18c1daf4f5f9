// The chart as functions of a configuration see it, and their contexts.
(host, bridge, originals) => {
  'use strict';
  const { Map, assign, defineProperty, isArray } = originals;
  const { encode } = bridge.values;
  const { elementOptions, parsedValues } = bridge;

  let config = {};
  let size = { width: 0, height: 0, ratio: 1 };
  let layout = null;
  // True if a function asked for a part of the layout before there was one.
  let wantsLayout = false;
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

  const scales = new Map();
  // The state of an axis, as the layout knows it.
  const setScaleState = (state) => {
    let scale = scales.get(state.id);
    if (!scale) {
      scale = new bridge.Scale(state);
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

  const elements = new Map();
  const elementAt = (index, dataIndex) => {
    const key = `${index}/${dataIndex}`;
    let element = elements.get(key);
    if (!element) {
      element = new bridge.Element(index, dataIndex);
      elements.set(key, element);
    }
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
    const parsed = parsedValues(index) ?? [];
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
  defineProperty(chart, 'chart', { __proto__: null, get: () => chart });
  const configFacade = {
    get type() { return config.type; },
    get data() { return config.data; },
    get options() { return options(); },
    get plugins() { return config.plugins; },
    get _config() { return config; },
  };
  const defaults = () => bridge.defaults();
  let optionsFacade = null;
  const options = () => {
    optionsFacade ??= withDefaults(() => config.options, [defaults().overrides?.[config.type], defaults()], () => (config.options ??= {}));
    return optionsFacade;
  };
  // The options of an axis as they are written for version 2: in a list, or for the only radial axis.
  const version2Axis = (id) => {
    const { scale, scales } = config.options ?? {};
    const [, direction, position] = /^([xy])-axis-(\d+)$/.exec(id) ?? [];
    const lists = [scales?.xAxes, scales?.yAxes].filter(Array.isArray);
    return lists.flat().find((axis) => axis?.id === id) ?? scales?.[`${direction}Axes`]?.[position] ?? (id === 'scale' ? scale : undefined);
  };
  bridge.scaleOptions = (id, type) => {
    const own = () => config.options?.scales?.[id] ?? version2Axis(id);
    return withDefaults(own, [defaults().scales?.[type], defaults().scale], () => {
      config.options ??= {};
      config.options.scales ??= {};
      return (config.options.scales[id] ??= {});
    });
  };

  // The contexts of functions, each with the fields of Chart.js 4.6.1.
  const chartContext = { chart, type: 'chart' };
  const contextOf = (target) => {
    const kind = target[0];
    const first = target[1];
    const second = target[2];
    switch (kind) {
      case 'dataset': {
        const context = Object.create(chartContext);
        return Object.assign(context, {
          active: false, dataset: datasets()[first], datasetIndex: first, index: first, mode: 'default', type: 'dataset',
        });
      }
      case 'data':
        return dataContexts(first)(second);
      case 'scale':
        return Object.assign(Object.create(chartContext), { scale: scales.get(first), type: 'scale' });
      case 'tick': {
        // A tick keeps its index if ticks before it are left out.
        const ticks = scales.get(first)?.ticks;
        return tickContext(first, ticks?.find((tick) => tick.index === second) ?? ticks?.[second], second);
      }
      case 'pointLabel': {
        const label = scales.get(first)?._pointLabels?.[second] ?? config.data?.labels?.[second];
        return Object.assign(Object.create(contextOf(['scale', first])), { label, index: second, type: 'pointLabel' });
      }
      case 'segment': {
        const count = dataLength(first);
        const before = (second - 1 + count) % count;
        return Object.assign(Object.create(contextOf(['dataset', first])), {
          type: 'segment', p0: elementAt(first, before), p1: elementAt(first, second), p0DataIndex: before, p1DataIndex: second,
        });
      }
      case 'datalabel':
        return { active: false, chart, dataIndex: second, dataset: datasets()[first], datasetIndex: first };
      case 'annotation':
        return Object.defineProperty(
          Object.assign(Object.create(chartContext), { id: annotations.id(first), elements: [], type: 'annotation' }),
          'element',
          { get: () => annotations.element(first), enumerable: true },
        );
      default:
        return chartContext;
    }
  };
  // The contexts of the values of a dataset, which share that of the dataset. An element is made when somebody asks for it.
  const elementProperty = {
    __proto__: null,
    get() { return elementAt(this.datasetIndex, this.dataIndex); },
    enumerable: true,
    configurable: true,
  };
  const dataContexts = (position) => {
    const datasetContext = contextOf(['dataset', position]);
    const { dataset } = datasetContext;
    const parsed = parsedValues(position) ?? [];
    function DataContext(index) {
      const data = dataset?.data;
      this.active = false;
      this.dataIndex = index;
      this.parsed = parsed[index];
      this.raw = isArray(data) ? data[index] : rawValue(data, index);
      defineProperty(this, 'element', elementProperty);
      this.index = index;
      this.mode = 'default';
      this.type = 'data';
    }
    DataContext.prototype = datasetContext;
    return (index) => new DataContext(index);
  };
  const annotations = bridge.annotationsOf({ chart, withDefaults, contextOf, laidOut });
  bridge.runAnnotationHook = annotations.runHook;
  const tickContext = (id, tick, index) =>
    Object.assign(Object.create(contextOf(['scale', id])), { tick, index, type: 'tick' });
  const rawValue = (data, index) => {
    if (Array.isArray(data) || data === undefined || data === null) return data?.[index];
    const key = Object.keys(data)[index];
    return key === undefined ? undefined : { x: key, y: data[key] };
  };

  bridge.load = ({ variables, stage }) => {
    if (bridge.isLoaded('runImageListeners')) bridge.runImageListeners();
    const found = bridge.findConfig(variables);
    if (!found) return null;
    config = found;
    // A script that has not loaded the defaults has not changed them.
    const hasDefaults = bridge.isLoaded('changedDefaults');
    const isVersion2 = hasDefaults && bridge.addVersion2Defaults(config);
    if (stage) {
      size = stage;
      bridge.runFirstHooks();
    }
    return { isVersion2, config: encode(config), defaults: bridge.isLoaded('changedDefaults') ? bridge.changedDefaults() : null, hooks: bridge.hookNames() };
  };
  bridge.encodeConfig = () => encode(config);
  bridge.begin = (settings) => {
    size = settings;
    return null;
  };
  bridge.setScales = (states) => {
    for (const state of states) setScaleState(state);
    return null;
  };
  bridge.setLayout = (state) => {
    layout = state;
    bridge.legend(state.legend);
    if (bridge.isLoaded('setCanvasState')) bridge.setCanvasState(state.canvas);
    for (const scale of state.scales) setScaleState(scale);
    return null;
  };
  bridge.wantsLayout = () => wantsLayout;

  // The options around the one that is asked for, which a function gets as its second argument.
  const optionsOf = (target) => {
    const kind = target[0];
    const first = target[1];
    const second = target[2];
    switch (kind) {
      case 'dataset': return elementOptions(first);
      case 'data': case 'segment': return elementOptions(first, second);
      case 'scale': case 'tick': case 'pointLabel': return scales.get(first)?.options;
      case 'annotation': return annotations.options(first);
      default: return chart.options;
    }
  };

  bridge.chart = chart;
  bridge.laidOut = laidOut;
  bridge.canvasState = () => layout?.canvas;
  bridge.typeOf = typeOf;
  bridge.rawValue = (dataset, index) => rawValue(datasets()[dataset]?.data, index);
  bridge.contextOf = contextOf;
  bridge.config = () => config;
  assign(bridge, { optionsOf, dataContexts, setScaleState, tickContext, scaleById: (id) => scales.get(id) });
}
