// Completion and hints from the JSON Schema.
import { snippet, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { hoverTooltip, type Tooltip } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';
import { nameOf, pathOf } from './json-path.ts';
import { about, at, properties, values, type Path, type Schema } from './schema.ts';

/** Characters before the cursor that tell what is being written. */
const LOOK_BACK = 2_000;

const VALUE = /"((?:[^"\\]|\\.)*)"\s*:\s*("?[^",{}[\]\n]*)$/;
const KEY_OR_ELEMENT = /[{[,]\s*("?[^",:{}[\]\n]*)$/;

export function completions(schema: () => Schema | undefined) {
  return (context: CompletionContext): CompletionResult | null => {
    const root = schema();
    const { state, pos } = context;
    const container = around(state, pos);
    if (!root || !container) return null;
    const before = state.sliceDoc(Math.max(container.from, pos - LOOK_BACK), pos);
    const path = pathOf(state, container);
    const value = container.name === 'Object' ? VALUE.exec(before) : null;
    const begun = value?.[2] ?? KEY_OR_ELEMENT.exec(before)?.[1];
    if (begun === undefined || (!begun && !context.explicit && !value)) return null;
    const options = value
      ? valuesAt(root, [...path, value[1] ?? ''])
      : container.name === 'Array'
        ? valuesAt(root, [...path, 0])
        : keysOf(root, state, container);
    // The editor has closed the quotes that were opened.
    const to = begun.startsWith('"') && state.sliceDoc(pos, pos + 1) === '"' ? pos + 1 : pos;
    return options.length > 0 ? { from: pos - begun.length, to, options, validFor: /^"?[^",:{}[\]\n]*$/ } : null;
  };
}

/** What the schema says about the property under the pointer. */
export function hints(schema: () => Schema | undefined) {
  return hoverTooltip((view, pos): Tooltip | null => {
    const root = schema();
    const node = syntaxTree(view.state).resolveInner(pos, 1);
    const property = node.name === 'PropertyName' ? node.parent : null;
    const value = property?.lastChild;
    const text = root && value && about(root, pathOf(view.state, value));
    if (!text) return null;
    const dom = document.createElement('div');
    dom.className = 'cm-hint';
    dom.textContent = flowing(text);
    return { pos: node.from, end: node.to, above: true, create: () => ({ dom }) };
  });
}

/// The object or list in which the cursor stands.
function around(state: EditorState, pos: number): SyntaxNode | null {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(pos, -1);
  const closed = (one: SyntaxNode) => one.to <= pos && /[}\]]$/.test(state.sliceDoc(one.to - 1, one.to));
  while (node && !((node.name === 'Object' || node.name === 'Array') && !closed(node))) node = node.parent;
  return node;
}

function valuesAt(root: Schema, path: Path): Completion[] {
  const listed = values(root, path);
  if (path.at(-1) === 'time_zone') listed.push(...Intl.supportedValuesOf('timeZone').map(zone => ({ json: `"${zone}"`, about: undefined })));
  return listed.map(({ json, about }) => ({ label: json, type: 'enum', ...(about && { info: flowing(about) }) }));
}

function keysOf(root: Schema, state: EditorState, object: SyntaxNode): Completion[] {
  const path = pathOf(state, object);
  const there = new Set(object.getChildren('Property').map(one => nameOf(state, one)));
  return properties(root, path)
    .filter(({ name }) => !there.has(name))
    .map(({ name, needed }, index) => ({
      label: `"${name}"`,
      displayLabel: name,
      type: 'property',
      detail: needed ? 'needed' : '',
      boost: -index,
      info: flowing(about(root, [...path, name]) ?? ''),
      apply: snippet(`"${name}": ${stub(at(root, [...path, name]))}`),
    }));
}

/// What a value begins with.
function stub(schemas: Schema[]): string {
  const types = schemas.flatMap(schema => schema.type ?? []);
  if (types.includes('array')) return '[${}]';
  if (types.includes('object')) return '{ ${} }';
  return types.includes('string') && !types.includes('number') ? '"${}"' : '${}';
}

/// Schema texts are broken into lines of source code.
function flowing(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n)/g, ' ');
}
