// Writes the types of options, sprint documents and descriptions, from the schemas that the built package gives.
// node types.mjs PKG
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const folder = resolve(process.argv[2]);
const { init, schema } = await import(pathToFileURL(join(folder, 'node.js')));
await init();

const TYPES = {
  PictureOptions: 'options',
  DaysSprint: 'days',
  ItemsSprint: 'items',
  ChangesSprint: 'changes',
  Description: 'description',
};
// One document, so that what the shapes share is written once.
const $defs = {};
for (const [name, kind] of Object.entries(TYPES)) {
  const { $schema, $id, $defs: inner, ...own } = schema(kind);
  Object.assign($defs, inner, { [name]: { ...own, title: name } });
}
const whole = {
  $defs,
  type: 'object',
  properties: Object.fromEntries(Object.keys(TYPES).map(name => [name, { $ref: `#/$defs/${name}` }])),
};
const text = await compile(whole, 'Whole', { bannerComment: '', ignoreMinAndMaxItems: true, style: { printWidth: 110 } });
const types = text.replace(/export interface Whole \{[^}]*\}\n/, '');
await writeFile(join(folder, 'types.d.ts'), `// Made by wasm/types.mjs from the schemas of the Rust types.\n\n${types}`);
