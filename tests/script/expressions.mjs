// Writes expressions with their values in Node.js, with which the unit tests of src/script compare those of the sandbox:
//   node tests/script/expressions.mjs
// Needs node 20 with ICU 78 (CLDR 48). The files are tests/fixtures/script/intl.json and dates.json: lists of pairs.
process.env.TZ = 'UTC';
const { writeFileSync } = await import('node:fs');

const evaluate = (expression) => {
  try {
    return String((0, eval)(expression));
  } catch (error) {
    return `${error.name}`;
  }
};
const write = (name, expressions) => {
  const pairs = [...new Set(expressions)].map((expression) => [expression, evaluate(expression)]);
  const lines = pairs.map((pair) => JSON.stringify(pair)).join(',\n');
  writeFileSync(new URL(`../fixtures/script/${name}.json`, import.meta.url), `[\n${lines}\n]\n`);
  console.log(`${name}: ${pairs.length} expressions`);
};
const text = (value) => JSON.stringify(value).replace(/"(\w+)":/g, '$1:').replace(/"/g, "'");

const OWN = ['en-US', 'en-GB', 'en-IN', 'de-DE', 'de-CH', 'de-AT', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL', 'pl-PL', 'pt-BR', 'pt-PT'];
const MORE = ['en-CA', 'en-AU', 'fr-CH', 'fr-CA', 'es-MX', 'sv-SE', 'da-DK', 'nb-NO', 'cs-CZ', 'tr-TR', 'ru-RU', 'uk-UA', 'ja-JP', 'zh-CN', 'ko-KR'];

const numberOptions = [
  {},
  { minimumFractionDigits: 2 },
  { maximumFractionDigits: 0 },
  { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  { maximumSignificantDigits: 3 },
  { minimumSignificantDigits: 2, maximumSignificantDigits: 4 },
  { useGrouping: false },
  { style: 'percent' },
  { style: 'percent', minimumFractionDigits: 1 },
  { style: 'currency', currency: 'USD' },
  { style: 'currency', currency: 'EUR' },
  { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 },
  { style: 'currency', currency: 'GBP', minimumFractionDigits: 0 },
  { style: 'currency', currency: 'JPY' },
  { style: 'currency', currency: 'CHF' },
  { style: 'currency', currency: 'USD', currencyDisplay: 'code' },
  { style: 'currency', currency: 'EUR', currencyDisplay: 'name' },
  { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' },
  { style: 'currency', currency: 'USD', currencySign: 'accounting' },
  { style: 'currency', currency: 'EUR', notation: 'compact' },
  { notation: 'compact' },
  { notation: 'compact', maximumFractionDigits: 1 },
  { notation: 'compact', compactDisplay: 'long' },
  { notation: 'scientific' },
  { notation: 'engineering', maximumFractionDigits: 1 },
  { style: 'unit', unit: 'kilometer' },
  { style: 'unit', unit: 'kilometer-per-hour' },
  { style: 'unit', unit: 'hour', unitDisplay: 'long' },
  { style: 'unit', unit: 'celsius' },
  { style: 'unit', unit: 'gigabyte', unitDisplay: 'narrow' },
  { style: 'unit', unit: 'kilobyte-per-second' },
  { style: 'unit', unit: 'percent' },
  { signDisplay: 'exceptZero' },
  { signDisplay: 'always', style: 'percent' },
  { signDisplay: 'never' },
];
const numbers = [0, 1234.5, -9876.54321, 12345678.9];
const intl = [];
for (const locale of OWN) {
  for (const options of numberOptions) for (const value of numbers) intl.push(`(${value}).toLocaleString('${locale}', ${text(options)})`);
}
for (const locale of MORE) {
  for (const options of numberOptions) for (const value of [-1.5, 12345.678]) intl.push(`(${value}).toLocaleString('${locale}', ${text(options)})`);
}
for (const value of [1.005, 2.5, 0.5, -0.5, 1e21, 1.7976931348623157e308, 5e-324, 0.000123456, 1e15 + 0.5, NaN, Infinity, -Infinity, -0]) {
  for (const options of ['', "undefined, {maximumFractionDigits: 2}", "'de', {notation: 'compact'}", "'en', {notation: 'scientific'}", "'en', {maximumSignificantDigits: 2}"]) {
    intl.push(`(${Object.is(value, -0) ? '-0' : value}).toLocaleString(${options})`);
  }
}
for (const mode of ['ceil', 'floor', 'expand', 'trunc', 'halfCeil', 'halfFloor', 'halfExpand', 'halfTrunc', 'halfEven']) {
  for (const value of [1.25, -1.25, 1.35, 1.21, -1.29]) intl.push(`(${value}).toLocaleString('en', {maximumFractionDigits: 1, roundingMode: '${mode}'})`);
}
intl.push(
  "(123456789012345678901234567890n).toLocaleString('de-DE')", '(1234567n).toLocaleString()', '[1234.5, new Date(0), null].toLocaleString()',
  "Intl.NumberFormat('en-IN').format(123456789)", "new Intl.NumberFormat().format('1234.5')", "new Intl.NumberFormat('de').format('abc')", 'new Intl.NumberFormat().format(null)', 'new Intl.NumberFormat().format()',
  "[1, 2].map(new Intl.NumberFormat('en', {style: 'percent'}).format)", "Intl.NumberFormat('xx-YY').resolvedOptions().locale", "Intl.NumberFormat('de-DE-u-nu-latn').format(1234.5)",
  "Intl.NumberFormat(['xx', 'fr-FR']).format(1234.5)", "JSON.stringify(new Intl.NumberFormat('en', {style: 'currency', currency: 'usd'}).formatToParts(-1234.5))", "JSON.stringify(Intl.NumberFormat('de', {notation: 'compact'}).formatToParts(2.5e6))",
  "(1).toLocaleString('en', {style: 'currency'})", "(1).toLocaleString('en', {style: 'currency', currency: 'dollars'})", "(1).toLocaleString('en', {style: 'unit', unit: 'parsec'})", "(1).toLocaleString('no_such_locale')",
  "(1).toLocaleString('en', {maximumFractionDigits: 101})", "(1).toLocaleString('en', {minimumFractionDigits: 3, maximumFractionDigits: 1})", "(1).toLocaleString('en', {style: 'money'})", "(1).toLocaleString('en', null)", "(7).toLocaleString('en', {minimumIntegerDigits: 2})",
  "(1.5).toLocaleString('en', {trailingZeroDisplay: 'stripIfInteger', minimumFractionDigits: 2})", "(1).toLocaleString('en', {trailingZeroDisplay: 'stripIfInteger', minimumFractionDigits: 2})",
  "(1234.567).toLocaleString('en', {maximumFractionDigits: 2, maximumSignificantDigits: 3, roundingPriority: 'morePrecision'})", "(1234.567).toLocaleString('en', {maximumFractionDigits: 2, maximumSignificantDigits: 3, roundingPriority: 'lessPrecision'})",
  "(12345).toLocaleString('es', {useGrouping: 'min2'})", "(1234).toLocaleString('es', {useGrouping: true})", "(999950).toLocaleString('en', {notation: 'compact'})", "(999.99).toLocaleString('en', {notation: 'compact'})", 'Object.prototype.toString.call(new Intl.NumberFormat())', "typeof Intl.DateTimeFormat().resolvedOptions().timeZone",
  "Intl.NumberFormat.supportedLocalesOf(['de', 'xx']).join()", 'Intl.getCanonicalLocales("EN-us").join()', 'Intl.NumberFormat.prototype.format', 'Number.prototype.toLocaleString.call("1")',
);
for (const locale of [...OWN, ...MORE]) {
  for (const value of [0, 0.5, 1, 1.5, 2, 3, 4, 5, 11, 12, 21, 22, 101, 1000000, 2000000.5]) intl.push(`new Intl.PluralRules('${locale}').select(${value})`);
  for (const value of [1, 2, 3, 4, 8, 11, 12, 13, 21, 22, 23, 80, 101]) intl.push(`new Intl.PluralRules('${locale}', {type: 'ordinal'}).select(${value})`);
  for (const count of [0, 1, 2, 3, 5]) intl.push(`new Intl.ListFormat('${locale}').format(['A', 'B', 'C', 'D', 'E'].slice(0, ${count}))`);
  intl.push(`new Intl.ListFormat('${locale}', {type: 'disjunction', style: 'short'}).format(['x', 'y', 'z'])`, `new Intl.ListFormat('${locale}', {type: 'unit', style: 'narrow'}).format(['x', 'y', 'z'])`);
}

const dateOptions = [
  {}, { month: 'short', day: 'numeric' }, { month: 'long', day: 'numeric' }, { month: 'short' }, { month: 'long' }, { month: 'narrow' }, { month: '2-digit' }, { month: 'numeric' },
  { year: 'numeric' }, { year: '2-digit' }, { day: 'numeric' }, { day: '2-digit' }, { weekday: 'short' }, { weekday: 'long' }, { weekday: 'narrow' },
  { weekday: 'short', month: 'short', day: 'numeric' }, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }, { weekday: 'short', day: 'numeric' },
  { year: 'numeric', month: 'short' }, { year: 'numeric', month: 'long' }, { year: 'numeric', month: 'short', day: 'numeric' }, { year: 'numeric', month: 'long', day: '2-digit' }, { year: '2-digit', month: 'short' },
  { year: 'numeric', month: '2-digit', day: '2-digit' }, { year: '2-digit', month: '2-digit', day: '2-digit' }, { day: '2-digit', month: '2-digit' }, { month: 'numeric', day: 'numeric' }, { year: 'numeric', month: 'numeric' },
  { hour: 'numeric' }, { hour: '2-digit' }, { hour: 'numeric', minute: '2-digit' }, { hour: '2-digit', minute: '2-digit' }, { hour: '2-digit', minute: '2-digit', hour12: false }, { hour: 'numeric', minute: '2-digit', hour12: true }, { hour: 'numeric', hour12: true },
  { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }, { minute: '2-digit', second: '2-digit' }, { second: 'numeric' }, { hour: 'numeric', minute: 'numeric', second: 'numeric' },
  { month: 'short', day: 'numeric', hour: 'numeric' }, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }, { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' }, { weekday: 'short', hour: 'numeric' }, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 }, { timeZone: 'America/New_York' }, { timeZone: 'Europe/Berlin', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }, { timeZone: 'Asia/Kolkata', timeZoneName: 'shortOffset' }, { timeZoneName: 'short' }, { timeZoneName: 'long', hour: 'numeric' },
];
for (const style of ['full', 'long', 'medium', 'short']) dateOptions.push({ dateStyle: style }, { timeStyle: style }, { dateStyle: style, timeStyle: 'short' }, { dateStyle: 'medium', timeStyle: style });
const instants = ['Date.UTC(2024, 0, 5, 0, 4, 7)', 'Date.UTC(2023, 7, 16, 15, 30, 45, 678)'];
for (const locale of [...OWN, ...MORE]) {
  for (const options of dateOptions) for (const instant of OWN.includes(locale) ? instants : instants.slice(1)) intl.push(`new Intl.DateTimeFormat('${locale}', ${text(options)}).format(${instant})`);
  for (const method of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) for (const instant of instants) intl.push(`new Date(${instant}).${method}('${locale}')`);
}
intl.push(
  'new Date(0).toLocaleDateString()', 'new Date(0).toLocaleTimeString()', 'new Date(0).toLocaleString()', 'new Date(NaN).toLocaleString()', 'new Intl.DateTimeFormat().format(NaN)', "new Date(0).toLocaleDateString('en-US', {timeStyle: 'short'})", "new Date(0).toLocaleDateString('en-US', {dateStyle: 'short', month: 'long'})",
  "new Date(0).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'})", "new Date(0).toLocaleDateString(undefined, {month: 'short'})", "new Date(0).toLocaleDateString('en-US', {hour: 'numeric'})", "new Date(0).toLocaleTimeString('en-US', {month: 'short'})", "new Date(0).toLocaleString('en-US', {timeZone: 'Mars/Base'})",
  "JSON.stringify(new Intl.DateTimeFormat('en-US', {dateStyle: 'medium', timeStyle: 'short'}).formatToParts(0))", "new Date(0).toLocaleString('en-US', {month: 'wide'})", "new Date(1e12).toLocaleString('en-US', {timeZone: 'America/Los_Angeles', timeZoneName: 'long'})", "new Date(1e12).toLocaleString('sv-SE')", "new Date(1e12).toLocaleDateString('en-CA')", '[new Date(0)].map(Intl.DateTimeFormat("de").format)',
  'Date.prototype.toLocaleString.call({})',
);
write('intl', intl);

const dateTexts = [
  '2024-01-15', '2024-01', '2024', '2024-01-15T10:20:30', '2024-01-15T10:20:30Z', '2024-01-15T10:20:30.5Z', '2024-01-15T10:20:30.123456Z', '2024-01-15T10:20', '2024-01-15T10:20+02:00', '2024-01-15T10:20:30-0530',
  '2024-01-15 10:00', '2024-01-15 10:00:05', '2024-01-15 10:00Z', '2024-1-5', '2024-1-5 9:05', '2024/01/15', '2024/1/5 10:00', '01/15/2024', '1/5/2024', '1/5/24', '1/5/70', '1-15-2024', '01-15-2024 10:00', '15.01.2024', '2024.01.15',
  'Jan 15, 2024', 'January 15, 2024', 'Jan 15 2024', '15 Jan 2024', '15 January 2024', 'Jan 2024', '15-Jan-2024', 'Jan-15-2024', 'jan 15, 2024', 'Janvier 15, 2024', 'Sept 5, 2024', 'Mon Jan 15 2024', 'Mon, 15 Jan 2024', 'Mon, 15 Jan 2024 10:20:30 GMT', 'Mon, 15 Jan 2024 10:20:30 +0200',
  'Mon Jan 15 2024 10:20:30 GMT+0100 (CET)', 'Mon Jan 15 2024 10:20:30 GMT+0000 (Coordinated Universal Time)', 'Jan 15, 2024 10:20', 'Jan 15, 2024 10:20 AM', 'Jan 15, 2024 10:20 PM', 'Jan 15, 2024 12:00 AM', 'Jan 15, 2024 12:00 PM', 'Jan 15, 2024, 3:04:05 PM', '1/15/2024, 3:04:05 PM', '1/15/2024 3 PM', 'Jan 15, 2024 10:20 EST', 'Jan 15, 2024 10:20 PDT', 'Jan 15, 2024 10:20 UTC',
  'Jan 15, 2024 10:20 Z', '2024-02-30', '2024-02-30T00:00', '2024-13-01', '2024-00-10', '2024-01-32', '2024-01-15T24:00', '2024-01-15T25:00', '2024-01-15T10:60', 'Feb 30, 2024', '2/30/2024', '13/1/2024', '', ' ', 'hello', 'today', 'Q1 2024', '2024-W03', '12:30', '10', '32', '0', '-1', '99', '1e3', '20240115', '1705312800000', '+002024-01-15', '-000001-01-01', '-000000-01-01', '+275760-09-13', '+275760-09-14', 'null', 'undefined',
  ' 2024-01-15', '2024-01-15 ', '2024-01-15T', '2024-01-15t10:20z', 'T10:20', 'Monday, January 15, 2024', 'Jan 15th, 2024', '15th January 2024', '2024 Jan 15', '2024 January', 'Jan', 'Jan 15', '15 Jan', '(comment) Jan 15, 2024', 'Jan 15, 2024 (comment)', '2024-01-15 10:20:30.123', '2024-01-15 10:20:30 +0100', '2024-01-15 10:20:30 GMT-5',
];
const dates = [];
for (const date of dateTexts) {
  dates.push(`Date.parse(${JSON.stringify(date)})`, `new Date(${JSON.stringify(date)}).getTime()`);
}
const one = 'new Date(2024, 0, 31, 13, 14, 15, 167)';
for (const part of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds']) {
  dates.push(`${one}.get${part}()`, `${one}.getUTC${part}()`, `new Date(NaN).get${part}()`);
  if (part === 'Day') continue;
  for (const value of ['0', '1', '-1', '45', '2.7', "'3'", 'NaN', '', '1, 2']) {
    dates.push(`${one}.set${part}(${value})`, `${one}.setUTC${part}(${value})`, `new Date(NaN).set${part}(${value})`);
  }
}
for (const name of ['toString', 'toDateString', 'toTimeString', 'toISOString', 'toUTCString', 'toGMTString', 'toJSON', 'valueOf', 'getTime', 'getTimezoneOffset', 'getYear']) {
  for (const date of [one, 'new Date(0)', 'new Date(-1)', 'new Date(NaN)', 'new Date(-62198755200001)', 'new Date(8.64e15)', 'new Date(-8.64e15)', 'new Date(253402300800000)']) dates.push(`${date}.${name}()`);
  dates.push(`Date.prototype.${name}.call({})`);
}
dates.push(
  'new Date(2024, 0)', 'new Date(2024, 0, 1)', 'new Date(99, 0)', 'new Date(0, 0)', 'new Date(100, 0)', 'new Date(2024, 12)', 'new Date(2024, -1)', 'new Date(2024, 1, 30)', 'new Date(2024, 0, 0)', 'new Date(2024, NaN)', "new Date('2024', '1')", 'new Date(undefined)', 'new Date(null).getTime()', 'new Date(true).getTime()', 'new Date(false).getTime()', "new Date('5')",
  'new Date([2024, 1, 5]).getTime()', 'new Date({}).getTime()', 'new Date({ valueOf() { return 7; } }).getTime()', "new Date({ toString() { return '2024-01-15'; }, valueOf: null }).getTime()", "new Date({ [Symbol.toPrimitive]() { return '2024-01-15'; } }).getTime()", 'new Date(new Date(5)).getTime()', 'new Date(1.9).getTime()', 'new Date(-1.9).getTime()', 'new Date(8.64e15 + 1).getTime()', 'new Date(10n)', "new Date(Symbol('x'))", 'new Date(new String("2024-01-15")).getTime()', 'new Date(new Number(5)).getTime()',
  'Date.UTC(2024, 0, 15)', 'Date.UTC(2024)', 'Date.UTC()', 'Date.UTC(99, 0)', 'typeof Date()', 'typeof Date.now()', 'Date() === new Date().toString()', 'Date.length', 'Date.name', 'Date.prototype.constructor === Date', 'new Date(0) instanceof Date', 'Object.prototype.toString.call(new Date(0))', 'typeof new Date(0)', 'new Date(5) - new Date(3)', 'new Date(0) + 1', '`${new Date(0)}`', '+new Date(12)', 'new Date(5) > new Date(3)', 'new Date(NaN).toString()', 'String(new Date(NaN))', 'JSON.stringify({ at: new Date(0), no: new Date(NaN) })',
  "class Day extends Date { label() { return this.toISOString().slice(0, 10); } } new Day(2024, 0, 15).label()", '(class extends Date {}).name', "class Stamp extends Date { constructor(text) { super(text); this.text = text; } } new Stamp('Jan 15, 2024').text", 'Object.keys(new Date(0)).length', 'new Date(2024, 0, 15)[Symbol.toPrimitive]("number")', 'new Date(2024, 0, 15)[Symbol.toPrimitive]("string")', "new Date(0)[Symbol.toPrimitive]('other')", 'Reflect.construct(Date, [5]).getTime()', 'Date.call({}, 5) === Date()', 'new Date(2024, 0, 15).setTime(5)', 'new Date(0).setYear(99)', 'new Date(0).setYear(2024)',
  'Array.from({ length: 3 }, (_, i) => new Date(2024, 0, 30 + i).toISOString()).join()', 'Date.parse()', 'Date.parse(5)', 'Date.parse(new Date(1000))', 'Date.parse(new Date(0).toString())', 'Date.parse(new Date(0).toUTCString())', 'Date.parse(new Date(5).toISOString())', 'structuredClone === undefined', 'Object.getOwnPropertyNames(Date).sort().join()', 'Object.getOwnPropertyNames(Date.prototype).sort().join()', 'Date.prototype.toString.name', 'Date.prototype.getHours.name', 'Date.prototype.setHours.length', 'Date.prototype.setHours.name', 'Date.UTC.length', 'new Date(2024, 5, 15, 12).getTimezoneOffset()',
);
write('dates', dates.filter((expression) => !expression.includes('structuredClone')));
