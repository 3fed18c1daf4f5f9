// The text of the sprint, and the problem marked in it.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, placeholder } from '@codemirror/view';
import type { Problem } from '../protocol.ts';
import { completions, hints } from './complete.ts';
import { topFields } from './json-path.ts';
import { languages } from './language.ts';
import { look } from './look.ts';
import { place } from './place.ts';
import { allows, type Schema } from './schema.ts';

const EMPTY = 'Paste a sprint here: JSON or CSV,\na tracker\'s answer,\nor a Chart.js configuration.\nOr drop a file anywhere on the page,\nor choose an example.';

export interface Editor {
  text(): string;
  /** Another text in place of this one; undo brings it back. */
  replace(text: string): void;
  /** Marks a problem, or none, and says in which line it is. */
  mark(problem: Problem | undefined): number | undefined;
  /** Puts the cursor where the problem is marked. */
  goTo(problem: Problem): void;
  teach(schema: Schema): void;
  /** Whether the text, as it is now, was read as a sprint: what that schema is about, or a tracker's answer. */
  isSprint(is: boolean): void;
}

export function editor(host: HTMLElement, changed: () => void): Editor {
  let schema: Schema | undefined;
  let sprint = true;
  /// Those of the text that was read last: a new one, half written, shall not take the schema away.
  let fields: string[] = [];
  const known = (): Schema | undefined => (schema && sprint && allows(schema, fields) ? schema : undefined);
  // Only in a shadow root does CodeMirror bring its styles in a way that the page's policy allows.
  const root = host.attachShadow({ mode: 'open' });
  const extensions = [
    ways(),
    languages(''),
    autocompletion({ override: [completions(known)], icons: false }),
    hints(known),
    EditorView.updateListener.of(update => update.docChanged && changed()),
  ];
  const view = new EditorView({ parent: root, root, state: EditorState.create({ extensions }) });
  return {
    text: () => view.state.doc.toString(),
    replace: text => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true });
    },
    mark: problem => mark(view, problem),
    goTo: problem => {
      const found = place(view.state, problem);
      if (found) view.dispatch({ selection: { anchor: found.from, head: found.to }, scrollIntoView: true });
      view.focus();
    },
    teach: given => (schema = given),
    isSprint: is => {
      sprint = is;
      fields = topFields(view.state);
    },
  };
}

function mark(view: EditorView, problem: Problem | undefined): number | undefined {
  const found = problem && place(view.state, problem);
  const marks = found ? [{ ...clipped(found, view.state), severity: 'error' as const, message: problem.message }] : [];
  view.dispatch(setDiagnostics(view.state, marks));
  return found && view.state.doc.lineAt(found.from).number;
}

function clipped({ from, to }: { from: number; to: number }, state: EditorState): { from: number; to: number } {
  return { from: Math.min(from, state.doc.length), to: Math.min(to, state.doc.length) };
}

/// How it is written in. Tab moves on to the next control, as everywhere on the page.
function ways(): Extension {
  return [
    look,
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    indentUnit.of('  '),
    placeholder(EMPTY),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': 'Sprint data as JSON or CSV, a tracker’s answer, or a Chart.js configuration', spellcheck: 'false', autocapitalize: 'off' }),
  ];
}
