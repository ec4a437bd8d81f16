/** Reads the text of a `.gruenstift.yaml`: {@link readConfig} plus the exact place of everything that is wrong. */
import { locate, parseYaml, placeOf } from './catalogue/locate';
import type { Place } from './catalogue/problems';
import { type Config, emptyConfig, readConfig } from './config';
import type { Message } from './findings';

/** One thing wrong with the file, with its place. */
export interface ConfigProblem extends Place {
  readonly message: Message;
}

/** Never throws: a file that is no YAML gives an empty configuration and its syntax errors. */
export function readConfigFile(text: string): { config: Config; problems: ConfigProblem[] } {
  const yaml = parseYaml(text);
  if (yaml.document.errors.length > 0) {
    const problems = yaml.document.errors.map((error) => ({
      ...placeOf(yaml, error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)),
      message: { id: 'config-yaml', values: { error: error.message } },
    }));
    return { config: emptyConfig, problems };
  }
  let value: unknown;
  try {
    value = yaml.document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return {
      config: emptyConfig,
      problems: [{ ...placeOf(yaml, 0, 0), message: { id: 'config-yaml', values: { error: String(error) } } }],
    };
  }
  const { config, issues } = readConfig(value);
  return {
    config,
    problems: issues.map((issue) => ({ ...locate(yaml, issue.path, issue.onKey ? 'key' : 'value'), message: issue.message })),
  };
}
