// Syntax highlighting: JSON or CSV, depending on the text.
import { json } from '@codemirror/lang-json';
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { isJson } from '../commands.ts';

const CSV_LANGUAGE = StreamLanguage.define<null>({
  startState: () => null,
  token(stream) {
    if (stream.sol() && stream.match(/^#[^:]*:?/)) return 'propertyName';
    if (stream.match(/^-?\d+([.,]\d+)?(?=[,;\t]|$)/)) return 'number';
    if (stream.match(/^[,;\t]/)) return 'separator';
    stream.eatWhile(/[^,;\t]/);
    return 'string';
  },
});

const highlightStyle = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: tags.string, color: 'var(--work)' },
  { tag: tags.number, color: 'var(--scope-text)' },
  { tag: [tags.bool, tags.null], color: 'var(--scope-text)' },
  { tag: [tags.separator, tags.punctuation, tags.bracket, tags.brace, tags.squareBracket], color: 'var(--muted)' },
]);

const language = new Compartment();
const JSON_LANGUAGE = json();

function languageOf(text: string): Extension {
  return isJson(text) ? JSON_LANGUAGE : CSV_LANGUAGE;
}

/** Switches the language when the text changes from JSON to CSV or back. */
const languageSwitch = EditorState.transactionExtender.of(transaction => {
  if (!transaction.docChanged) return null;
  const newLanguage = languageOf(transaction.newDoc.sliceString(0, 1_000));
  const oldLanguage = language.get(transaction.startState);
  return newLanguage === oldLanguage ? null : { effects: language.reconfigure(newLanguage) };
});

export function languageExtensions(text: string): Extension {
  return [language.of(languageOf(text)), languageSwitch, syntaxHighlighting(highlightStyle)];
}
