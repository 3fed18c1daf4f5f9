// Receives files that are opened, dropped or pasted anywhere on the page.
import { getElement } from './page.ts';

/** Calls `onFile` with the text of a file, and with its bytes if they are not valid UTF-8. */
export function listenForFiles(onFile: (text: string, bytes?: Uint8Array) => void): void {
  const read = async (file: Blob | null | undefined): Promise<void> => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      onFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      onFile(new TextDecoder().decode(bytes), bytes);
    }
  };
  const input = getElement('file');
  getElement('open').addEventListener('click', () => input.click());
  input.addEventListener('change', async () => {
    await read(input.files?.[0]);
    // Without this, choosing the same file again would not fire the event.
    input.value = '';
  });
  listenForDrops(read);
  document.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text/plain');
    if (isEditable(event.composedPath()[0])) return;
    if (event.clipboardData?.files[0]) void read(event.clipboardData.files[0]);
    else if (text?.trim()) onFile(text);
  });
}

function listenForDrops(read: (file: Blob | undefined) => Promise<void>): void {
  const dropHint = getElement('drop');
  const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', event => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    dropHint.hidden = false;
  });
  document.addEventListener('dragleave', event => {
    if (!event.relatedTarget) dropHint.hidden = true;
  });
  // The capture phase comes before the editor, which would insert the file at the pointer.
  document.addEventListener(
    'drop',
    event => {
      dropHint.hidden = true;
      if (!holdsFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void read(event.dataTransfer?.files[0]);
    },
    { capture: true },
  );
}

function isEditable(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
