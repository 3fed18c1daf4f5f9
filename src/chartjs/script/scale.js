// The scales that functions of a configuration see.
(host, bridge) => {
  'use strict';

  // A scale: its limits, its ticks, and the mapping between values and pixels.
  class Scale {
    constructor(state) {
      this.id = state.id;
      this.axis = state.axis;
      this.type = state.type;
      this.chart = bridge.chart;
      this.labels = state.labels;
      this.options = bridge.scaleOptions(this.id, this.type);
    }
    isHorizontal() { return this.axis === 'x'; }
    get ctx() { return this.chart.ctx; }
    getLabels() { return this.labels ?? this.chart.data?.labels ?? []; }
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
      if (!this.normalizer) bridge.laidOut();
      const number = typeof value === 'number' ? value : this.parse(value);
      if (this.type === 'radialLinear') return this.getDistanceFromCenterForValue(number);
      return number === null || number !== number ? NaN : this.getPixelForDecimal(decimalForValue(this.normalizer, number));
    }
    getValueForPixel(pixel) {
      if (!this.normalizer) bridge.laidOut();
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
    getPointLabelContext(index) { return bridge.contextOf(['pointLabel', this.id, index]); }
    getContext(index) { return bridge.contextOf(index === undefined ? ['scale', this.id] : ['tick', this.id, index]); }
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
    return bridge.valueLabel(scale, value);
  };

  bridge.Scale = Scale;
}
