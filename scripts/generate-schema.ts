/**
 * schemas/catalogue.schema.json: what a YAML editor knows about catalogue files (JSON Schema draft-07).
 *
 *   npx tsx scripts/generate-schema.ts            write
 *   npx tsx scripts/generate-schema.ts --check    fail when the file is not current
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { EditorFile, LabelNumber, Param, Proof, Source } from '../server/src/core/catalogue/schema';
import { writeOrCheck } from './generated';

export function editorSchema(): string {
  const schema = toJsonSchema(EditorFile, { target: 'draft-07', definitions: { Source, LabelNumber, Param, Proof } });
  const head = {
    $schema: schema.$schema,
    title: 'Grünstift: Katalogdatei',
    description: 'Kriterien, Gütezeichen, Normen und Wortlisten von Grünstift. Criteria, labels, laws and word lists of Grünstift.',
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2).replaceAll('$defs', 'definitions')}\n`;
}

if (process.argv[1]?.endsWith('generate-schema.ts'))
  writeOrCheck({ 'schemas/catalogue.schema.json': editorSchema() }, 'scripts/generate-schema.ts');
