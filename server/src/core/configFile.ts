/** Reads the text of a `.gruenstift.yaml`: {@link readConfig} plus the exact place of everything that is wrong. */
import { locate, parseYaml, placeOf } from './catalogue/locate';
import type { Place } from './catalogue/problems';
import { type Config, emptyConfig, readConfig } from './config';
import type { Message } from './findings';

/** One thing wrong with the file, with its place. */
export interface ConfigProblem extends Place {
  readonly message: Message;
}

/** A configuration file as read. */
export interface ReadConfigFile {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Place of a value, e.g. of `['layers', 0]`; of what is nearest to it where there is none. */
  readonly locate: (path: readonly (string | number)[]) => Place;
}

/** Never throws: a file that is no YAML gives an empty configuration and its syntax errors. */
export function readConfigFile(text: string): ReadConfigFile {
  const yaml = parseYaml(text);
  const at = (path: readonly (string | number)[]) => locate(yaml, path);
  if (yaml.document.errors.length > 0) {
    const problems = yaml.document.errors.map((error) => ({
      ...placeOf(yaml, error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)),
      message: { id: 'config-yaml', values: { error: error.message } },
    }));
    return { config: emptyConfig, problems, locate: at };
  }
  let value: unknown;
  try {
    value = yaml.document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const problem = { ...placeOf(yaml, 0, 0), message: { id: 'config-yaml', values: { error: String(error) } } };
    return { config: emptyConfig, problems: [problem], locate: at };
  }
  const { config, issues } = readConfig(value);
  return {
    config,
    locate: at,
    problems: issues.map((issue) => ({ ...locate(yaml, issue.path, issue.onKey ? 'key' : 'value'), message: issue.message })),
  };
}
