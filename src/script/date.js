// `Date` without a clock and a time zone: now is a setting of the picture, and local time is UTC.
(host, bridge, originals) => {
  'use strict';
  const { Date: PlatformDate, apply, construct, defineProperty } = originals;
  const prototype = PlatformDate.prototype;
  const { settings } = bridge;
  const define = (object, name, value) =>
    defineProperty(object, name, { __proto__: null, value, writable: true, configurable: true });
  // A text without a zone is local time, which is UTC here; a date alone is UTC in any case.
  const hasZone = (text) => /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?$/i.test(text) || /^\s*[+-]?\d+(?:-\d\d(?:-\d\d)?)?\s*$/.test(text);
  // Texts in ISO 8601 but for a space or small letters; months below 1 or above 12 are no date.
  const standardText = (text) => {
    const iso = /^([+-]\d{6}|\d{4})-(\d\d)-(\d\d)[ t](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)z$/i.exec(text);
    if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}T${iso[4]}Z`;
    return /^\d{4}-(?:00|1[3-9]|[2-9]\d)-/.test(text) ? '' : text;
  };
  // ECMAScript's ToPrimitive without a hint, for objects that are no dates.
  const toPrimitive = (value) => {
    if (value === null || typeof value !== 'object' && typeof value !== 'function') return value;
    const exotic = value[Symbol.toPrimitive];
    const methods = exotic === undefined || exotic === null ? [value.valueOf, value.toString] : [exotic];
    for (const method of methods) {
      if (typeof method !== 'function') continue;
      const primitive = apply(method, value, exotic ? ['default'] : []);
      if (primitive === null || typeof primitive !== 'object' && typeof primitive !== 'function') return primitive;
    }
    throw new TypeError('Cannot convert object to primitive value');
  };
  const platformOffset = prototype.getTimezoneOffset;
  const parse = (text) => {
    const instant = PlatformDate.parse(standardText(text));
    if (hasZone(text) || instant !== instant) return instant;
    return instant - apply(platformOffset, new PlatformDate(instant), []) * 60000;
  };
  function UtcDate(...parts) {
    if (!new.target) return new PlatformDate(settings.now).toString();
    let instant = settings.now;
    if (parts.length === 1) {
      const value = parts[0] instanceof PlatformDate ? parts[0].getTime() : toPrimitive(parts[0]);
      instant = typeof value === 'string' ? parse(value) : +value;
    } else if (parts.length > 1) {
      instant = PlatformDate.UTC(...parts);
    }
    return construct(PlatformDate, [instant], new.target);
  }
  UtcDate.prototype = prototype;
  define(UtcDate, 'name', 'Date');
  define(UtcDate, 'length', 7);
  define(UtcDate, 'now', function () { return settings.now; });
  define(UtcDate, 'parse', function (text) { return parse(String(text)); });
  define(UtcDate, 'UTC', PlatformDate.UTC);
  define(prototype, 'constructor', UtcDate);
  // The methods of local time are those of UTC under their own names.
  const defineLocal = (local, utc) => {
    const method = { [local](...values) { return apply(utc, this, values); } }[local];
    define(method, 'length', utc.length);
    define(prototype, local, method);
  };
  for (const part of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds']) {
    defineLocal(`get${part}`, prototype[`getUTC${part}`]);
    if (prototype[`setUTC${part}`]) defineLocal(`set${part}`, prototype[`setUTC${part}`]);
  }
  const { getTime } = prototype;
  const isInvalid = (date) => {
    const instant = apply(getTime, date, []);
    return instant !== instant;
  };
  define(prototype, 'getTimezoneOffset', function getTimezoneOffset() { return isInvalid(this) ? NaN : 0; });
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const two = (number) => String(number).padStart(2, '0');
  const fourDigits = (year) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  define(prototype, 'toDateString', function toDateString() {
    if (isInvalid(this)) return 'Invalid Date';
    return `${days[this.getUTCDay()]} ${months[this.getUTCMonth()]} ${two(this.getUTCDate())} ${fourDigits(this.getUTCFullYear())}`;
  });
  define(prototype, 'toTimeString', function toTimeString() {
    if (isInvalid(this)) return 'Invalid Date';
    return `${two(this.getUTCHours())}:${two(this.getUTCMinutes())}:${two(this.getUTCSeconds())} GMT+0000 (Coordinated Universal Time)`;
  });
  define(prototype, 'toString', function toString() {
    return isInvalid(this) ? 'Invalid Date' : `${this.toDateString()} ${this.toTimeString()}`;
  });

  // The methods that write a date in a language.
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    define(prototype, name, { [name](...values) { return apply(bridge.dateMethods[name], this, values); } }[name]);
  }

  bridge.Date = UtcDate;
}
