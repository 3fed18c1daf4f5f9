// The parts of the input's JSON Schema that completion and hints use.

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

/** Returns a schema, the one that it refers to, and its branches. */
export function schemaVariants(root: Schema, schema: Schema): Schema[] {
  const target = schema.$ref && root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  const inner = [...(target ? [target] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...inner.flatMap(variant => schemaVariants(root, variant))];
}

/** Returns the schemas of the value at a path. */
export function schemasAt(root: Schema, path: Path): Schema[] {
  return path.reduce<Schema[]>(
    (schemas, step) =>
      schemas
        .map(schema => (typeof step === 'number' ? schema.items : schema.properties?.[step]))
        .filter(found => found !== undefined)
        .flatMap(found => schemaVariants(root, found)),
    schemaVariants(root, root),
  );
}

/** Returns true if the schema allows all these fields at the top level. */
export function allowsFields(root: Schema, fields: readonly string[]): boolean {
  const known = new Set(schemasAt(root, []).flatMap(schema => Object.keys(schema.properties ?? {})));
  return fields.every(field => known.has(field));
}

/** Returns the description of the value at a path. */
export function descriptionAt(root: Schema, path: Path): string | undefined {
  return schemasAt(root, path).find(schema => schema.description)?.description;
}

/** Returns the possible values at a path as JSON text, each with its description. */
export function valuesAt(root: Schema, path: Path): { json: string; description: string | undefined }[] {
  const found = schemasAt(root, path).flatMap(schema => {
    const listed = schema.const === undefined ? (schema.enum ?? schema.examples ?? []) : [schema.const];
    const description = schema.const === undefined ? undefined : schema.description;
    return listed.map(value => ({ json: JSON.stringify(value), description }));
  });
  return [...new Map(found.map(value => [value.json, value])).values()];
}

/** Returns the properties that an object at a path can have, required ones first. */
export function propertiesAt(root: Schema, path: Path): { name: string; required: boolean }[] {
  const schemas = schemasAt(root, path);
  // A branch without a type of its own is one of several shapes: a property that only it requires is optional.
  const required = new Set(schemas.flatMap(schema => (schema.type === 'object' ? (schema.required ?? []) : [])));
  const names = new Set(schemas.flatMap(schema => Object.keys(schema.properties ?? {})));
  names.delete('$schema');
  const all = [...names].map(name => ({ name, required: required.has(name) }));
  return all.sort((a, b) => Number(b.required) - Number(a.required));
}
