// `Chart.helpers`: the functions that configurations use most.
(host, bridge) => {
  'use strict';
  const channels = (color) => JSON.parse(host.call('color', JSON.stringify(String(color))));
  class Color {
    constructor([r, g, b, a]) { this.rgb = { r, g, b, a }; }
    get valid() { return true; }
    alpha(a) { return a === undefined ? this.rgb.a : new Color([this.rgb.r, this.rgb.g, this.rgb.b, a]); }
    clearer(ratio) { return this.alpha(this.rgb.a * (1 - ratio)); }
    opaquer(ratio) { return this.alpha(Math.min(1, this.rgb.a * (1 + ratio))); }
    mix(other, weight = 0.5) {
      const mixed = (name) => this.rgb[name] * (1 - weight) + other.rgb[name] * weight;
      return new Color([mixed('r'), mixed('g'), mixed('b'), mixed('a')]);
    }
    toward(target, ratio) {
      const move = (value) => value + (target - value) * ratio;
      return new Color([move(this.rgb.r), move(this.rgb.g), move(this.rgb.b), this.rgb.a]);
    }
    lighten(ratio) { return this.toward(255, ratio); }
    darken(ratio) { return this.toward(0, ratio); }
    negate() { return new Color([255 - this.rgb.r, 255 - this.rgb.g, 255 - this.rgb.b, this.rgb.a]); }
    rgbString() {
      const { r, g, b, a } = this.rgb;
      const [red, green, blue] = [r, g, b].map(Math.round);
      return a < 1 ? `rgba(${red}, ${green}, ${blue}, ${a})` : `rgb(${red}, ${green}, ${blue})`;
    }
    hexString() {
      const { r, g, b, a } = this.rgb;
      const hex = (value) => Math.round(value).toString(16).padStart(2, '0').toUpperCase();
      return `#${hex(r)}${hex(g)}${hex(b)}${a < 1 ? hex(a * 255) : ''}`;
    }
    toString() { return this.rgbString(); }
  }
  const color = (value) => (value instanceof Color ? value : new Color(channels(value)));
  const each = (items, callback, self, reverse) => {
    if (Array.isArray(items)) {
      const indices = items.map((_, index) => index);
      for (const index of reverse ? indices.reverse() : indices) Reflect.apply(callback, self, [items[index], index]);
    } else if (items !== null && typeof items === 'object') {
      for (const key of Object.keys(items)) Reflect.apply(callback, self, [items[key], key]);
    }
  };
  const isObject = (value) => Object.prototype.toString.call(value) === '[object Object]';
  const merge = (target, source) => {
    for (const item of [source].flat()) {
      for (const key of Object.keys(item ?? {})) {
        if (isObject(item[key])) target[key] = merge(isObject(target[key]) ? target[key] : {}, item[key]);
        else target[key] = item[key];
      }
    }
    return target;
  };
  const helpers = {
    color,
    getHoverColor: (value) => color(value).darken(0.1).hexString(),
    each,
    merge,
    clone: (value) => (Array.isArray(value) ? value.map(helpers.clone) : isObject(value) ? merge({}, value) : value),
    isArray: Array.isArray,
    isObject,
    isFinite: (value) => (typeof value === 'number' || value instanceof Number) && Number.isFinite(+value),
    isNullOrUndef: (value) => value === null || value === undefined,
    isNumber: (value) => !Number.isNaN(parseFloat(value)) && Number.isFinite(+value),
    valueOrDefault: (value, fallback) => (value === undefined ? fallback : value),
    callback: (call, args, self) => (call && typeof call.call === 'function' ? Reflect.apply(call, self, args) : undefined),
    toDegrees: (radians) => radians * (180 / Math.PI),
    toRadians: (degrees) => degrees * (Math.PI / 180),
    almostEquals: (x, y, epsilon) => Math.abs(x - y) < epsilon,
    sign: Math.sign,
    formatNumber: (value, locale, options) => new Intl.NumberFormat(locale, options).format(value),
    noop: () => {},
    uid: () => 0,
    PI: Math.PI,
    TAU: 2 * Math.PI,
    HALF_PI: Math.PI / 2,
  };
  bridge.helpers = helpers;
}
