// The controls under the picture, as options for the renderer.
import type { PictureOptions } from 'emberline';
import { getElement } from './page.ts';
import { isChartDescription, isSprintDescription, type Picture, type Problem } from './protocol.ts';

type Kind = NonNullable<PictureOptions['kind']>;
type Preset = NonNullable<PictureOptions['preset']>;
type Lang = NonNullable<PictureOptions['lang']>;

const KINDS: Record<Kind, string> = {
  burndown: 'Burndown',
  burnup: 'Burnup',
  cfd: 'Cumulative flow',
  velocity: 'Velocity',
  release: 'Release',
};
const PRESETS: Record<Preset, string> = {
  slack: 'Slack, 1600 × 900',
  teams: 'Teams, 1024 × 576',
  wide: 'Wide, 1920 × 720',
  square: 'Square, 1080 × 1080',
  thumbnail: 'Thumbnail, 480 × 270',
};
const LANGS: Record<Lang, string> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  pt: 'Português',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
};
/// Values of the preset list: the default size of the picture, and a size in two number fields.
const DEFAULT_SIZE = '';
const CUSTOM_SIZE = 'own';

/** The default options; links and commands leave them out. */
const DEFAULTS = { kind: 'burndown', theme: 'light', preset: DEFAULT_SIZE, lang: 'en' } as const;

/** The options of a sprint's calendar and its date. */
const CALENDAR_OPTIONS = ['time_zone', 'working_days', 'holidays', 'day_border', 'as_of'] as const;

const controls = {
  kind: getElement('kind'),
  preset: getElement('preset'),
  width: getElement('width'),
  height: getElement('height'),
  lang: getElement('lang'),
  time_zone: getElement('time_zone'),
  working_days: getElement('working_days'),
  holidays: getElement('holidays'),
  day_border: getElement('day_border'),
  as_of: getElement('as_of'),
};
const themes = getElement('options').elements.namedItem('theme') as RadioNodeList;

/** Fills the lists and calls `onChange` after each change. */
export function initOptions(onChange: () => void): void {
  controls.kind.append(...optionElements(KINDS));
  controls.preset.append(new Option('Usual', DEFAULT_SIZE), ...optionElements(PRESETS), new Option('Own size', CUSTOM_SIZE));
  controls.lang.append(...optionElements(LANGS));
  getElement('zones').append(...['UTC', ...Intl.supportedValuesOf('timeZone')].map(zone => new Option('', zone)));
  const form = getElement('options');
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('change', () => {
    showCustomSize();
    onChange();
  });
  form.addEventListener('input', ({ target }) => {
    if (!isHalfTyped(target)) onChange();
  });
}

/** Returns the chosen options that differ from the defaults. */
export function chosenOptions(): PictureOptions {
  const hasCustomSize = controls.preset.value === CUSTOM_SIZE;
  const options: PictureOptions = {
    kind: controls.kind.value as Kind,
    theme: themes.value as PictureOptions['theme'] & string,
    lang: controls.lang.value as Lang,
    ...(hasCustomSize ? { width: pixelValue(controls.width), height: pixelValue(controls.height) } : { preset: controls.preset.value as Preset }),
  };
  if (controls.time_zone.value.trim()) options.time_zone = controls.time_zone.value.trim();
  if (controls.working_days.value.trim()) options.working_days = listEntries(controls.working_days);
  if (controls.holidays.value.trim()) options.holidays = listEntries(controls.holidays);
  if (controls.day_border.value) options.day_border = controls.day_border.value;
  if (controls.as_of.value) options.as_of = controls.as_of.value;
  const changed = Object.entries(options).filter(([name, value]) => DEFAULTS[name as keyof typeof DEFAULTS] !== value);
  return Object.fromEntries(changed);
}

/** Sets the controls to options. */
export function setOptions(options: PictureOptions): void {
  const hasCustomSize = options.width != null || options.height != null;
  themes.value = options.theme ?? DEFAULTS.theme;
  controls.kind.value = options.kind ?? DEFAULTS.kind;
  controls.lang.value = options.lang ?? DEFAULTS.lang;
  controls.preset.value = hasCustomSize ? CUSTOM_SIZE : (options.preset ?? DEFAULTS.preset);
  controls.width.value = `${options.width ?? 1600}`;
  controls.height.value = `${options.height ?? 900}`;
  controls.time_zone.value = options.time_zone ?? '';
  controls.working_days.value = options.working_days?.join(',') ?? '';
  controls.holidays.value = options.holidays?.join(',') ?? '';
  controls.day_border.value = options.day_border ?? '';
  controls.as_of.value = options.as_of ?? '';
  showCustomSize();
}

/** Shows the controls that apply to this picture, and sets the first date of the date picker. */
export function showApplicableOptions({ description }: Picture): void {
  const setHidden = (names: string[], hidden: boolean): void => {
    for (const name of names) getElement('options').querySelector<HTMLElement>(`[data-option=${name}]`)!.hidden = hidden;
  };
  setHidden(['kind', 'lang'], isChartDescription(description));
  setHidden([...CALENDAR_OPTIONS], !isSprintDescription(description));
  if (!isSprintDescription(description)) return;
  const { dates } = description;
  controls.as_of.min = dates.start.slice(0, 10);
  controls.as_of.placeholder = dates.as_of.slice(0, 10);
}

/** Shows a problem at the controls that cause it; returns false if no control does. */
export function showOptionProblem(problem: Problem | undefined): boolean {
  const causes = problem ? controlsCausing(problem) : [];
  for (const [name, control] of Object.entries(controls)) {
    const isCause = causes.includes(name);
    control.toggleAttribute('aria-invalid', isCause);
    if (isCause) control.setAttribute('aria-invalid', 'true');
    if (isCause) control.setAttribute('aria-describedby', 'blame');
    else control.removeAttribute('aria-describedby');
  }
  const message = getElement('blame');
  message.hidden = causes.length === 0;
  message.textContent = causes.length > 0 && problem ? problemSentence(problem) : '';
  return causes.length > 0;
}

/** Returns a problem's message without its location, which is shown separately. */
export function problemSentence({ found, expected, remedy, message, document }: Problem): string {
  if (!found || !expected) return capitalized(message);
  const start = document ? `Document ${document}: found` : 'Found';
  const sentence = `${start} ${found}, expected ${expected}${remedy ? `; ${remedy}` : ''}`;
  return /[.?!…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/// Names of the controls that cause a problem. The calendar and the date may also be in the data; the option overrides them.
function controlsCausing({ path = '', limit }: Problem): string[] {
  const options = chosenOptions();
  // The path of a list's entry, such as `holidays[1]`, begins with the option.
  const field = CALENDAR_OPTIONS.find(name => name === path.replace(/\[\d+\]$/, ''));
  if (field && options[field]) return [field];
  if (limit === 'MAX_SIDE' || limit === 'MAX_PIXELS') return ['width', 'height'];
  return path.startsWith('options') ? [path.replace('options.', '')] : [];
}

function optionElements(names: Record<string, string>): HTMLOptionElement[] {
  return Object.entries(names).map(([value, text]) => new Option(text, value));
}

function showCustomSize(): void {
  const hasCustomSize = controls.preset.value === CUSTOM_SIZE;
  for (const control of [controls.width, controls.height]) control.closest('label')!.hidden = !hasCustomSize;
}

/// A half-typed time zone, list of days or list of dates must not cause an error.
function isHalfTyped(target: EventTarget | null): boolean {
  const { time_zone, working_days, holidays } = controls;
  if (target === time_zone) return !isTimeZone(time_zone.value);
  if (target === working_days) return !isList(working_days, /^[a-z]{3,9}(-[a-z]{3,9})?$/i);
  return target === holidays && !isList(holidays, /^\d{4}-\d\d-\d\d(\.\.\d{4}-\d\d-\d\d)?$/);
}

/// True for an empty field, too.
function isList(control: HTMLInputElement, entry: RegExp): boolean {
  return control.value.trim() === '' || listEntries(control).every(text => entry.test(text));
}

function listEntries(control: HTMLInputElement): string[] {
  return control.value.split(',').map(entry => entry.trim());
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return name === '';
  }
}

/// An empty field counts as zero, which the renderer rejects with an error about the limits.
function pixelValue(control: HTMLInputElement): number {
  return Number.isFinite(control.valueAsNumber) ? control.valueAsNumber : 0;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
