// Where in the text a problem is.
import type { EditorState, Line, Text } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { isJson } from '../commands.ts';
import type { Problem } from '../protocol.ts';
import { nodeAt, nameOf, steps } from './json-path.ts';

export interface Place {
  from: number;
  to: number;
}

/** The place of a problem; none where it is about the whole. */
export function place(state: EditorState, problem: Problem): Place | undefined {
  const { line, column, path, document } = problem;
  if (line !== undefined) {
    const at = state.doc.line(Math.min(line, state.doc.lines));
    if (path) return cell(state.doc, at, path);
    return column === undefined ? trimmed(at) : character(at, column);
  }
  if (path && isJson(state.doc.toString())) return inDocument(state, { document, path }, problem.found ?? '');
  return path ? trimmed(state.doc.line(1)) : undefined;
}

function inDocument(state: EditorState, { document = 1, path }: { document: number | undefined; path: string }, found: string): Place | undefined {
  const node = nodeAt(state, steps(path), document);
  if (!node) return undefined;
  // An object's message names the field that should not be there.
  const named = node.getChildren('Property').findLast(one => found.includes(JSON.stringify(nameOf(state, one))));
  return named ? span(named.getChild('PropertyName') ?? named) : span(node);
}

/// Of an object or a list that goes over many lines, only its beginning is marked.
function span(node: SyntaxNode): Place {
  const nested = node.name === 'Object' || node.name === 'Array';
  if (!nested) return node;
  const key = node.parent?.getChild('PropertyName');
  return key ?? { from: node.from, to: node.from + 1 };
}

/// `column` counts bytes of UTF-8, from 1.
function character(line: Line, column: number): Place {
  let bytes = 0;
  let at = 0;
  for (const char of line.text) {
    bytes += new TextEncoder().encode(char).length;
    if (bytes >= column) break;
    at += char.length;
  }
  const from = line.from + Math.min(at, Math.max(0, line.length - 1));
  return { from, to: Math.min(from + 1, line.to) };
}

/// A cell of the column with that name, or the value of a `# key: value` line.
function cell(doc: Text, line: Line, name: string): Place {
  const value = /^#\s*[^:]*:\s*/.exec(line.text);
  if (value) return { from: line.from + value[0].length, to: line.to };
  const head = header(doc);
  const separator = [';', '\t', ','].find(mark => head.includes(mark)) ?? ',';
  const index = split(head, separator).findIndex(({ text }) => plain(text) === name);
  const found = split(line.text, separator)[index];
  if (!found?.text.trim()) return trimmed(line);
  return { from: line.from + found.from, to: line.from + found.from + found.text.length };
}

function header(doc: Text): string {
  for (const text of doc.iterLines()) {
    if (text.trim() && !text.startsWith('#')) return text;
  }
  return '';
}

/// Good enough for a mark: a separator inside quotes belongs to its cell.
function split(text: string, separator: string): { text: string; from: number }[] {
  const cells = [{ text: '', from: 0 }];
  let quoted = false;
  for (const [index, char] of [...text.split('').entries()]) {
    if (char === '"') quoted = !quoted;
    if (char === separator && !quoted) cells.push({ text: '', from: index + 1 });
    else cells[cells.length - 1]!.text += char;
  }
  return cells;
}

/// As the reader compares names of columns.
function plain(name: string): string {
  return name.toLowerCase().replace(/["\s_-]/g, '');
}

function trimmed(line: Line): Place {
  const indent = line.text.length - line.text.trimStart().length;
  return { from: line.from + indent, to: line.to };
}
