// The marks of datasets that functions see.
(host, bridge) => {
  'use strict';

  // An element: a bar, a point or an arc. Its place is known after the layout.
  class Element {
    constructor(datasetIndex, index) {
      Object.assign(this, { active: false, options: bridge.elementOptions(datasetIndex, index) });
      Object.defineProperties(this, { _datasetIndex: { value: datasetIndex }, _index: { value: index } });
    }
    get $context() { return bridge.contextOf(['data', this._datasetIndex, this._index]); }
    get parsed() { return bridge.parsedValue(this._datasetIndex, this._index); }
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
    Object.defineProperty(Element.prototype, name, {
      get() { return bridge.laidOut()?.datasets[this._datasetIndex]?.elements?.[this._index]?.[name]; },
      set(value) { Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true }); },
      enumerable: true,
      configurable: true,
    });
  }

  bridge.Element = Element;
}
