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

const controls = {
  kind: getElement('kind'),
  preset: getElement('preset'),
  width: getElement('width'),
  height: getElement('height'),
  lang: getElement('lang'),
  time_zone: getElement('time_zone'),
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
    // A half-typed time zone must not cause an error.
    if (target !== controls.time_zone || isTimeZone(controls.time_zone.value)) onChange();
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
  controls.as_of.value = options.as_of ?? '';
  showCustomSize();
}

/** Shows the controls that apply to this picture, and sets the first date of the date picker. */
export function showApplicableOptions({ description }: Picture): void {
  const setHidden = (names: string[], hidden: boolean): void => {
    for (const name of names) getElement('options').querySelector<HTMLElement>(`[data-option=${name}]`)!.hidden = hidden;
  };
  setHidden(['kind', 'lang'], isChartDescription(description));
  setHidden(['time_zone', 'as_of'], !isSprintDescription(description));
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

/// Names of the controls that cause a problem. Time zone and date may also be in the data; the option overrides them.
function controlsCausing({ path = '', limit }: Problem): string[] {
  const options = chosenOptions();
  if (path === 'time_zone' && options.time_zone) return [path];
  if (path === 'as_of' && options.as_of) return [path];
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
