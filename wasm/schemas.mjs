// Writes the package's schemas, as the program prints them, and the types made from them.
// node schemas.mjs PROGRAM PKG
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';

const [program, folder] = process.argv.slice(2);
const KINDS = ['sprint', 'days', 'items', 'changes', 'request', 'options', 'description'];
const SHAPES = { DaysSprint: 'days', ItemsSprint: 'items', ChangesSprint: 'changes' };
const TYPES = {
  PictureOptions: 'options',
  ...SHAPES,
  Description: 'description',
};

const schemas = Object.fromEntries(
  KINDS.map(kind => [kind, JSON.parse(execFileSync(program, ['schema', kind], { encoding: 'utf8' }))]),
);
// The browser's build has no font subsetter.
delete schemas.options.properties.embed_font;

const by = '// Made by wasm/schemas.mjs from the Rust types.\n';
writeFileSync(join(folder, 'schemas.js'), `${by}export const schemas = ${JSON.stringify(schemas)};\n`);

// The schema of options holds none of the sprint.
schemas.options.properties.history.items = { tsType: `(${[...Object.keys(SHAPES), 'string'].join(' | ')})` };

// One document, so that what the shapes share is written once.
const $defs = {};
for (const [name, kind] of Object.entries(TYPES)) {
  const { $schema, $id, $defs: inner, ...own } = schemas[kind];
  Object.assign($defs, inner, { [name]: { ...own, title: name } });
}
const properties = Object.fromEntries(Object.keys(TYPES).map(name => [name, { $ref: `#/$defs/${name}` }]));
const settings = { additionalProperties: false, bannerComment: by, ignoreMinAndMaxItems: true, style: { printWidth: 110 } };
const types = await compile({ $defs, type: 'object', properties }, 'Whole', settings);
writeFileSync(join(folder, 'types.d.ts'), types.replace(/export interface Whole \{[^}]*\}\n/, ''));
