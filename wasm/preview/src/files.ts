// Files that are opened, dropped or pasted anywhere on the page.
import { element } from './page.ts';

/** Calls `take` with the text of a file, and with its bytes where they are not text in UTF-8. */
export function files(take: (text: string, bytes?: Uint8Array) => void): void {
  const read = async (file: Blob | null | undefined): Promise<void> => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      take(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      take(new TextDecoder().decode(bytes), bytes);
    }
  };
  const input = element('file');
  element('open').addEventListener('click', () => input.click());
  input.addEventListener('change', async () => {
    await read(input.files?.[0]);
    // The same file again, after a change in it, is a change too.
    input.value = '';
  });
  drops(read);
  document.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text/plain');
    if (writable(event.composedPath()[0])) return;
    if (event.clipboardData?.files[0]) void read(event.clipboardData.files[0]);
    else if (text?.trim()) take(text);
  });
}

function drops(read: (file: Blob | undefined) => Promise<void>): void {
  const sign = element('drop');
  const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', event => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  document.addEventListener('dragleave', event => {
    if (!event.relatedTarget) sign.hidden = true;
  });
  // Before the editor, which would insert it at the pointer.
  document.addEventListener(
    'drop',
    event => {
      sign.hidden = true;
      if (!holdsFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void read(event.dataTransfer?.files[0]);
    },
    { capture: true },
  );
}

function writable(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
