// Shows a picture, a problem, or the message for an empty text.
import { showInChats } from './chat.ts';
import { isJson } from './commands.ts';
import type { Editor } from './editor/editor.ts';
import { problemSentence, showApplicableOptions, showOptionProblem } from './options.ts';
import { getElement } from './page.ts';
import { isSprintDescription, type AnyDescription, type Picture, type Problem } from './protocol.ts';

const hero = getElement('hero');
const image = getElement('picture');
const placeholder = getElement('nothing');
const status = getElement('state');

export function showPicture(picture: Picture, input: string, editor: Editor): void {
  const { svg, description } = picture;
  showOptionProblem(undefined);
  showApplicableOptions(picture);
  editor.markProblem(undefined);
  const oldUrl = image.src;
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  image.alt = description.alt_text;
  image.hidden = false;
  placeholder.hidden = true;
  showInChats(image.src, picture);
  getElement('alt-text').textContent = description.alt_text;
  if (oldUrl) URL.revokeObjectURL(oldUrl);
  setState('good', ...inputStatus(input, picture));
}

export function showProblem(problem: Problem, editor: Editor): void {
  if (showOptionProblem(problem)) {
    editor.markProblem(undefined);
    setState('bad', '');
    return;
  }
  const line = editor.markProblem(problem);
  const jumpButton = document.createElement('button');
  jumpButton.type = 'button';
  jumpButton.textContent = `Line ${line}`;
  jumpButton.addEventListener('click', () => editor.goToProblem(problem));
  placeholder.textContent = 'The picture comes back when the data can be read.';
  setState('bad', ...(line === undefined ? [] : [jumpButton]), problemSentence(problem));
}

export function showNothing(editor: Editor): void {
  showOptionProblem(undefined);
  editor.markProblem(undefined);
  image.hidden = true;
  image.alt = '';
  placeholder.textContent = 'Your burndown appears here.';
  setState('empty', '');
}

function setState(state: 'good' | 'bad' | 'empty', ...parts: (string | Node)[]): void {
  hero.dataset['state'] = state;
  placeholder.hidden = !image.hidden;
  for (const group of document.querySelectorAll<HTMLFieldSetElement>('[data-use]')) group.disabled = state !== 'good';
  const text = parts.map(part => (typeof part === 'string' ? part : part.textContent)).join('');
  // Screen readers announce every change, so an equal text is not set again.
  if (status.textContent !== text) status.replaceChildren(...parts.filter(part => part !== ''));
  status.toggleAttribute('data-bad', state === 'bad' && text !== '');
}

/** The format of the input, the first warning, and the others to unfold. */
function inputStatus(input: string, { description, warnings: [warning, ...others] }: Picture): (string | Node)[] {
  const format = `Read as ${inputFormat(input, description)}`;
  if (!warning) return [format];
  return [`${format} · ${warning}`, ...(others.length > 0 ? [unfoldableList(`${others.length} more`, others)] : [])];
}

function unfoldableList(title: string, texts: string[]): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = title;
  const list = document.createElement('ul');
  for (const text of texts) list.appendChild(document.createElement('li')).textContent = text;
  details.append(summary, list);
  return details;
}

function inputFormat(input: string, description: AnyDescription): string {
  if (isSprintDescription(description)) {
    return `${isJson(input) ? 'JSON' : 'CSV'} · counted in ${description.unit} · time zone ${description.dates.time_zone}`;
  }
  return 'unit' in description ? `past sprints · counted in ${description.unit}` : 'a Chart.js configuration';
}
