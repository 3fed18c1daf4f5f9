// Finds the part of the text that a problem is about.
import type { EditorState, Line, Text } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { isJson } from '../commands.ts';
import type { Problem } from '../protocol.ts';
import { nodeAt, parsePath, propertyName } from './json-path.ts';

export interface TextRange {
  from: number;
  to: number;
}

/** Returns the range of a problem; `undefined` if it concerns the whole text. */
export function problemRange(state: EditorState, problem: Problem): TextRange | undefined {
  const { line, column, path, document } = problem;
  if (line !== undefined) {
    const textLine = state.doc.line(Math.min(line, state.doc.lines));
    if (path) return cellRange(state.doc, textLine, path);
    return column === undefined ? lineRange(textLine) : characterRange(textLine, column);
  }
  if (path && isJson(state.doc.toString())) return rangeInJson(state, { document, path }, problem.found ?? '');
  return path ? lineRange(state.doc.line(1)) : undefined;
}

function rangeInJson(state: EditorState, { document = 1, path }: { document: number | undefined; path: string }, found: string): TextRange | undefined {
  const node = nodeAt(state, parsePath(path), document);
  if (!node) return undefined;
  // The message about an object names the field that is not allowed in it.
  const field = node.getChildren('Property').findLast(property => found.includes(JSON.stringify(propertyName(state, property))));
  return field ? nodeRange(field.getChild('PropertyName') ?? field) : nodeRange(node);
}

/// An object or array may span many lines, so only its key or its opening bracket is marked.
function nodeRange(node: SyntaxNode): TextRange {
  const isContainer = node.name === 'Object' || node.name === 'Array';
  if (!isContainer) return node;
  const key = node.parent?.getChild('PropertyName');
  return key ?? { from: node.from, to: node.from + 1 };
}

/// The range of one character; `column` counts bytes of UTF-8 from 1.
function characterRange(line: Line, column: number): TextRange {
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

/// The cell in the column with that name, or the value of a `# key: value` line.
function cellRange(doc: Text, line: Line, name: string): TextRange {
  const value = /^#\s*[^:]*:\s*/.exec(line.text);
  if (value) return { from: line.from + value[0].length, to: line.to };
  const header = headerLine(doc);
  const separator = [';', '\t', ','].find(candidate => header.includes(candidate)) ?? ',';
  const index = splitCells(header, separator).findIndex(({ text }) => normalizedName(text) === name);
  const cell = splitCells(line.text, separator)[index];
  if (!cell?.text.trim()) return lineRange(line);
  return { from: line.from + cell.from, to: line.from + cell.from + cell.text.length };
}

function headerLine(doc: Text): string {
  for (const text of doc.iterLines()) {
    if (text.trim() && !text.startsWith('#')) return text;
  }
  return '';
}

/// Splits a line into cells; a separator inside quotes belongs to its cell. That is exact enough to mark a cell.
function splitCells(text: string, separator: string): { text: string; from: number }[] {
  const cells = [{ text: '', from: 0 }];
  let quoted = false;
  for (const [index, char] of [...text.split('').entries()]) {
    if (char === '"') quoted = !quoted;
    if (char === separator && !quoted) cells.push({ text: '', from: index + 1 });
    else cells[cells.length - 1]!.text += char;
  }
  return cells;
}

/// Normalizes the name of a column as the CSV reader does.
function normalizedName(name: string): string {
  return name.toLowerCase().replace(/["\s_-]/g, '');
}

/// The range of a line without its indentation.
function lineRange(line: Line): TextRange {
  const indent = line.text.length - line.text.trimStart().length;
  return { from: line.from + indent, to: line.to };
}
