// Converts paths in a JSON document to nodes of its syntax tree, and back.
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { Path } from './schema.ts';

/** Time that the parser may take to reach the end of the document, in milliseconds. */
const PARSE_TIMEOUT = 200;

/** Splits a path such as `items[3].events[0].at` into its steps. */
export function parsePath(path: string): Path {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) => (index === undefined ? name : Number(index)));
}

/** Returns the value at a path, or its innermost existing ancestor; `document` selects one of several documents, counted from 1. */
export function nodeAt(state: EditorState, path: Path, document = 1): SyntaxNode | null {
  const tree = ensureSyntaxTree(state, state.doc.length, PARSE_TIMEOUT) ?? syntaxTree(state);
  let node = arrayElements(tree.topNode)[document - 1] ?? null;
  for (const step of path) {
    const next = node && (typeof step === 'number' ? elementAt(node, step) : findProperty(state, node, step)?.lastChild);
    if (!next) return node;
    node = next;
  }
  return node;
}

/** Finds the property of that name in an object; the last one if it occurs twice. */
export function findProperty(state: EditorState, object: SyntaxNode, name: string): SyntaxNode | undefined {
  return object.getChildren('Property').findLast(property => propertyName(state, property) === name);
}

export function propertyName(state: EditorState, property: SyntaxNode): string | undefined {
  const key = property.getChild('PropertyName');
  try {
    return key ? String(JSON.parse(state.sliceDoc(key.from, key.to))) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the names of the document's top-level fields. */
export function topLevelFields(state: EditorState): string[] {
  const top = nodeAt(state, []);
  const names = top?.name === 'Object' ? top.getChildren('Property').map(property => propertyName(state, property)) : [];
  return names.filter(name => name !== undefined);
}

/** Returns the path of a value. */
export function nodePath(state: EditorState, node: SyntaxNode): Path {
  const parent = node.parent;
  if (!parent) return [];
  if (parent.name === 'Property') return [...nodePath(state, parent), propertyName(state, parent) ?? ''];
  if (parent.name === 'Array') return [...nodePath(state, parent), arrayElements(parent).findIndex(element => element.from === node.from)];
  return nodePath(state, parent);
}

/** Returns the elements of an array, or the documents if the node is the whole text. */
export function arrayElements(array: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = array.firstChild; child; child = child.nextSibling) {
    if (/^[A-Z]/.test(child.name)) found.push(child);
  }
  return found;
}

function elementAt(array: SyntaxNode, index: number): SyntaxNode | undefined {
  return array.name === 'Array' ? arrayElements(array)[index] : undefined;
}
