// The page: reads data and options, shows the picture.
import { fileName, jsonRequest, shellCommand } from './commands.ts';
import { debounced } from './debounce.ts';
import { createEditor } from './editor/editor.ts';
import { EXAMPLES } from './examples.ts';
import { copyImage, copyText, downloadFile, showToast } from './export.ts';
import { listenForFiles } from './files.ts';
import { keepOffline } from './offline/register.ts';
import { chosenOptions, initOptions, setOptions } from './options.ts';
import { getElement } from './page.ts';
import { isChartDescription, isSprintDescription, type PictureRequest, type Picture, type Problem } from './protocol.ts';
import { callWorker } from './renderer.ts';
import { createLink, MAX_LINK_CHARS, readLink, type SharedInput } from './share.ts';
import { showNothing, showPicture, showProblem } from './show.ts';

/** Bytes of a file that is not text; they are the input until the text changes. */
let undecodedBytes: Uint8Array | undefined;
let description: Picture['description'] | undefined;
let shareLink = '';
let deferredSetup: Promise<void> | undefined;

const example = getElement('example');
const editor = createEditor(getElement('editor'), () => {
  undecodedBytes = undefined;
  const text = editor.text();
  example.value = [...EXAMPLES].find(([, exampleText]) => exampleText === text)?.[0] ?? '';
  redraw();
});
const redraw = debounced(
  async () => {
    await drawPicture();
    deferredSetup ??= runDeferredSetup();
  },
  isBusy => getElement('hero').setAttribute('aria-busy', `${isBusy}`),
);

async function drawPicture(): Promise<void> {
  const request: PictureRequest = { input: undecodedBytes ?? editor.text(), options: chosenOptions() };
  if (typeof request.input === 'string' && !request.input.trim()) return showNothing(editor);
  try {
    const picture = await callWorker('picture', request);
    description = picture.description;
    editor.setIsSprint(isSprintDescription(description));
    showPicture(picture, currentInput().input, editor);
    await updateLink();
  } catch (problem) {
    showProblem(problem as Problem, editor);
  }
}

function currentInput(): SharedInput {
  return { input: editor.text(), options: chosenOptions() };
}

async function updateLink(): Promise<void> {
  const limit = MAX_LINK_CHARS.toLocaleString('en');
  shareLink = await createLink(currentInput(), location.href);
  const fits = shareLink.length <= MAX_LINK_CHARS && shareLink !== '';
  getElement('copy-link').disabled = !fits;
  const size = shareLink ? `${shareLink.length.toLocaleString('en')} characters` : 'more than a megabyte';
  getElement('link-size').textContent = fits ? `${size} of at most ${limit}.` : `Too long: ${size}, at most ${limit} are good in a chat.`;
  getElement('command-line').textContent = shellCommand({ ...currentInput(), input: '' }, pictureFileName('png')).split(' <<')[0] ?? '';
}

function pictureFileName(extension: string): string {
  return fileName(description?.name ?? '', extension);
}

/** Runs an action when a button is clicked, and shows a message if it fails. */
function onClick(id: Parameters<typeof getElement>[0], action: () => Promise<void>): void {
  getElement(id).addEventListener('click', () => void action().catch((problem: Problem) => showToast(problem.message)));
}

async function pngBlob(): Promise<Blob> {
  return new Blob([await callWorker('png', currentInput())], { type: 'image/png' });
}

onClick('png', async () => downloadFile(pictureFileName('png'), await pngBlob()));
onClick('svg', async () => downloadFile(pictureFileName('svg'), new Blob([await callWorker('svg', currentInput())], { type: 'image/svg+xml' })));
onClick('copy-image', () => copyImage(pngBlob()));
onClick('copy-link', () => copyText(shareLink, 'Link copied'));
onClick('copy-alt', () => copyText(description?.alt_text ?? '', 'Alt text copied'));
onClick('copy-command', () => copyText(shellCommand(currentInput(), pictureFileName('png')), 'Command copied'));
onClick('copy-request', () => copyText(jsonRequest(currentInput(), description && isChartDescription(description) ? 'chart' : 'sprint'), 'Request copied'));

listenForFiles((text, bytes) => {
  editor.replaceText(text);
  undecodedBytes = bytes;
  redraw();
});

example.append(...[...EXAMPLES.keys()].map(title => new Option(title)));
example.addEventListener('change', () => editor.replaceText(EXAMPLES.get(example.value) ?? ''));

initOptions(redraw);
addEventListener('hashchange', () => void loadSharedInput());
void loadSharedInput();

/** Does what can wait until the first picture is shown. */
async function runDeferredSetup(): Promise<void> {
  await callWorker('schema', null).then(editor.setSchema, () => undefined);
  if (await keepOffline()) getElement('promise').textContent = 'Nothing you enter leaves this page. Works offline.';
}

/** Loads the input of the link, or else the first example. */
async function loadSharedInput(): Promise<void> {
  const shared = await readLink(location.hash).catch(() => {
    showToast('This link is damaged: it holds no sprint');
    return undefined;
  });
  if (!shared && editor.text()) return;
  setOptions(shared?.options ?? {});
  editor.replaceText(shared?.input ?? [...EXAMPLES.values()][0] ?? '');
  redraw();
}
