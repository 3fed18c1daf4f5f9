// `Intl`, and the methods of numbers, dates and lists that use it. The program formats; this library resolves options.
(host, bridge, originals) => {
  'use strict';
  const { Map, Number, String, apply, create, defineProperties, defineProperty, entries, parse, stringify } = originals;
  const define = (object, name, value) =>
    defineProperty(object, name, { __proto__: null, value, writable: true, configurable: true });
  const call = (name, argument) => parse(host.call(name, stringify(argument)));

  const requestedLocales = (locales) => {
    if (locales === undefined) return [];
    if (typeof locales === 'string' || locales instanceof Locale) return [String(locales)];
    if (locales === null || typeof locales !== 'object') throw new TypeError('Incorrect locale information provided');
    return Array.from(locales, String);
  };
  const canonicalTags = (locales) =>
    requestedLocales(locales).map((tag) => {
      if (!/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag)) throw new RangeError(`Incorrect locale information provided`);
      return tag.split('-').map((part, index, parts) => {
        if (index === 0 || parts.slice(1, index).some((earlier) => earlier.length === 1)) return part.toLowerCase();
        if (part.length === 2) return part.toUpperCase();
        return part.length === 4 ? part[0].toUpperCase() + part.slice(1).toLowerCase() : part.toLowerCase();
      }).join('-');
    });
  const resolved = new Map();
  const resolveLocale = (locales) => {
    const tags = canonicalTags(locales);
    const key = tags.join();
    if (!resolved.has(key)) resolved.set(key, call('intlLocale', tags));
    return resolved.get(key);
  };
  class Locale {
    constructor(tag) { this.baseName = canonicalTags(tag)[0]; }
    get language() { return this.baseName.split('-')[0]; }
    get region() { return this.baseName.split('-').slice(1).find((part) => part.length === 2); }
    toString() { return this.baseName; }
  }

  // Reads options: one of a list of names, and a whole number between limits.
  const oneOf = (options, name, values, fallback) => {
    const value = options[name];
    if (value === undefined) return fallback;
    const text = String(value);
    if (!values.includes(text)) throw new RangeError(`Value ${text} out of range for Intl options property ${name}`);
    return text;
  };
  const wholeNumber = (value, name, min, max, fallback) => {
    if (value === undefined) return fallback;
    const number = Number(value);
    if (!(number >= min && number <= max)) throw new RangeError(`${name} value is out of range.`);
    return Math.floor(number);
  };
  const optionsObject = (options) => {
    if (options === null) throw new TypeError('Cannot convert undefined or null to object');
    return options === undefined ? {} : Object(options);
  };

  const ROUNDING_MODES = ['ceil', 'floor', 'expand', 'trunc', 'halfCeil', 'halfFloor', 'halfExpand', 'halfTrunc', 'halfEven'];
  const currencyDigits = (code) => {
    if (/^(?:BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/.test(code)) return 0;
    return /^(?:BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(code) ? 3 : /^(?:CLF|UYW)$/.test(code) ? 4 : 2;
  };
  const UNITS = 'acre bit byte celsius centimeter day degree fahrenheit fluid-ounce foot gallon gigabit gigabyte gram hectare hour inch kilobit kilobyte kilogram kilometer liter megabit megabyte meter microsecond mile mile-scandinavian milliliter millimeter millisecond minute month nanosecond ounce percent petabyte pound second stone terabit terabyte week yard year'.split(' ');
  const isUnit = (unit) => UNITS.includes(unit) || unit.split('-per-').length === 2 && unit.split('-per-').every((part) => UNITS.includes(part));

  // The digits of a number (ECMA-402, SetNumberFormatDigitOptions).
  const resolveDigits = (result, options, [minDefault, maxDefault], notation) => {
    result.minimumIntegerDigits = wholeNumber(options.minimumIntegerDigits, 'minimumIntegerDigits', 1, 21, 1);
    const { minimumFractionDigits: minFraction, maximumFractionDigits: maxFraction } = options;
    const { minimumSignificantDigits: minSignificant, maximumSignificantDigits: maxSignificant } = options;
    result.roundingMode = oneOf(options, 'roundingMode', ROUNDING_MODES, 'halfExpand');
    const priority = oneOf(options, 'roundingPriority', ['auto', 'morePrecision', 'lessPrecision'], 'auto');
    result.trailingZeroDisplay = oneOf(options, 'trailingZeroDisplay', ['auto', 'stripIfInteger'], 'auto');
    const hasSignificant = minSignificant !== undefined || maxSignificant !== undefined;
    const hasFraction = minFraction !== undefined || maxFraction !== undefined;
    const needsSignificant = priority !== 'auto' || hasSignificant;
    const needsFraction = priority !== 'auto' || !hasSignificant && (hasFraction || notation !== 'compact');
    if (needsSignificant) {
      result.minimumSignificantDigits = wholeNumber(minSignificant, 'minimumSignificantDigits', 1, 21, 1);
      result.maximumSignificantDigits = wholeNumber(maxSignificant, 'maximumSignificantDigits', result.minimumSignificantDigits, 21, 21);
    }
    if (needsFraction) {
      let min = wholeNumber(minFraction, 'minimumFractionDigits', 0, 100, undefined);
      let max = wholeNumber(maxFraction, 'maximumFractionDigits', 0, 100, undefined);
      if (min === undefined) min = max === undefined ? minDefault : Math.min(minDefault, max);
      else if (max === undefined) max = Math.max(maxDefault, min);
      else if (min > max) throw new RangeError('maximumFractionDigits value is out of range.');
      result.minimumFractionDigits = min;
      result.maximumFractionDigits = max ?? Math.max(maxDefault, min);
    }
    if (!needsSignificant && !needsFraction) {
      Object.assign(result, { minimumFractionDigits: 0, maximumFractionDigits: 0, minimumSignificantDigits: 1, maximumSignificantDigits: 2 });
      result.roundingPriority = 'morePrecision';
    } else result.roundingPriority = priority;
  };

  const resolveNumberOptions = (options) => {
    const result = { style: oneOf(options, 'style', ['decimal', 'percent', 'currency', 'unit'], 'decimal') };
    const { currency, unit } = options;
    if (currency !== undefined && !/^[a-z]{3}$/i.test(currency)) throw new RangeError(`Invalid currency code : ${currency}`);
    if (result.style === 'currency' && currency === undefined) throw new TypeError('Currency code is required with currency style.');
    if (unit !== undefined && !isUnit(String(unit))) throw new RangeError(`Invalid unit argument for Intl.NumberFormat() '${unit}'`);
    if (result.style === 'unit' && unit === undefined) throw new TypeError('Unit is required with unit style.');
    const display = oneOf(options, 'currencyDisplay', ['symbol', 'narrowSymbol', 'code', 'name'], 'symbol');
    const sign = oneOf(options, 'currencySign', ['standard', 'accounting'], 'standard');
    const unitDisplay = oneOf(options, 'unitDisplay', ['short', 'narrow', 'long'], 'short');
    if (result.style === 'currency') Object.assign(result, { currency: String(currency).toUpperCase(), currencyDisplay: display, currencySign: sign });
    if (result.style === 'unit') Object.assign(result, { unit: String(unit), unitDisplay });
    result.notation = oneOf(options, 'notation', ['standard', 'scientific', 'engineering', 'compact'], 'standard');
    const digits = result.style === 'currency' && result.notation === 'standard' ? currencyDigits(result.currency) : undefined;
    const percent = result.style === 'percent' ? 0 : 3;
    resolveDigits(result, options, digits === undefined ? [0, result.style === 'currency' ? 0 : percent] : [digits, digits], result.notation);
    const compactDisplay = oneOf(options, 'compactDisplay', ['short', 'long'], 'short');
    if (result.notation === 'compact') result.compactDisplay = compactDisplay;
    const { useGrouping } = options;
    const automatic = result.notation === 'compact' ? 'min2' : 'auto';
    if (useGrouping === undefined || useGrouping === 'true' || useGrouping === 'false') result.useGrouping = automatic;
    else if (useGrouping === true) result.useGrouping = 'always';
    else if (!useGrouping) result.useGrouping = false;
    else result.useGrouping = oneOf(options, 'useGrouping', ['min2', 'auto', 'always'], automatic);
    result.signDisplay = oneOf(options, 'signDisplay', ['auto', 'always', 'never', 'exceptZero', 'negative'], 'auto');
    return result;
  };
  // A number as digits; text keeps all of its digits.
  const numberText = (value) => {
    if (typeof value === 'bigint') return String(value);
    const primitive = typeof value === 'object' && value !== null ? value.valueOf() : value;
    if (typeof primitive === 'bigint') return String(primitive);
    const number = Number(primitive);
    return Object.is(number, -0) ? '-0' : String(number);
  };
  const sent = (options) => ({ ...options, useGrouping: String(options.useGrouping) });

  const toParts = (pairs) => pairs.map(([type, value]) => ({ type, value }));
  // V8 writes the narrow no-break spaces of dates as spaces, though not in parts.
  const joinDate = (pairs) => join(pairs).replaceAll('\u202f', ' ');
  const join = (pairs) => pairs.map(([, text]) => text).join('');
  const supportedLocalesOf = { __proto__: null, value: (locales) => canonicalTags(locales).filter((tag) => call('intlLocale', [tag]).locale.split('-')[0] === tag.split('-')[0].replace(/^no$/, 'nb')), writable: true, configurable: true };

  // Makes a constructor that also works without `new`.
  const makeClass = (name, build, members) => {
    const constructor = { [name]: function (locales, options) {
      const self = new.target ? this : Object.create(constructor.prototype);
      build(self, locales, options);
      return self;
    } }[name];
    define(constructor, 'length', 0);
    defineProperty(constructor, 'supportedLocalesOf', supportedLocalesOf);
    defineProperties(constructor.prototype, members);
    defineProperty(constructor.prototype, Symbol.toStringTag, { __proto__: null, value: `Intl.${name}`, configurable: true });
    return constructor;
  };
  const method = (value) => ({ __proto__: null, value, writable: true, configurable: true });
  const states = new WeakMapLike();
  // The state of an object, under a symbol that scripts don't see.
  function WeakMapLike() {
    const key = Symbol('state');
    this.set = (object, state) => defineProperty(object, key, { __proto__: null, value: state });
    this.get = (object) => {
      const state = object?.[key];
      if (!state) throw new TypeError('Method called on incompatible receiver');
      return state;
    };
  }
  // A property that is a function bound to its object.
  const boundFormat = (format) => ({
    __proto__: null,
    get() {
      const state = states.get(this);
      state.bound ??= (value) => format(state, value);
      return state.bound;
    },
    configurable: true,
  });
  const resolvedOptions = method(function () {
    const { locale, options } = states.get(this);
    return { locale, ...options };
  });

  const numberPairs = ({ locale, sending }, value) => call('intlNumber', { locale, options: sending, value: numberText(value) });
  const NumberFormat = makeClass('NumberFormat', (self, locales, options) => {
    const { locale } = resolveLocale(locales);
    const own = resolveNumberOptions(optionsObject(options));
    states.set(self, { locale, options: { numberingSystem: 'latn', ...own, roundingIncrement: 1 }, sending: sent(own) });
  }, {
    format: boundFormat((state, value) => join(numberPairs(state, value))),
    formatToParts: method(function (value) { return toParts(numberPairs(states.get(this), value)); }),
    resolvedOptions,
  });

  const PluralRules = makeClass('PluralRules', (self, locales, options) => {
    const { locale } = resolveLocale(locales);
    const source = optionsObject(options);
    const own = { type: oneOf(source, 'type', ['cardinal', 'ordinal'], 'cardinal') };
    resolveDigits(own, source, [0, 3], 'standard');
    states.set(self, { locale, options: own });
  }, {
    select: method(function (value) {
      const { locale, options } = states.get(this);
      return call('intlPlural', { locale, ordinal: options.type === 'ordinal', options, value: numberText(value) });
    }),
    resolvedOptions,
  });

  const listPairs = ({ locale, kind }, items) => call('intlList', {
    locale,
    kind,
    items: Array.from(items ?? [], (item) => {
      if (typeof item !== 'string') throw new TypeError('Iterable yielded a non-String value');
      return item;
    }),
  });
  const ListFormat = makeClass('ListFormat', (self, locales, options) => {
    const { locale } = resolveLocale(locales);
    const source = optionsObject(options);
    const type = oneOf(source, 'type', ['conjunction', 'disjunction', 'unit'], 'conjunction');
    const style = oneOf(source, 'style', ['long', 'short', 'narrow'], 'long');
    states.set(self, { locale, options: { type, style }, kind: `${type}-${style}` });
  }, {
    format: method(function (items) { return join(listPairs(states.get(this), items)); }),
    formatToParts: method(function (items) { return toParts(listPairs(states.get(this), items)); }),
    resolvedOptions,
  });

  const WIDTHS = ['narrow', 'short', 'long'];
  const DIGITS = ['2-digit', 'numeric'];
  const DATE_FIELDS = { weekday: WIDTHS, year: DIGITS, month: [...DIGITS, ...WIDTHS], day: DIGITS };
  const TIME_FIELDS = { hour: DIGITS, minute: DIGITS, second: DIGITS };
  const STYLES = ['full', 'long', 'medium', 'short'];
  const ZONE_NAMES = ['short', 'long', 'shortOffset', 'longOffset', 'shortGeneric', 'longGeneric'];
  // `required` and `defaults` are date, time, any or all (ECMA-402, CreateDateTimeFormat).
  const resolveDateOptions = (options, hour12Default, required, defaults) => {
    const result = { timeZone: options.timeZone === undefined ? 'UTC' : zoneName(String(options.timeZone)) };
    for (const name of ['era', 'dayPeriod']) {
      if (options[name] !== undefined) throw new RangeError(`The option ${name} of dates is not supported`);
    }
    for (const [name, values] of Object.entries({ ...DATE_FIELDS, ...TIME_FIELDS })) result[name] = oneOf(options, name, values);
    result.fractionalSecondDigits = wholeNumber(options.fractionalSecondDigits, 'fractionalSecondDigits', 1, 3, undefined);
    result.timeZoneName = oneOf(options, 'timeZoneName', ZONE_NAMES);
    result.dateStyle = oneOf(options, 'dateStyle', STYLES);
    result.timeStyle = oneOf(options, 'timeStyle', STYLES);
    const { hour12 } = options;
    result.hourCycle = hour12 === undefined ? oneOf(options, 'hourCycle', ['h11', 'h12', 'h23', 'h24']) : undefined;
    result.hour12 = hour12 !== undefined ? Boolean(hour12) : result.hourCycle ? result.hourCycle < 'h2' : hour12Default;
    const has = (fields) => Object.keys(fields).some((name) => result[name] !== undefined) || fields === TIME_FIELDS && result.fractionalSecondDigits !== undefined;
    if (result.dateStyle !== undefined || result.timeStyle !== undefined) {
      if (has(DATE_FIELDS) || has(TIME_FIELDS)) throw new TypeError("Can't set option when dateStyle or timeStyle is used");
      if (required === 'date' && result.timeStyle !== undefined) throw new TypeError('Invalid option : timeStyle');
      if (required === 'time' && result.dateStyle !== undefined) throw new TypeError('Invalid option : dateStyle');
      return result;
    }
    const isGiven = required !== 'time' && has(DATE_FIELDS) || required !== 'date' && has(TIME_FIELDS);
    if (!isGiven && defaults !== 'time') Object.assign(result, { year: 'numeric', month: 'numeric', day: 'numeric' });
    if (!isGiven && defaults !== 'date') Object.assign(result, { hour: 'numeric', minute: 'numeric', second: 'numeric' });
    return result;
  };
  const zones = new Map([['UTC', 'UTC']]);
  const zoneName = (name) => {
    if (!zones.has(name)) {
      try {
        zones.set(name, call('intlZone', name));
      } catch (error) {
        throw new RangeError(error.message);
      }
    }
    return zones.get(name);
  };
  const dateState = (locales, options, required, defaults) => {
    const { locale, hour12 } = resolveLocale(locales);
    return { locale, options: resolveDateOptions(optionsObject(options), hour12, required, defaults) };
  };
  const dateValue = (date) => {
    const value = date === undefined ? Date.now() : Number(date);
    if (!Number.isFinite(value)) throw new RangeError('Invalid time value');
    return value;
  };
  const datePairs = ({ locale, options }, date) => call('intlDate', { locale, options, value: dateValue(date) });
  const DateTimeFormat = makeClass('DateTimeFormat', (self, locales, options) => {
    states.set(self, dateState(locales, options, 'any', 'date'));
  }, {
    format: boundFormat((state, date) => joinDate(datePairs(state, date))),
    formatToParts: method(function (date) { return toParts(datePairs(states.get(this), date)); }),
    resolvedOptions: method(function () {
      const { locale, options: { hourCycle, hour12, ...own } } = states.get(this);
      const hours = own.hour || own.timeStyle ? { hourCycle: hourCycle ?? (hour12 ? 'h12' : 'h23'), hour12 } : {};
      const result = { locale, calendar: 'gregory', numberingSystem: 'latn', ...own, ...hours };
      for (const name of Object.keys(result)) if (result[name] === undefined) delete result[name];
      return result;
    }),
  });

  bridge.Intl = create(Object.prototype, {
    NumberFormat: method(NumberFormat),
    DateTimeFormat: method(DateTimeFormat),
    PluralRules: method(PluralRules),
    ListFormat: method(ListFormat),
    Locale: method(Locale),
    getCanonicalLocales: method(canonicalTags),
    [Symbol.toStringTag]: { __proto__: null, value: 'Intl', configurable: true },
  });

  // Formats are kept, since scripts call these methods once for each tick.
  const numberStates = new Map();
  const numberState = (locales, options) => {
    const key = options === undefined && (locales === undefined || typeof locales === 'string') ? String(locales) : undefined;
    const known = key === undefined ? undefined : numberStates.get(key);
    if (known) return known;
    const state = states.get(new NumberFormat(locales, options));
    if (key !== undefined) numberStates.set(key, state);
    return state;
  };
  const { valueOf } = Number.prototype;
  bridge.numberToLocaleString = function (locales, options) {
    const number = typeof this === 'bigint' ? this : apply(valueOf, this, []);
    return join(numberPairs(numberState(locales, options), number));
  };
  const { getTime } = originals.Date.prototype;
  const dateMethod = (required, defaults) => function (locales, options) {
    const value = apply(getTime, this, []);
    if (value !== value) return 'Invalid Date';
    return joinDate(datePairs(dateState(locales, options, required, defaults), value));
  };
  bridge.dateMethods = {
    toLocaleString: dateMethod('any', 'all'),
    toLocaleDateString: dateMethod('date', 'date'),
    toLocaleTimeString: dateMethod('time', 'time'),
  };
  bridge.listToLocaleString = function (locales, options) {
    return Array.from(this, (item) => (item === null || item === undefined ? '' : item.toLocaleString(locales, options))).join(',');
  };
}
