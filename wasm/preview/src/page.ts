// Typed access to the page's elements by id.

const ELEMENT_TYPES = {
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
  working_days: HTMLInputElement,
  holidays: HTMLInputElement,
  day_border: HTMLInputElement,
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

/** Returns the element with that id, with the type it has in `index.html`. */
export function getElement<I extends keyof typeof ELEMENT_TYPES>(id: I): InstanceType<(typeof ELEMENT_TYPES)[I]> {
  const found = document.getElementById(id);
  if (!(found instanceof ELEMENT_TYPES[id])) throw new Error(`index.html: no #${id}`);
  return found as InstanceType<(typeof ELEMENT_TYPES)[I]>;
}
