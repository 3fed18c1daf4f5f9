// The marks of datasets that functions see, their options and their parsed values.
(host, bridge, originals) => {
  'use strict';
  const { Proxy, assign, defineProperty } = originals;

  // The parsed values of datasets, or the columns from which they are made when somebody asks.
  const parsedByDataset = [];
  const parsedValues = (dataset) => {
    const parsed = parsedByDataset[dataset];
    if (!parsed?.columns) return parsed;
    const { x, y } = parsed.columns;
    return (parsedByDataset[dataset] = x.map((value, index) => ({ x: value, y: y[index] })));
  };
  bridge.setParsed = ({ dataset, parsed }) => {
    parsedByDataset[dataset] = parsed.columns ? parsed : parsed.values;
    return null;
  };

  const elementKinds = { bar: 'bar', doughnut: 'arc', pie: 'arc', polarArea: 'arc' };
  // The options of an element: a proxy for its position, which is kept under symbols.
  const DATASET = Symbol('dataset');
  const VALUE = Symbol('value');
  const elementHandler = {
    get(target, name) {
      if (typeof name === 'symbol') return undefined;
      const { [DATASET]: index, [VALUE]: dataIndex } = target;
      const dataset = bridge.config().data?.datasets?.[index] ?? {};
      const type = bridge.typeOf(index);
      const kind = elementKinds[type] ?? (dataIndex === undefined ? 'line' : 'point');
      const prefixed = `${kind}${name[0].toUpperCase()}${name.slice(1)}`;
      const all = bridge.chart.options;
      let value = dataset[prefixed] ?? dataset[name] ?? all.datasets?.[type]?.[name] ?? all.elements?.[kind]?.[name] ?? all[name];
      if (typeof value === 'function') value = value(bridge.contextOf(['data', index, dataIndex]), dataset);
      return Array.isArray(value) && dataIndex !== undefined ? value[dataIndex % value.length] : value;
    },
  };
  const elementOptions = (index, dataIndex) => new Proxy({ [DATASET]: index, [VALUE]: dataIndex }, elementHandler);

  // An element: a bar, a point or an arc. Its place is known after the layout.
  class Element {
    constructor(datasetIndex, index) {
      Object.assign(this, { active: false, options: elementOptions(datasetIndex, index) });
      Object.defineProperties(this, { _datasetIndex: { value: datasetIndex }, _index: { value: index } });
    }
    get $context() { return bridge.contextOf(['data', this._datasetIndex, this._index]); }
    get parsed() { return parsedValues(this._datasetIndex)?.[this._index]; }
    get raw() { return bridge.rawValue(this._datasetIndex, this._index); }
    get skip() {
      const { parsed } = this;
      const isMissing = (name) => name in parsed && !Number.isFinite(parsed[name]);
      return bridge.typeOf(this._datasetIndex) !== 'bar' && parsed !== null && typeof parsed === 'object' && ['x', 'y', 'r'].some(isMissing);
    }
    getProps(names) {
      const result = {};
      for (const name of names) result[name] = this[name];
      return result;
    }
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
    }
    tooltipPosition() {
      return this.outerRadius !== undefined ? this.getCenterPoint() : { x: this.x, y: this.y };
    }
    hasValue() { return Number.isFinite(this.x) && Number.isFinite(this.y); }
    inRange() { return false; }
  }
  const placeNames = [
    'x', 'y', 'base', 'width', 'height', 'horizontal', 'startAngle', 'endAngle', 'circumference', 'innerRadius', 'outerRadius',
  ];
  for (const name of placeNames) {
    defineProperty(Element.prototype, name, {
      __proto__: null,
      get() { return bridge.laidOut()?.datasets[this._datasetIndex]?.elements?.[this._index]?.[name]; },
      set(value) { Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true }); },
      enumerable: true,
      configurable: true,
    });
  }

  assign(bridge, { Element, elementOptions, parsedValues });
}
