// From a path in a JSON document to its place in the text, and back.
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { Path } from './schema.ts';

/** Milliseconds for the parser to reach the end of the document. */
const PATIENCE = 200;

/** `items[3].events[0].at` → its steps. */
export function steps(path: string): Path {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) => (index === undefined ? name : Number(index)));
}

/** The value at a path, or the innermost one on the way to it that is there; in one of several documents, counted from 1. */
export function nodeAt(state: EditorState, path: Path, document = 1): SyntaxNode | null {
  const tree = ensureSyntaxTree(state, state.doc.length, PATIENCE) ?? syntaxTree(state);
  let node = elements(tree.topNode)[document - 1] ?? null;
  for (const step of path) {
    const next = node && (typeof step === 'number' ? element(node, step) : property(state, node, step)?.lastChild);
    if (!next) return node;
    node = next;
  }
  return node;
}

/** The property of that name in an object; the last one, where it stands there twice. */
export function property(state: EditorState, object: SyntaxNode, name: string): SyntaxNode | undefined {
  return object.getChildren('Property').findLast(one => nameOf(state, one) === name);
}

export function nameOf(state: EditorState, property: SyntaxNode): string | undefined {
  const key = property.getChild('PropertyName');
  try {
    return key ? String(JSON.parse(state.sliceDoc(key.from, key.to))) : undefined;
  } catch {
    return undefined;
  }
}

/** Names of the fields that the document has at its top. */
export function topFields(state: EditorState): string[] {
  const top = nodeAt(state, []);
  const names = top?.name === 'Object' ? top.getChildren('Property').map(one => nameOf(state, one)) : [];
  return names.filter(name => name !== undefined);
}

/** The path of a value. */
export function pathOf(state: EditorState, node: SyntaxNode): Path {
  const parent = node.parent;
  if (!parent) return [];
  if (parent.name === 'Property') return [...pathOf(state, parent), nameOf(state, parent) ?? ''];
  if (parent.name === 'Array') return [...pathOf(state, parent), elements(parent).findIndex(one => one.from === node.from)];
  return pathOf(state, parent);
}

/** Of a list; of the whole text the documents. */
export function elements(array: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = array.firstChild; child; child = child.nextSibling) {
    if (/^[A-Z]/.test(child.name)) found.push(child);
  }
  return found;
}

function element(array: SyntaxNode, index: number): SyntaxNode | undefined {
  return array.name === 'Array' ? elements(array)[index] : undefined;
}
