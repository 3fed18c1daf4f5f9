// What the page shows of a picture, of a problem, of an empty text.
import { post } from './chat.ts';
import { isJson } from './commands.ts';
import type { Editor } from './editor/editor.ts';
import { blame, offer, sentence } from './options.ts';
import { element } from './page.ts';
import { isSprint, type Picture, type Problem, type Said } from './protocol.ts';

const hero = element('hero');
const picture = element('picture');
const nothing = element('nothing');
const state = element('state');

export function showPicture(made: Picture, input: string, editor: Editor): void {
  const { svg, description } = made;
  blame(undefined);
  offer(made);
  editor.mark(undefined);
  const before = picture.src;
  picture.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  picture.alt = description.alt_text;
  picture.hidden = false;
  nothing.hidden = true;
  post(picture.src, made);
  element('alt-text').textContent = description.alt_text;
  if (before) URL.revokeObjectURL(before);
  become('good', readAs(input, made));
}

export function showProblem(problem: Problem, editor: Editor): void {
  if (blame(problem)) {
    editor.mark(undefined);
    become('bad', '');
    return;
  }
  const line = editor.mark(problem);
  const jump = document.createElement('button');
  jump.type = 'button';
  jump.textContent = `Line ${line}`;
  jump.addEventListener('click', () => editor.goTo(problem));
  nothing.textContent = 'The picture comes back when the data can be read.';
  become('bad', ...(line === undefined ? [] : [jump]), sentence(problem));
}

export function showNothing(editor: Editor): void {
  blame(undefined);
  editor.mark(undefined);
  picture.hidden = true;
  picture.alt = '';
  nothing.textContent = 'Your burndown appears here.';
  become('empty', '');
}

function become(now: 'good' | 'bad' | 'empty', ...said: (string | Node)[]): void {
  hero.dataset['state'] = now;
  nothing.hidden = !picture.hidden;
  for (const group of document.querySelectorAll<HTMLFieldSetElement>('[data-use]')) group.disabled = now !== 'good';
  const text = said.map(part => (typeof part === 'string' ? part : part.textContent)).join('');
  // Said again only where it is something else.
  if (state.textContent !== text) state.replaceChildren(...said.filter(part => part !== ''));
  state.toggleAttribute('data-bad', now === 'bad' && text !== '');
}

function readAs(input: string, { description, warnings: [warning, ...others] }: Picture): string {
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `Read as ${formOf(input, description)}${warning ? ` · ${warning}${more}` : ''}`;
}

function formOf(input: string, description: Said): string {
  if (isSprint(description)) {
    return `${isJson(input) ? 'JSON' : 'CSV'} · counted in ${description.unit} · time zone ${description.dates.time_zone}`;
  }
  return 'unit' in description ? `past sprints · counted in ${description.unit}` : 'a Chart.js configuration';
}
