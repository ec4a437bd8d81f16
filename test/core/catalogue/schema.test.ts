import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { builtInLayer } from '../../../scripts/catalogueFiles';
import { editorSchema } from '../../../scripts/generate-schema';
import { recordKinds } from '../../../server/src/core/catalogue/catalogue';
import { overrideSchemas, recordSchemas } from '../../../server/src/core/catalogue/schema';
import { whole } from './yaml';

interface JsonSchema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: JsonSchema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  description?: string;
  format?: string;
  definitions?: Record<string, JsonSchema>;
  $schema?: string;
  title?: string;
}

const schema = JSON.parse(editorSchema()) as JsonSchema;
const resolved = (part: JsonSchema): JsonSchema => (part.$ref ? schema.definitions![part.$ref.replace('#/definitions/', '')]! : part);

/** Violations of the part of JSON Schema that the generated schema uses. */
function violations(value: unknown, given: JsonSchema, path: string): string[] {
  const part = resolved(given);
  const found: string[] = [];
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  if (part.type !== undefined && part.type !== type && !(part.type === 'integer' && Number.isInteger(value)))
    found.push(`${path}: ${type} for ${part.type}`);
  if (part.enum && !part.enum.includes(value)) found.push(`${path}: ${String(value)}`);
  if (typeof value === 'string') {
    if (part.pattern && !new RegExp(part.pattern).test(value)) found.push(`${path}: pattern`);
    if (value.length < (part.minLength ?? 0)) found.push(`${path}: minLength`);
    if (part.format === 'date' && Number.isNaN(Date.parse(value))) found.push(`${path}: date`);
  }
  if (typeof value === 'number' && (value < (part.minimum ?? value) || value > (part.maximum ?? value))) found.push(`${path}: range`);
  if (Array.isArray(value)) {
    if (value.length < (part.minItems ?? 0)) found.push(`${path}: minItems`);
    value.forEach((item, index) => {
      found.push(...violations(item, part.items ?? {}, `${path}/${index}`));
    });
  } else if (type === 'object') {
    for (const key of part.required ?? []) if (!Object.hasOwn(value as object, key)) found.push(`${path}: ${key} is missing`);
    for (const [key, inner] of Object.entries(value as object)) {
      const property = part.properties?.[key];
      if (property) found.push(...violations(inner, property, `${path}/${key}`));
      else if (part.additionalProperties === false) found.push(`${path}/${key} is unknown`);
    }
  }
  return found;
}

describe('the JSON Schema for the YAML editor', () => {
  it('is current in the repository', () => {
    assert.equal(readFileSync(join(__dirname, '../../../schemas/catalogue.schema.json'), 'utf8'), editorSchema());
  });

  it('is draft-07', () => assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#'));

  it('accepts the built-in files', () => {
    const { files } = builtInLayer();
    assert.ok(files.length > 0);
    for (const { path, text } of files) assert.deepEqual(violations(parse(text), schema, path), []);
  });

  it('accepts an override and refuses what is wrong', () => {
    const check = (text: string) => violations(parse(text), schema, '');
    assert.deepEqual(check('labels:\n  - id: x\n    off: true\n'), []);
    assert.deepEqual(check('labels:\n  - off: true\n'), ['/labels/0: id is missing']);
    assert.deepEqual(check('labels:\n  - id: x\n    kind: type-9\n    fnd: [a]\n'), ['/labels/0/kind: type-9', '/labels/0/fnd is unknown']);
    assert.deepEqual(check(whole), []);
    assert.deepEqual(check(whole.replace('level: 1', 'level: 7')), ['/criteria/0/level: 7']);
    assert.deepEqual(check(whole.replace('{ de: Weniger Abfall., en', '{ en')), ['/criteria/0/reason: de is missing']);
  });

  it('explains every key, German first', () => {
    const missing: string[] = [];
    const walk = (given: JsonSchema, path: string) => {
      const part = resolved(given);
      for (const [key, property] of Object.entries(part.properties ?? {})) {
        const here = `${path}/${key}`;
        const text = property.description ?? resolved(property).description ?? '';
        // The three levels are explained by the key above them.
        if (!/^[A-ZÄÖÜa-z].*\. .+\.?$/s.test(text) && !/\/[123]$/.test(here)) missing.push(here);
        walk(property, here);
      }
      if (part.items) walk(part.items, path);
    };
    walk(schema, '');
    assert.deepEqual(missing, []);
  });

  it('has a record and an override schema for every kind', () => {
    assert.deepEqual(Object.keys(recordSchemas), [...recordKinds]);
    assert.deepEqual(Object.keys(overrideSchemas), [...recordKinds]);
  });
});
