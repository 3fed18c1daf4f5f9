// The text editor, with the problem marked in the text.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, placeholder } from '@codemirror/view';
import type { Problem } from '../protocol.ts';
import { completionSource, hoverHints } from './complete.ts';
import { topLevelFields } from './json-path.ts';
import { languageExtensions } from './language.ts';
import { problemRange } from './problem-range.ts';
import { allowsFields, type Schema } from './schema.ts';
import { editorTheme } from './theme.ts';

const PLACEHOLDER = 'Paste a sprint here: JSON or CSV,\na tracker\'s answer,\nor a Chart.js configuration.\nOr drop a file anywhere on the page,\nor choose an example.';

export interface Editor {
  text(): string;
  /** Replaces the text; undo restores the old one. */
  replaceText(text: string): void;
  /** Marks a problem, or removes the mark, and returns the line of the problem. */
  markProblem(problem: Problem | undefined): number | undefined;
  /** Moves the cursor to the problem. */
  goToProblem(problem: Problem): void;
  /** Sets the schema for completion and hints. */
  setSchema(schema: Schema): void;
  /** Tells the editor if the current text was read as a sprint: a document of the schema, or a tracker's data. */
  setIsSprint(isSprint: boolean): void;
}

export function createEditor(host: HTMLElement, onChange: () => void): Editor {
  let schema: Schema | undefined;
  let isSprint = true;
  /// Fields of the text that was read last: a half-written new field must not turn completion off.
  let fields: string[] = [];
  const activeSchema = (): Schema | undefined => (schema && isSprint && allowsFields(schema, fields) ? schema : undefined);
  // In a shadow root, CodeMirror adds its styles in a way that the page's content security policy allows.
  const root = host.attachShadow({ mode: 'open' });
  const extensions = [
    editingExtensions(),
    languageExtensions(''),
    autocompletion({ override: [completionSource(activeSchema)], icons: false }),
    hoverHints(activeSchema),
    EditorView.updateListener.of(update => update.docChanged && onChange()),
  ];
  const view = new EditorView({ parent: root, root, state: EditorState.create({ extensions }) });
  return {
    text: () => view.state.doc.toString(),
    replaceText: text => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true });
    },
    markProblem: problem => markProblem(view, problem),
    goToProblem: problem => {
      const range = problemRange(view.state, problem);
      if (range) view.dispatch({ selection: { anchor: range.from, head: range.to }, scrollIntoView: true });
      view.focus();
    },
    setSchema: newSchema => (schema = newSchema),
    setIsSprint: value => {
      isSprint = value;
      fields = topLevelFields(view.state);
    },
  };
}

function markProblem(view: EditorView, problem: Problem | undefined): number | undefined {
  const range = problem && problemRange(view.state, problem);
  const marks = range ? [{ ...clipToDocument(range, view.state), severity: 'error' as const, message: problem.message }] : [];
  view.dispatch(setDiagnostics(view.state, marks));
  return range && view.state.doc.lineAt(range.from).number;
}

function clipToDocument({ from, to }: { from: number; to: number }, state: EditorState): { from: number; to: number } {
  return { from: Math.min(from, state.doc.length), to: Math.min(to, state.doc.length) };
}

/// Extensions for editing. Tab moves to the next control, as everywhere on the page, so it is not bound.
function editingExtensions(): Extension {
  return [
    editorTheme,
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    indentUnit.of('  '),
    placeholder(PLACEHOLDER),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': 'Sprint data as JSON or CSV, a tracker’s answer, or a Chart.js configuration', spellcheck: 'false', autocapitalize: 'off' }),
  ];
}
