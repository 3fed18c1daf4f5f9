// Downloads files and copies to the clipboard.
import { getElement } from './page.ts';

/** Milliseconds that a message is shown. */
const TOAST_DURATION = 3_000;

let timer: number | undefined;

/** Shows a short message, which screen readers announce too. */
export function showToast(text: string): void {
  const toast = getElement('toast');
  toast.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => (toast.textContent = ''), TOAST_DURATION);
}

export function downloadFile(file: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = file;
  anchor.click();
  // The browser reads the URL only after this event.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Copies text; if the clipboard is not accessible (no HTTPS, permission denied), a dialog shows the text. */
export async function copyText(text: string, doneMessage: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast(doneMessage);
  } catch {
    const field = getElement('by-hand-text');
    field.value = text;
    getElement('by-hand').showModal();
    field.select();
  }
}

/** Copies an image. The promise may resolve later, since browsers allow clipboard access only during the click. */
export async function copyImage(png: Promise<Blob>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    showToast('Image copied');
  } catch {
    showToast('This browser does not let the page copy images: download the PNG instead');
  }
}
