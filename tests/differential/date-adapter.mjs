// Dates in UTC with the patterns of moment.js, for Chart.js's time scales.

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const LENGTHS = { millisecond: 1, second: 1e3, minute: 6e4, hour: 3.6e6, day: 8.64e7, week: 6.048e8 };
const MONTH_COUNTS = { month: 1, quarter: 3, year: 12 };

const FORMATS = {
  datetime: 'MMM D, YYYY, h:mm:ss a',
  millisecond: 'h:mm:ss.SSS a',
  second: 'h:mm:ss a',
  minute: 'h:mm a',
  hour: 'hA',
  day: 'MMM D',
  week: 'll',
  month: 'MMM YYYY',
  quarter: '[Q]Q - YYYY',
  year: 'YYYY',
};

const LONG_PATTERNS = {
  LT: 'h:mm A',
  LTS: 'h:mm:ss A',
  L: 'MM/DD/YYYY',
  LL: 'MMMM D, YYYY',
  ll: 'MMM D, YYYY',
  LLL: 'MMMM D, YYYY h:mm A',
  lll: 'MMM D, YYYY h:mm A',
};

const TOKEN = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|d|HH|H|hh|h|mm|m|ss|s|SSS|A|a|Q|X|x/g;

/** The forms of a date that are read without a pattern: ISO 8601, 03/07/2023, and Mar 7, 2023. */
const PLAIN_DATE = /^(\d{4}(-\d\d)?(-\d\d)?([T ]|$)|\d\d?\/\d\d?\/\d{4}|[A-Z][a-z]{2} \d\d?, \d{4})/;

const padded = (number, length = 2) => String(number).padStart(length, '0');

function ordinal(number) {
  const teen = number % 100 > 10 && number % 100 < 14;
  return number + ((!teen && { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10]) || 'th');
}

function dayOfYear(date) {
  return Math.floor((date - Date.UTC(date.getUTCFullYear(), 0, 1)) / LENGTHS.day) + 1;
}

const FIELDS = {
  YYYY: (date) => padded(date.getUTCFullYear(), 4),
  YY: (date) => padded(date.getUTCFullYear() % 100),
  MMMM: (date) => MONTHS[date.getUTCMonth()],
  MMM: (date) => MONTHS[date.getUTCMonth()].slice(0, 3),
  MM: (date) => padded(date.getUTCMonth() + 1),
  M: (date) => date.getUTCMonth() + 1,
  DDDD: (date) => padded(dayOfYear(date), 3),
  DDD: dayOfYear,
  DD: (date) => padded(date.getUTCDate()),
  Do: (date) => ordinal(date.getUTCDate()),
  D: (date) => date.getUTCDate(),
  dddd: (date) => WEEKDAYS[date.getUTCDay()],
  ddd: (date) => WEEKDAYS[date.getUTCDay()].slice(0, 3),
  dd: (date) => WEEKDAYS[date.getUTCDay()].slice(0, 2),
  d: (date) => date.getUTCDay(),
  HH: (date) => padded(date.getUTCHours()),
  H: (date) => date.getUTCHours(),
  hh: (date) => padded(date.getUTCHours() % 12 || 12),
  h: (date) => date.getUTCHours() % 12 || 12,
  mm: (date) => padded(date.getUTCMinutes()),
  m: (date) => date.getUTCMinutes(),
  ss: (date) => padded(date.getUTCSeconds()),
  s: (date) => date.getUTCSeconds(),
  SSS: (date) => padded(date.getUTCMilliseconds(), 3),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  Q: (date) => Math.floor(date.getUTCMonth() / 3) + 1,
  X: (date) => Math.floor(date / 1000),
  x: (date) => +date,
};

function format(time, pattern) {
  const date = new Date(time);
  return (LONG_PATTERNS[pattern] ?? pattern).replace(TOKEN, (token, literal) => literal ?? FIELDS[token](date));
}

/** Expressions that read a token; those of names read more than they need, as moment.js does when it is not strict. */
function tokenExpression(token) {
  if (/^(MMM|ddd?|dddd|A|a)/.test(token)) return '([A-Za-z.]+)';
  return `(\\d{1,${{ YYYY: 4, SSS: 3, X: 16, x: 16 }[token] ?? 2}})`;
}

/** Splits a pattern into tokens and literal text. */
function splitPattern(pattern) {
  const parts = [];
  let end = 0;
  for (const match of pattern.matchAll(TOKEN)) {
    parts.push({ literal: pattern.slice(end, match.index) });
    parts.push(match[1] === undefined ? { token: match[0] } : { literal: match[1] });
    end = match.index + match[0].length;
  }
  return [...parts, { literal: pattern.slice(end) }].filter((part) => part.literal !== '');
}

/** Parses a text with a pattern. Fields missing at the end have their smallest value; `undefined` is returned for a text
 * of another form. */
function parseWithPattern(text, pattern) {
  const tokens = [];
  const texts = [];
  let rest = text.trim();
  for (const { token, literal } of splitPattern(pattern)) {
    if (rest === '') {
      break;
    }
    const expression = token ? tokenExpression(token) : literal.replace(/[^A-Za-z0-9]+/g, '[^A-Za-z0-9]*');
    const found = new RegExp(`^${expression}`).exec(rest);
    if (!found) {
      return undefined;
    }
    rest = rest.slice(found[0].length);
    if (token) {
      tokens.push(token);
      texts.push(found[1]);
    }
  }
  return instantFromFields(tokens, texts);
}

function instantFromFields(tokens, texts) {
  const fields = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  for (const [index, token] of tokens.entries()) {
    const text = texts[index];
    if (token === 'x' || token === 'X') return Number(text) * (token === 'X' ? 1000 : 1);
    if (token === 'YY') fields.year = Number(text) + (Number(text) > 68 ? 1900 : 2000);
    else if (token.startsWith('MMM')) fields.month = MONTHS.findIndex((name) => name.slice(0, 3) === text.slice(0, 3)) + 1;
    else if (/^a/i.test(token)) fields.hour = (fields.hour % 12) + (/^p/i.test(text) ? 12 : 0);
    else {
      const name = { Y: 'year', M: 'month', D: 'day', H: 'hour', h: 'hour', m: 'minute', s: 'second', S: 'millisecond' }[token[0]];
      if (name) fields[name] = Number(text);
    }
  }
  const { year, month, day, hour, minute, second, millisecond } = fields;
  const time = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const date = new Date(time);
  // A field out of its range makes the date invalid instead of moving it.
  const isValid = date.getUTCMonth() + 1 === month && date.getUTCHours() === hour && date.getUTCMinutes() === minute;
  return isValid ? time : NaN;
}

function parse(value, pattern) {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value.getTime === 'function') return value.getTime();
  if (typeof value !== 'string') return null;
  const found = pattern && parseWithPattern(value, pattern);
  // The process runs in UTC, so a text without a zone is in UTC.
  const time = found ?? (PLAIN_DATE.test(value) ? Date.parse(value) : NaN);
  return Number.isFinite(time) ? time : null;
}

function add(time, amount, unit) {
  if (unit in LENGTHS) return time + Math.round(amount) * LENGTHS[unit];
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + Math.round(amount * MONTH_COUNTS[unit]));
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}

function diff(to, from, unit) {
  if (unit in LENGTHS) return Math.trunc((to - from) / LENGTHS[unit]);
  const monthNumber = (time) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth();
  let months = monthNumber(to) - monthNumber(from);
  if (months > 0 && add(from, months, 'month') > to) months -= 1;
  else if (months < 0 && add(from, months, 'month') < to) months += 1;
  return Math.trunc(months / MONTH_COUNTS[unit]);
}

function startOf(time, unit, weekday) {
  if (unit === 'isoWeek') {
    const day = startOf(time, 'day');
    return day - ((new Date(day).getUTCDay() - Number(weekday ?? 1) + 7) % 7) * LENGTHS.day;
  }
  if (unit === 'week') return startOf(time, 'isoWeek', 0);
  if (unit in LENGTHS) return Math.floor(time / LENGTHS[unit]) * LENGTHS[unit];
  if (!(unit in MONTH_COUNTS)) return time;
  const date = new Date(time);
  const month = Math.floor(date.getUTCMonth() / MONTH_COUNTS[unit]) * MONTH_COUNTS[unit];
  return Date.UTC(date.getUTCFullYear(), month, 1);
}

const endOf = (time, unit) => add(startOf(time, unit), 1, unit) - 1;

/** The interface that Chart.js's `_adapters._date.override` takes. */
export const dateAdapter = { formats: () => FORMATS, parse, format, add, diff, startOf, endOf };
