// Ways to take something from the page: a file, the clipboard.
import { element } from './page.ts';

/** Milliseconds that a message stays. */
const SHOWN = 3_000;

let timer: number | undefined;

/** Says that something was done, to eyes and to screen readers. */
export function say(text: string): void {
  const toast = element('toast');
  toast.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => (toast.textContent = ''), SHOWN);
}

export function download(file: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = file;
  anchor.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Where the clipboard is closed (an address without HTTPS, a refusal), a dialog shows the text. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    const field = element('by-hand-text');
    field.value = text;
    element('by-hand').showModal();
    field.select();
  }
}

/** The picture may come later: browsers want to be asked in the moment of the click. */
export async function copyImage(png: Promise<Blob>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    say('Image copied');
  } catch {
    say('This browser does not let the page copy images: download the PNG instead');
  }
}
