// Completion and hover hints from the JSON Schema.
import { snippet, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { hoverTooltip, type Tooltip } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';
import { nodePath, propertyName } from './json-path.ts';
import { descriptionAt, propertiesAt, schemasAt, valuesAt, type Path, type Schema } from './schema.ts';

/** Number of characters before the cursor that are searched for the key or value being written. */
const LOOK_BEHIND = 2_000;

const VALUE = /"((?:[^"\\]|\\.)*)"\s*:\s*("?[^",{}[\]\n]*)$/;
const KEY_OR_ELEMENT = /[{[,]\s*("?[^",:{}[\]\n]*)$/;

export function completionSource(schema: () => Schema | undefined) {
  return (context: CompletionContext): CompletionResult | null => {
    const root = schema();
    const { state, pos } = context;
    const container = containerAt(state, pos);
    if (!root || !container) return null;
    const before = state.sliceDoc(Math.max(container.from, pos - LOOK_BEHIND), pos);
    const path = nodePath(state, container);
    const value = container.name === 'Object' ? VALUE.exec(before) : null;
    const typed = value?.[2] ?? KEY_OR_ELEMENT.exec(before)?.[1];
    if (typed === undefined || (!typed && !context.explicit && !value)) return null;
    const options = value
      ? valueCompletions(root, [...path, value[1] ?? ''])
      : container.name === 'Array'
        ? valueCompletions(root, [...path, 0])
        : keyCompletions(root, state, container);
    // The editor closes opening quotes, so the completion replaces the closing quote too.
    const to = typed.startsWith('"') && state.sliceDoc(pos, pos + 1) === '"' ? pos + 1 : pos;
    return options.length > 0 ? { from: pos - typed.length, to, options, validFor: /^"?[^",:{}[\]\n]*$/ } : null;
  };
}

/** Shows the description of the property under the pointer. */
export function hoverHints(schema: () => Schema | undefined) {
  return hoverTooltip((view, pos): Tooltip | null => {
    const root = schema();
    const node = syntaxTree(view.state).resolveInner(pos, 1);
    const property = node.name === 'PropertyName' ? node.parent : null;
    const value = property?.lastChild;
    const text = root && value && descriptionAt(root, nodePath(view.state, value));
    if (!text) return null;
    const dom = document.createElement('div');
    dom.className = 'cm-hint';
    dom.textContent = unwrapLines(text);
    return { pos: node.from, end: node.to, above: true, create: () => ({ dom }) };
  });
}

/// The innermost object or array around the cursor.
function containerAt(state: EditorState, pos: number): SyntaxNode | null {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(pos, -1);
  const endsBefore = (container: SyntaxNode) => container.to <= pos && /[}\]]$/.test(state.sliceDoc(container.to - 1, container.to));
  while (node && !((node.name === 'Object' || node.name === 'Array') && !endsBefore(node))) node = node.parent;
  return node;
}

function valueCompletions(root: Schema, path: Path): Completion[] {
  const values = valuesAt(root, path);
  if (path.at(-1) === 'time_zone') values.push(...Intl.supportedValuesOf('timeZone').map(zone => ({ json: `"${zone}"`, description: undefined })));
  return values.map(({ json, description }) => ({ label: json, type: 'enum', ...(description && { info: unwrapLines(description) }) }));
}

function keyCompletions(root: Schema, state: EditorState, object: SyntaxNode): Completion[] {
  const path = nodePath(state, object);
  const existing = new Set(object.getChildren('Property').map(property => propertyName(state, property)));
  return propertiesAt(root, path)
    .filter(({ name }) => !existing.has(name))
    .map(({ name, required }, index) => ({
      label: `"${name}"`,
      displayLabel: name,
      type: 'property',
      detail: required ? 'needed' : '',
      boost: -index,
      info: unwrapLines(descriptionAt(root, [...path, name]) ?? ''),
      apply: snippet(`"${name}": ${valueTemplate(schemasAt(root, [...path, name]))}`),
    }));
}

/// The snippet for a new value: brackets or quotes, with the cursor inside.
function valueTemplate(schemas: Schema[]): string {
  const types = schemas.flatMap(schema => schema.type ?? []);
  if (types.includes('array')) return '[${}]';
  if (types.includes('object')) return '{ ${} }';
  return types.includes('string') && !types.includes('number') ? '"${}"' : '${}';
}

/// Joins the lines of a paragraph: schema descriptions are wrapped like source code.
function unwrapLines(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n)/g, ' ');
}
