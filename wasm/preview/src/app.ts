// The page: data and options in, picture out.
import { command, fileName, request } from './commands.ts';
import { editor as editorIn } from './editor/editor.ts';
import { EXAMPLES } from './examples.ts';
import { files } from './files.ts';
import { live } from './live.ts';
import { keepOffline } from './offline/register.ts';
import { choose, chosen, fill } from './options.ts';
import { element } from './page.ts';
import { isChart, isSprint, type Order, type Picture, type Problem } from './protocol.ts';
import { ask } from './renderer.ts';
import { link, MAX_LINK_CHARS, shared, type Shared } from './share.ts';
import { showNothing, showPicture, showProblem } from './show.ts';
import { copyImage, copyText, download, say } from './take.ts';

/** Bytes of a file that is not text; while they stand here, they are the input. */
let bytes: Uint8Array | undefined;
let description: Picture['description'] | undefined;
let address = '';
let rest: Promise<void> | undefined;

const example = element('example');
const editor = editorIn(element('editor'), () => {
  bytes = undefined;
  const text = editor.text();
  example.value = [...EXAMPLES].find(([, known]) => known === text)?.[0] ?? '';
  redraw();
});
const redraw = live(
  async () => {
    await draw();
    rest ??= load();
  },
  is => element('hero').setAttribute('aria-busy', `${is}`),
);

async function draw(): Promise<void> {
  const order: Order = { input: bytes ?? editor.text(), options: chosen() };
  if (typeof order.input === 'string' && !order.input.trim()) return showNothing(editor);
  try {
    const picture = await ask('picture', order);
    description = picture.description;
    editor.isSprint(isSprint(description));
    showPicture(picture, now().input, editor);
    await offerLink();
  } catch (problem) {
    showProblem(problem as Problem, editor);
  }
}

function now(): Shared {
  return { input: editor.text(), options: chosen() };
}

async function offerLink(): Promise<void> {
  const limit = MAX_LINK_CHARS.toLocaleString('en');
  address = await link(now(), location.href);
  const fits = address.length <= MAX_LINK_CHARS && address !== '';
  element('copy-link').disabled = !fits;
  const size = address ? `${address.length.toLocaleString('en')} characters` : 'more than a megabyte';
  element('link-size').textContent = fits ? `${size} of at most ${limit}.` : `Too long: ${size}, at most ${limit} are good in a chat.`;
  element('command-line').textContent = command({ ...now(), input: '' }, named('png')).split(' <<')[0] ?? '';
}

function named(ending: string): string {
  return fileName(description?.name ?? '', ending);
}

/** What a button does; a problem on the way is said. */
function on(id: Parameters<typeof element>[0], act: () => Promise<void>): void {
  element(id).addEventListener('click', () => void act().catch((problem: Problem) => say(problem.message)));
}

async function png(): Promise<Blob> {
  return new Blob([await ask('png', now())], { type: 'image/png' });
}

on('png', async () => download(named('png'), await png()));
on('svg', async () => download(named('svg'), new Blob([await ask('svg', now())], { type: 'image/svg+xml' })));
on('copy-image', () => copyImage(png()));
on('copy-link', () => copyText(address, 'Link copied'));
on('copy-alt', () => copyText(description?.alt_text ?? '', 'Alt text copied'));
on('copy-command', () => copyText(command(now(), named('png')), 'Command copied'));
on('copy-request', () => copyText(request(now(), description && isChart(description) ? 'chart' : 'sprint'), 'Request copied'));

files((text, undecoded) => {
  editor.replace(text);
  bytes = undecoded;
  redraw();
});

example.append(...[...EXAMPLES.keys()].map(title => new Option(title)));
example.addEventListener('change', () => editor.replace(EXAMPLES.get(example.value) ?? ''));

fill(redraw);
addEventListener('hashchange', () => void start());
void start();

/** What can wait for the first picture. */
async function load(): Promise<void> {
  await ask('schema', null).then(editor.teach, () => undefined);
  if (await keepOffline()) element('promise').textContent = 'Nothing you enter leaves this page. Works offline.';
}

/** What the link carries, else the first example. */
async function start(): Promise<void> {
  const found = await shared(location.hash).catch(() => {
    say('This link is damaged: it holds no sprint');
    return undefined;
  });
  if (!found && editor.text()) return;
  choose(found?.options ?? {});
  editor.replace(found?.input ?? [...EXAMPLES.values()][0] ?? '');
  redraw();
}
