// JSON or CSV, whichever the text is.
import { json } from '@codemirror/lang-json';
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { isJson } from '../commands.ts';

const csv = StreamLanguage.define<null>({
  startState: () => null,
  token(stream) {
    if (stream.sol() && stream.match(/^#[^:]*:?/)) return 'propertyName';
    if (stream.match(/^-?\d+([.,]\d+)?(?=[,;\t]|$)/)) return 'number';
    if (stream.match(/^[,;\t]/)) return 'separator';
    stream.eatWhile(/[^,;\t]/);
    return 'string';
  },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: tags.string, color: 'var(--work)' },
  { tag: tags.number, color: 'var(--scope-text)' },
  { tag: [tags.bool, tags.null], color: 'var(--scope-text)' },
  { tag: [tags.separator, tags.punctuation, tags.bracket, tags.brace, tags.squareBracket], color: 'var(--muted)' },
]);

const language = new Compartment();
const JSON_LANGUAGE = json();

function extension(text: string): Extension {
  return isJson(text) ? JSON_LANGUAGE : csv;
}

/** Follows the text from one to the other. */
const follow = EditorState.transactionExtender.of(transaction => {
  if (!transaction.docChanged) return null;
  const now = extension(transaction.newDoc.sliceString(0, 1_000));
  const before = language.get(transaction.startState);
  return now === before ? null : { effects: language.reconfigure(now) };
});

export function languages(text: string): Extension {
  return [language.of(extension(text)), follow, syntaxHighlighting(colours)];
}
