// The JSON Schema of the input, as far as completion and hints read it.

export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  description?: string;
}

export type Path = readonly (string | number)[];

/** A schema and all it stands for: what it refers to, and the branches it has. */
export function variants(root: Schema, schema: Schema): Schema[] {
  const target = schema.$ref && root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  const inner = [...(target ? [target] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...inner.flatMap(one => variants(root, one))];
}

/** The schemas of the value at a path. */
export function at(root: Schema, path: Path): Schema[] {
  return path.reduce<Schema[]>(
    (schemas, step) =>
      schemas
        .map(schema => (typeof step === 'number' ? schema.items : schema.properties?.[step]))
        .filter(found => found !== undefined)
        .flatMap(found => variants(root, found)),
    variants(root, root),
  );
}

/** Whether an object with these fields can be what the schema is about. */
export function allows(root: Schema, fields: readonly string[]): boolean {
  const known = new Set(at(root, []).flatMap(schema => Object.keys(schema.properties ?? {})));
  return fields.every(field => known.has(field));
}

/** What is said about the value at a path. */
export function about(root: Schema, path: Path): string | undefined {
  return at(root, path).find(schema => schema.description)?.description;
}

/** Texts of JSON that the value at a path can be, each with what is said about it. */
export function values(root: Schema, path: Path): { json: string; about: string | undefined }[] {
  const found = at(root, path).flatMap(schema => {
    const listed = schema.const === undefined ? (schema.enum ?? schema.examples ?? []) : [schema.const];
    const about = schema.const === undefined ? undefined : schema.description;
    return listed.map(value => ({ json: JSON.stringify(value), about }));
  });
  return [...new Map(found.map(value => [value.json, value])).values()];
}

/** The properties an object at a path can have; the needed ones first. */
export function properties(root: Schema, path: Path): { name: string; needed: boolean }[] {
  const schemas = at(root, path);
  // What only one of several shapes needs is not needed.
  const needed = new Set(schemas.flatMap(schema => (schema.type === 'object' ? (schema.required ?? []) : [])));
  const names = new Set(schemas.flatMap(schema => Object.keys(schema.properties ?? {})));
  names.delete('$schema');
  const all = [...names].map(name => ({ name, needed: needed.has(name) }));
  return all.sort((a, b) => Number(b.needed) - Number(a.needed));
}
