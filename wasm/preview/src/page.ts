// The page's elements, by their ids.

const KINDS = {
  example: HTMLSelectElement,
  open: HTMLButtonElement,
  file: HTMLInputElement,
  editor: HTMLDivElement,
  state: HTMLDivElement,
  hero: HTMLElement,
  picture: HTMLImageElement,
  nothing: HTMLParagraphElement,
  options: HTMLFormElement,
  kind: HTMLSelectElement,
  preset: HTMLSelectElement,
  width: HTMLInputElement,
  height: HTMLInputElement,
  lang: HTMLSelectElement,
  time_zone: HTMLInputElement,
  zones: HTMLDataListElement,
  as_of: HTMLInputElement,
  blame: HTMLParagraphElement,
  png: HTMLButtonElement,
  svg: HTMLButtonElement,
  'copy-image': HTMLButtonElement,
  message: HTMLTemplateElement,
  'link-size': HTMLSpanElement,
  'copy-link': HTMLButtonElement,
  'alt-text': HTMLParagraphElement,
  'copy-alt': HTMLButtonElement,
  'command-line': HTMLElement,
  'copy-command': HTMLButtonElement,
  'copy-request': HTMLButtonElement,
  promise: HTMLParagraphElement,
  toast: HTMLDivElement,
  drop: HTMLDivElement,
  'by-hand': HTMLDialogElement,
  'by-hand-text': HTMLTextAreaElement,
} as const;

/** The element with that id, of the kind it is in `index.html`. */
export function element<I extends keyof typeof KINDS>(id: I): InstanceType<(typeof KINDS)[I]> {
  const found = document.getElementById(id);
  if (!(found instanceof KINDS[id])) throw new Error(`index.html: no #${id}`);
  return found as InstanceType<(typeof KINDS)[I]>;
}
