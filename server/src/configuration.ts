/**
 * The configuration that holds for a document: settings of editor or command line below, the nearest `.gruenstift.yaml` above.
 * (Front matter, still stronger, is part of the text and read by the core.)
 */
import { type Config, mergeConfigs } from './core/config';
import type { ReadConfigFile } from './core/configFile';
import type { Host } from './host';
import { isWithin, keyOf, parentOf } from './uri';

export const configFileName = '.gruenstift.yaml';

/** A `.gruenstift.yaml` as read. */
export interface ConfigFile extends ReadConfigFile {
  readonly uri: string;
}

/** What holds for one document. */
export interface Configuration {
  readonly config: Config;
  /** The file that has a say, if there is one; layers in it are relative to its folder. */
  readonly file?: ConfigFile;
}

export interface Configurations {
  /** @param settings what editor or command line say. */
  of(uri: string, settings: Config): Promise<Configuration>;
  /** Reads one file as a configuration, whatever its name (`--config`). `undefined` when it cannot be read. */
  read(uri: string): Promise<ConfigFile | undefined>;
  /** Forgets what was read: a file was created, changed or deleted. */
  forget(): void;
}

/**
 * @param read gives the text of a file (the open document before the one on disk).
 * @param roots folders above which no configuration is looked for; a document outside all of them is looked after in its own
 * folder only. `undefined`: up to the root of the file system (command line).
 */
export function createConfigurations(read: Host['readFile'], roots: () => readonly string[] | undefined): Configurations {
  let files = new Map<string, Promise<ConfigFile | undefined>>();

  function fileIn(folder: string): Promise<ConfigFile | undefined> {
    const key = keyOf(folder);
    const known = files.get(key);
    if (known) return known;
    const file = readConfigAt(`${folder}/${configFileName}`);
    files.set(key, file);
    return file;
  }

  async function readConfigAt(uri: string): Promise<ConfigFile | undefined> {
    const text = await read(uri);
    if (text === undefined) return undefined;
    // Loaded when the first file is met: the YAML parser is no part of an ordinary start.
    const { readConfigFile } = await import('./core/configFile');
    return { uri, ...readConfigFile(text) };
  }

  return {
    async of(uri, settings) {
      const limits = roots();
      const root = limits?.filter((folder) => isWithin(folder, uri)).sort((a, b) => b.length - a.length)[0];
      for (let folder = parentOf(uri); folder !== undefined; folder = parentOf(folder)) {
        const file = await fileIn(folder);
        if (file) return { config: mergeConfigs(settings, file.config), file };
        if (limits && (root === undefined || keyOf(folder) === keyOf(root.replace(/\/$/, '')))) break;
      }
      return { config: settings };
    },
    read: readConfigAt,
    forget() {
      files = new Map();
    },
  };
}
