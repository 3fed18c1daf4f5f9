// The controls under the picture, as options of the renderer.
import type { PictureOptions } from 'emberline';
import { element } from './page.ts';
import { isChart, isSprint, type Picture, type Problem } from './protocol.ts';

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
/// A sprint's size or a chart's.
const USUAL = '';
const OWN = 'own';

/** What counts where nothing is chosen; it stays out of links and commands. */
const DEFAULTS = { kind: 'burndown', theme: 'light', preset: USUAL, lang: 'en' } as const;

const controls = {
  kind: element('kind'),
  preset: element('preset'),
  width: element('width'),
  height: element('height'),
  lang: element('lang'),
  time_zone: element('time_zone'),
  as_of: element('as_of'),
};
const themes = element('options').elements.namedItem('theme') as RadioNodeList;

export function fill(changed: () => void): void {
  controls.kind.append(...listed(KINDS));
  controls.preset.append(new Option('Usual', USUAL), ...listed(PRESETS), new Option('Own size', OWN));
  controls.lang.append(...listed(LANGS));
  element('zones').append(...['UTC', ...Intl.supportedValuesOf('timeZone')].map(zone => new Option('', zone)));
  const form = element('options');
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('change', () => {
    showOwnSize();
    changed();
  });
  form.addEventListener('input', ({ target }) => {
    // Half a zone is not worth an error.
    if (target !== controls.time_zone || isZone(controls.time_zone.value)) changed();
  });
}

export function chosen(): PictureOptions {
  const own = controls.preset.value === OWN;
  const options: PictureOptions = {
    kind: controls.kind.value as Kind,
    theme: themes.value as PictureOptions['theme'] & string,
    lang: controls.lang.value as Lang,
    ...(own ? { width: pixels(controls.width), height: pixels(controls.height) } : { preset: controls.preset.value as Preset }),
  };
  if (controls.time_zone.value.trim()) options.time_zone = controls.time_zone.value.trim();
  if (controls.as_of.value) options.as_of = controls.as_of.value;
  const told = Object.entries(options).filter(([name, value]) => DEFAULTS[name as keyof typeof DEFAULTS] !== value);
  return Object.fromEntries(told);
}

export function choose(options: PictureOptions): void {
  const own = options.width != null || options.height != null;
  themes.value = options.theme ?? DEFAULTS.theme;
  controls.kind.value = options.kind ?? DEFAULTS.kind;
  controls.lang.value = options.lang ?? DEFAULTS.lang;
  controls.preset.value = own ? OWN : (options.preset ?? DEFAULTS.preset);
  controls.width.value = `${options.width ?? 1600}`;
  controls.height.value = `${options.height ?? 900}`;
  controls.time_zone.value = options.time_zone ?? '';
  controls.as_of.value = options.as_of ?? '';
  showOwnSize();
}

/** The controls that this picture has a use for, and the days that the date picker offers. */
export function offer({ description }: Picture): void {
  const hidden = (names: string[], are: boolean): void => {
    for (const name of names) element('options').querySelector<HTMLElement>(`[data-option=${name}]`)!.hidden = are;
  };
  hidden(['kind', 'lang'], isChart(description));
  hidden(['time_zone', 'as_of'], !isSprint(description));
  if (!isSprint(description)) return;
  const { dates } = description;
  controls.as_of.min = dates.start.slice(0, 10);
  controls.as_of.placeholder = dates.as_of.slice(0, 10);
}

/** Shows a problem at the control it is about; says whether there is one. */
export function blame(problem: Problem | undefined): boolean {
  const about = problem ? culprits(problem) : [];
  for (const [name, control] of Object.entries(controls)) {
    const bad = about.includes(name);
    control.toggleAttribute('aria-invalid', bad);
    if (bad) control.setAttribute('aria-invalid', 'true');
    if (bad) control.setAttribute('aria-describedby', 'blame');
    else control.removeAttribute('aria-describedby');
  }
  const place = element('blame');
  place.hidden = about.length === 0;
  place.textContent = about.length > 0 && problem ? sentence(problem) : '';
  return about.length > 0;
}

/** A problem's message without its place, which is shown otherwise. */
export function sentence({ found, expected, remedy, message, document }: Problem): string {
  if (!found || !expected) return upper(message);
  const begin = document ? `Document ${document}: found` : 'Found';
  const whole = `${begin} ${found}, expected ${expected}${remedy ? `; ${remedy}` : ''}`;
  return /[.?!…]$/.test(whole) ? whole : `${whole}.`;
}

/// Names of the controls; a zone and an instant stand in the data as well, and the option goes over them.
function culprits({ path = '', limit }: Problem): string[] {
  const options = chosen();
  if (path === 'time_zone' && options.time_zone) return [path];
  if (path === 'as_of' && options.as_of) return [path];
  if (limit === 'MAX_SIDE' || limit === 'MAX_PIXELS') return ['width', 'height'];
  return path.startsWith('options') ? [path.replace('options.', '')] : [];
}

function listed(names: Record<string, string>): HTMLOptionElement[] {
  return Object.entries(names).map(([value, text]) => new Option(text, value));
}

function showOwnSize(): void {
  const own = controls.preset.value === OWN;
  for (const control of [controls.width, controls.height]) control.closest('label')!.hidden = !own;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return name === '';
  }
}

/// Nothing typed is zero, which the renderer refuses with the limits.
function pixels(control: HTMLInputElement): number {
  return Number.isFinite(control.valueAsNumber) ? control.valueAsNumber : 0;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
