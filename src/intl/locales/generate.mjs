// Writes the data of locales beside this file: the patterns and names of numbers and dates, as the Intl of Node.js 20 has them
// (ICU 78, CLDR 48). Run it when ICU changes or a locale is added: node src/intl/locales/generate.mjs
//
// The data are Unicode's CLDR, under the Unicode License V3 (src/i18n/cldr/LICENSE).
import { writeFileSync } from 'node:fs';

// A locale with a parent holds only what differs from it.
const LOCALES = {
  en: null, 'en-GB': 'en', 'en-IN': 'en', 'en-CA': 'en', 'en-AU': 'en',
  de: 'en', 'de-CH': 'de', 'de-AT': 'de', fr: 'en', 'fr-CH': 'fr', 'fr-CA': 'fr', es: 'en', 'es-MX': 'es', it: 'en', nl: 'en', pl: 'en',
  pt: 'en', 'pt-PT': 'pt', sv: 'en', da: 'en', nb: 'en', cs: 'en', tr: 'en', ru: 'en', uk: 'en', ja: 'en', zh: 'en', ko: 'en',
};
const NAMED_CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CNY', 'INR', 'CAD', 'AUD', 'BRL', 'PLN', 'SEK', 'DKK', 'NOK', 'CZK', 'MXN'];
const DIVISORS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'kilometer', 'meter', 'liter', 'kilogram', 'gram', 'mile', 'gallon', 'byte', 'percent'];
const COMPOUND_UNITS = ['kilometer-per-hour', 'mile-per-hour', 'meter-per-second', 'liter-per-kilometer', 'mile-per-gallon'];
// One and a half comes first: French has a form of its own for exactly one thousand.
const SAMPLES = [1.5, 1, 2, 5, 0, 21, 1000000];
const set = (object, key, value) => { if (value !== undefined) object[key] = value; };

const numberPattern = (parts) => {
  let pattern = '';
  for (const { type, value } of parts) {
    if (['integer', 'group', 'decimal', 'fraction'].includes(type)) {
      if (!pattern.endsWith('{n}')) pattern += '{n}';
    } else if (type === 'minusSign' || type === 'plusSign') pattern += '{s}';
    else if (type === 'currency') pattern += '{c}';
    else if (type === 'percentSign') pattern += '{p}';
    else pattern += value;
  }
  return pattern;
};
const partsOf = (locale, options, value) => new Intl.NumberFormat(locale, options).formatToParts(value);
const patternOf = (locale, options, value) => numberPattern(partsOf(locale, options, value));

// The patterns by plural category; a single text if all are the same.
const byCategory = (locale, make) => {
  const rules = new Intl.PluralRules(locale);
  const patterns = {};
  for (const sample of SAMPLES) patterns[rules.select(sample)] ??= make(sample);
  return new Set(Object.values(patterns)).size === 1 ? patterns.other ?? Object.values(patterns)[0] : patterns;
};

const numbers = (locale) => {
  const find = (options, value, type) => partsOf(locale, options, value).find((part) => part.type === type)?.value;
  const groups = partsOf(locale, {}, 1234567890).filter((part) => part.type === 'integer').map((part) => part.value.length);
  const currency = (options) => {
    const money = { style: 'currency', currency: 'USD', ...options };
    return {
      positive: patternOf(locale, money, 5),
      negative: patternOf(locale, money, -5),
      plus: patternOf(locale, { ...money, signDisplay: 'always' }, 5),
      accounting: patternOf(locale, { ...money, currencySign: 'accounting' }, -5),
    };
  };
  const symbols = {};
  const narrow = {};
  const names = {};
  for (const code of Intl.supportedValuesOf('currency')) {
    const text = (currencyDisplay) => find({ style: 'currency', currency: code, currencyDisplay }, 5, 'currency');
    const symbol = text('symbol');
    if (symbol !== code) symbols[code] = symbol;
    if (text('narrowSymbol') !== symbol) narrow[code] = text('narrowSymbol');
  }
  for (const code of NAMED_CURRENCIES) {
    names[code] = byCategory(locale, (value) => find({ style: 'currency', currency: code, currencyDisplay: 'name' }, value, 'currency'));
  }
  const compact = (options) => {
    const rows = [];
    for (let power = 3; power < 15; power += 1) {
      const digits = partsOf(locale, options, 2 * 10 ** power).filter((part) => part.type === 'integer').map((part) => part.value).join('').length;
      const shift = power + 1 - digits;
      rows.push([shift, byCategory(locale, (value) => patternOf(locale, { ...options, maximumFractionDigits: 1 }, value < 1 || value >= 10 ? 5 * 10 ** power : value * 10 ** power))]);
    }
    return rows;
  };
  const units = (unitDisplay) => {
    const patterns = {};
    for (const unit of [...Intl.supportedValuesOf('unit'), ...COMPOUND_UNITS]) {
      patterns[unit] = byCategory(locale, (value) => patternOf(locale, { style: 'unit', unit, unitDisplay }, value));
    }
    return patterns;
  };
  const compactMoney = (power) => patternOf(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', notation: 'compact' }, 10 ** power);
  const minimum = partsOf(locale, {}, 1234).some((part) => part.type === 'group') ? 1 : 2;
  return {
    decimal: find({}, 1.5, 'decimal'),
    group: find({}, 12345678, 'group'),
    moneyDecimal: find({ style: 'currency', currency: 'USD' }, 1.5, 'decimal'),
    moneyGroup: find({ style: 'currency', currency: 'USD' }, 12345678, 'group'),
    minus: find({}, -1, 'minusSign'),
    plus: find({ signDisplay: 'always' }, 1, 'plusSign'),
    exponent: find({ notation: 'scientific' }, 1e5, 'exponentSeparator'),
    percent: find({ style: 'percent' }, 1, 'percentSign'),
    nan: find({}, NaN, 'nan'),
    secondaryGroup: groups[groups.length - 2],
    minimumGroup: minimum,
    percentPatterns: {
      positive: patternOf(locale, { style: 'percent' }, 5),
      negative: patternOf(locale, { style: 'percent' }, -5),
    },
    currency: { symbol: currency({ currencyDisplay: 'narrowSymbol' }), code: currency({ currencyDisplay: 'code' }), name: patternOf(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'name' }, 5) },
    symbols, narrow, names,
    compact: { short: compact({ notation: 'compact' }), long: compact({ notation: 'compact', compactDisplay: 'long' }) },
    compactMoney: Array.from({ length: 12 }, (_, index) => compactMoney(index + 3)),
    units: { short: units('short'), narrow: units('narrow'), long: units('long') },
    per: Object.fromEntries(['short', 'narrow', 'long'].map((unitDisplay) => {
      const pattern = (unit) => patternOf(locale, { style: 'unit', unit, unitDisplay }, 5);
      return [unitDisplay, Object.fromEntries(DIVISORS.map((unit) => [unit, pattern(`kilobyte-per-${unit}`).replace(pattern('kilobyte'), '')]))];
    })),
  };
};

const day = (month, date, hour = 0, minute = 0, second = 0) => new Date(Date.UTC(2024, month, date, hour, minute, second));
const MONTHS = Array.from({ length: 12 }, (_, month) => day(month, 5));
const WEEK = Array.from({ length: 7 }, (_, index) => day(0, 7 + index));
const formatOf = (locale, options) => new Intl.DateTimeFormat(locale, { ...options, timeZone: options.timeZone ?? 'UTC' });
const textOf = (format, date, type) => format.formatToParts(date).find((part) => part.type === type)?.value;

const nameLists = (locale) => {
  const list = (dates, type, options) => dates.map((date) => textOf(formatOf(locale, options), date, type));
  const lists = {};
  for (const [digit, width] of [[4, 'long'], [3, 'short'], [5, 'narrow']]) {
    lists[`M${digit}`] = list(MONTHS, 'month', { month: width, day: 'numeric' });
    lists[`L${digit}`] = list(MONTHS, 'month', { month: width });
    lists[`E${digit}`] = list(WEEK, 'weekday', { weekday: width, day: 'numeric', month: 'long' });
    lists[`c${digit}`] = list(WEEK, 'weekday', { weekday: width });
  }
  return lists;
};

const datePattern = (locale, lists, options) => {
  const format = formatOf(locale, options);
  const name = (letters, dates, type, wanted) => {
    const found = letters.flatMap((letter) => (wanted ? [`${letter}${wanted}`] : []).concat([3, 4, 5].map((digit) => `${letter}${digit}`)));
    const texts = dates.map((date) => textOf(format, date, type));
    const key = found.find((candidate) => lists[candidate].every((text, index) => text === texts[index]));
    if (!key) throw new Error(`${locale} ${JSON.stringify(options)}: ${type} ${texts}`);
    return key;
  };
  const width = { long: 4, short: 3, narrow: 5 };
  const cycle = format.resolvedOptions().hourCycle;
  const hour = { h11: 'K', h12: 'h', h23: 'H', h24: 'k' }[cycle];
  let pattern = '';
  for (const { type, value } of format.formatToParts(day(2, 5, 3, 4, 7))) {
    switch (type) {
      case 'year': pattern += value.length === 2 ? '{y2}' : '{y1}'; break;
      case 'month':
        pattern += /^\d+$/.test(value) ? `{M${value.length}}` : `{${name(['M', 'L'], MONTHS, type, width[options.month])}}`;
        break;
      case 'day': pattern += `{d${value.length}}`; break;
      case 'weekday': pattern += `{${name(['E', 'c'], WEEK, type, width[options.weekday])}}`; break;
      case 'hour': pattern += `{${hour}${value.length}}`; break;
      case 'minute': pattern += `{m${value.length}}`; break;
      case 'second': pattern += `{s${value.length}}`; break;
      case 'dayPeriod': pattern += '{a}'; break;
      case 'timeZoneName': pattern += '{z}'; break;
      default: pattern += value;
    }
  }
  return pattern;
};

const LETTERS = { l: 'long', s: 'short', w: 'narrow', n: 'numeric', 2: '2-digit', '-': undefined };
const fields = (names, key) => {
  const options = {};
  names.forEach((name, index) => set(options, name, LETTERS[key[index]]));
  return options;
};
const DIGITS = { l: 4, s: 3, w: 5, n: 1, 2: 2 };
const withWidth = (pattern, letters, letter) => pattern.replace(new RegExp(`\\{([${letters}])\\d\\}`), (_, own) => `{${own}${DIGITS[letter]}}`);
// The next more general key, and the letters of the field whose width differs: `src/intl/date_patterns.rs` has the same rules.
const relax = (key, rules) => {
  for (const [position, from, to, letters] of rules) {
    if (key[position] === from) return { key: key.slice(0, position) + to + key.slice(position + 1), letters, letter: from };
  }
  return null;
};
const DATE_RULES = [
  [0, 'w', 's', 'Ec'], [0, 's', 'l', 'Ec'], [2, 'w', 's', 'ML'], [2, 's', 'l', 'ML'], [2, '2', 'n', 'M'], [3, '2', 'n', 'd'], [1, '2', 'n', 'y'],
];
const TIME_RULES = [[0, '2', 'n', 'hHkK'], [1, 'n', '2', ''], [2, 'n', '2', '']];
const compress = (keys, make, rules) => {
  const kept = {};
  const lookUp = (key) => {
    if (kept[key] !== undefined) return kept[key];
    const relaxed = relax(key, rules);
    if (!relaxed) return undefined;
    const general = lookUp(relaxed.key);
    return general === undefined || relaxed.letters === '' ? general : withWidth(general, relaxed.letters, relaxed.letter);
  };
  const steps = (key) => { let count = 0; for (let next = relax(key, rules); next; next = relax(next.key, rules)) count += 1; return count; };
  for (const key of [...keys].sort((a, b) => steps(a) - steps(b))) {
    const pattern = make(key);
    if (lookUp(key) !== pattern) kept[key] = pattern;
  }
  return kept;
};
const product = (...lists) => lists.reduce((keys, list) => keys.flatMap((key) => [...list].map((letter) => key + letter)), ['']);

const dates = (locale) => {
  const lists = nameLists(locale);
  const pattern = (options) => datePattern(locale, lists, options);
  const dateKeys = product('-lsw', '-n2', '-n2lsw', '-n2').filter((key) => key !== '----');
  const timeKeys = product('-n2', '-n2', '-n2', 'ah').filter((key) => !key.startsWith('---'));
  const timeFields = (key) => {
    const options = fields(['hour', 'minute', 'second'], key);
    if (key[0] !== '-') options.hour12 = key[3] === 'a';
    return options;
  };
  const styles = (name, more = {}) => Object.fromEntries(['full', 'long', 'medium', 'short'].map((style) => [style, pattern({ [name]: style, ...more })]));
  const glue = (dateOptions, timeOptions) => {
    const [whole, date, time] = [{ ...dateOptions, ...timeOptions }, dateOptions, timeOptions].map(pattern);
    return whole.replace(date, '{0}').replace(time, '{1}');
  };
  const time = { hour: '2-digit', minute: '2-digit', hour12: false };
  const ymd = { year: 'numeric', day: 'numeric' };
  const cycle = (hour12) => formatOf(locale, { hour: 'numeric', hour12 }).resolvedOptions();
  const zone = pattern({ hour: '2-digit', minute: '2-digit', hour12: false, timeZoneName: 'short' });
  return {
    names: lists,
    periods: [textOf(formatOf(locale, { hour: 'numeric', hour12: true }), day(0, 5, 3), 'dayPeriod'), textOf(formatOf(locale, { hour: 'numeric', hour12: true }), day(0, 5, 15), 'dayPeriod')],
    hour12: cycle(undefined).hour12,
    patterns: compress(dateKeys, (key) => pattern(fields(['weekday', 'year', 'month', 'day'], key)), DATE_RULES),
    times: compress(timeKeys, (key) => pattern(timeFields(key)), TIME_RULES),
    dateStyles: styles('dateStyle'),
    timeStyles12: styles('timeStyle', { hour12: true }),
    timeStyles24: styles('timeStyle', { hour12: false }),
    styleGlue: Object.fromEntries(['full', 'long', 'medium', 'short'].map((dateStyle) => [dateStyle, glue({ dateStyle }, { timeStyle: 'medium' })])),
    glue: {
      weekday: glue({ ...ymd, month: 'long', weekday: 'long' }, time),
      long: glue({ ...ymd, month: 'long' }, time),
      short: glue({ ...ymd, month: 'short' }, time),
      numeric: glue({ ...ymd, month: 'numeric' }, time),
    },
    zoneTime: zone.replace(pattern(time), '{0}'),
    zoneDate: pattern({ ...ymd, month: 'numeric', timeZoneName: 'short' }).replace(pattern({ ...ymd, month: 'numeric' }), '{0}'),
    gmt: textOf(formatOf(locale, { timeZone: 'Asia/Kolkata', timeZoneName: 'shortOffset' }), day(0, 5), 'timeZoneName').replace(/.5[:.]30$/, ''),
    utc: [textOf(formatOf(locale, { timeZoneName: 'short' }), day(0, 5), 'timeZoneName'), textOf(formatOf(locale, { timeZoneName: 'long' }), day(0, 5), 'timeZoneName')],
  };
};

const lists = (locale) => {
  const result = {};
  for (const type of ['conjunction', 'disjunction', 'unit']) {
    for (const style of ['long', 'short', 'narrow']) {
      const format = new Intl.ListFormat(locale, { type, style });
      const literals = (items) => format.formatToParts(items).filter((part) => part.type === 'literal').map((part) => part.value);
      // Where nothing separates items, there are no literal parts.
      const [pair = ''] = literals(['A', 'B']);
      const [start = '', middle = '', end = ''] = literals(['A', 'B', 'C', 'D']);
      result[`${type}-${style}`] = [pair, start, middle, end];
    }
  }
  return result;
};

// What a locale has and its parent has not.
const difference = (own, parent) => {
  const result = {};
  for (const key of Object.keys(own)) {
    const both = [own[key], parent?.[key]];
    if (both.every((value) => value !== null && typeof value === 'object' && !Array.isArray(value)) && !isPlural(own[key])) {
      const inner = difference(...both);
      if (Object.keys(inner).length > 0) result[key] = inner;
    } else if (JSON.stringify(both[0]) !== JSON.stringify(both[1])) result[key] = own[key];
  }
  for (const key of Object.keys(parent ?? {})) if (!(key in own)) result[key] = null;
  return result;
};
const isPlural = (value) => Object.keys(value).every((key) => ['zero', 'one', 'two', 'few', 'many', 'other'].includes(key));

const known = new Map();
const whole = (locale) => {
  const name = locale === 'en' ? 'en-US' : locale;
  if (!known.has(name)) known.set(name, { numbers: numbers(name), dates: dates(name), lists: lists(name) });
  return known.get(name);
};
const folder = new URL('.', import.meta.url);
for (const [locale, parent] of Object.entries(LOCALES)) {
  writeFileSync(new URL(`${locale}.json`, folder), `${JSON.stringify(difference(whole(locale), parent ? whole(parent) : {}))}\n`);
}
