/**
 * The catalogue in force for a document: the built-in one, then the layers its `.gruenstift.yaml` names, then `criteria/` of its
 * workspace folder. Without further layers no YAML parser is loaded and no phrase compiled.
 */
import type { Configuration } from './configuration';
import type { CompiledCatalogue } from './core/catalogue/compile';
import type { Layer } from './core/catalogue/layers';
import type { CatalogueProblem } from './core/catalogue/problems';
import type { Host } from './host';
import { isoDay } from './request';
import type { TextId } from './texts';
import { isWithin, keyOf, parentOf, resolve } from './uri';

/** Where a workspace keeps its own criteria. */
export const workspaceFolderName = 'criteria';
export const cataloguePatterns = ['**/*.yaml', '**/*.yml'];

/** A layer that could not be read. */
export interface LayerProblem {
  /** The configuration file that names it; absent when the built-in catalogue is missing. */
  readonly uri?: string;
  readonly id: Extract<TextId, `layer-${string}` | 'built-in-missing'>;
  /** As the file names it. */
  readonly layer: string;
}

export interface CatalogueInForce {
  readonly compiled: CompiledCatalogue;
  /** Lowest first. Counted when asked for: counting reads the whole catalogue. */
  layers(): readonly { readonly name: string; readonly records: number }[];
  /** Problems of the files of the upper layers, examples apart; `path` is the file's URI. */
  readonly problems: readonly CatalogueProblem[];
  /** Examples of one file that do not hold. */
  examplesOf(path: string): Promise<readonly CatalogueProblem[]>;
  readonly layerProblems: readonly LayerProblem[];
  /** The files read: from the key of an address (see `keyOf`) to the address as found. */
  readonly files: ReadonlyMap<string, string>;
}

export interface Catalogues {
  /** @param folder workspace folder of the document. */
  of(configuration: Configuration, folder: string | undefined): Promise<CatalogueInForce>;
  /** Whether a file lies where layers are looked for. */
  concern(uri: string): boolean;
  /** Forgets the upper layers: a file of theirs was created, changed or deleted. The built-in one stays. */
  forget(): void;
}

/**
 * @param read gives the text of a file (the open document before the one on disk).
 * @param trusted false keeps npm packages out.
 */
export function createCatalogues(host: Host, read: Host['readFile'], trusted: () => boolean): Catalogues {
  let builtIn: Promise<CatalogueInForce> | undefined;
  let inForce = new Map<string, Promise<CatalogueInForce>>();
  const searched = new Set<string>();

  async function loadBuiltIn(): Promise<CatalogueInForce> {
    const text = await host.readBuiltIn();
    const [{ restoreCatalogue }, { emptyCatalogue }] = await Promise.all([
      import('./core/catalogue/serialise'),
      import('./core/catalogue/catalogue'),
    ]);
    if (text !== undefined) {
      const compiled = restoreCatalogue(text);
      return { compiled, layers: () => layersOf(compiled), problems: [], examplesOf: noExamples, layerProblems: [], files: new Map() };
    }
    const { compileCatalogue } = await import('./core/catalogue/compile');
    const compiled = compileCatalogue(emptyCatalogue()).compiled;
    return {
      compiled,
      layers: () => [],
      problems: [],
      examplesOf: noExamples,
      layerProblems: [{ id: 'built-in-missing', layer: 'built-in' }],
      files: new Map(),
    };
  }

  /** Every layer that is wanted, with where its files would be. */
  async function layersWanted(configuration: Configuration, folder: string | undefined) {
    const base = configuration.file && parentOf(configuration.file.uri);
    const wanted: { name: string; folders: string[]; problem?: LayerProblem }[] = [];
    for (const layer of configuration.config.layers) {
      if (!base || !configuration.file) continue;
      const named = { uri: configuration.file.uri, layer };
      const isPath = /^[./\\]/.test(layer) || layer.endsWith('/');
      if (!isPath && !trusted()) wanted.push({ name: layer, folders: [], problem: { ...named, id: 'layer-untrusted' } });
      else {
        const folders = isPath ? [resolve(base, layer)] : [resolve(base, layer), ...packageFolders(base, layer)];
        wanted.push({ name: layer, folders, problem: { ...named, id: 'layer-not-found' } });
      }
    }
    const own = folder && resolve(folder, workspaceFolderName);
    if (own && keyOf(own) !== (host.builtInSource && keyOf(host.builtInSource))) wanted.push({ name: 'workspace', folders: [own] });
    return wanted;
  }

  async function load(configuration: Configuration, folder: string | undefined): Promise<CatalogueInForce> {
    builtIn ??= loadBuiltIn();
    const layers: Layer[] = [];
    const layerProblems: LayerProblem[] = [];
    for (const wanted of await layersWanted(configuration, folder)) {
      const files = await filesOfFirst(wanted.folders);
      if (files.length > 0) layers.push({ name: wanted.name, files });
      else if (wanted.problem) layerProblems.push(wanted.problem);
    }
    const below = await builtIn;
    if (layers.length === 0)
      return layerProblems.length === 0 ? below : { ...below, layerProblems: [...below.layerProblems, ...layerProblems] };
    // The compiler of catalogues brings the YAML parser along: loaded only now.
    const { loadLayers } = await import('./catalogueCheck');
    const { compiled, problems, examplesOf } = loadLayers(layers, {
      base: below.compiled.catalogue,
      today: isoDay(new Date(host.timer.today())),
    });
    return {
      compiled,
      layers: () => layersOf(compiled),
      problems,
      examplesOf: async (path) => examplesOf(path),
      layerProblems: [...below.layerProblems, ...layerProblems],
      files: new Map(layers.flatMap((layer) => layer.files.map((file) => [keyOf(file.path), file.path]))),
    };
  }

  /** The YAML files of the first folder that has any. */
  async function filesOfFirst(folders: readonly string[]): Promise<{ path: string; text: string }[]> {
    for (const folder of folders) {
      searched.add(folder);
      const files: { path: string; text: string }[] = [];
      for (const path of await host.findFiles(folder, cataloguePatterns)) {
        const text = await read(path);
        if (text !== undefined) files.push({ path, text });
      }
      if (files.length > 0) return files;
    }
    return [];
  }

  return {
    of(configuration, folder) {
      const key = JSON.stringify([folder, configuration.file?.uri, configuration.config.layers, trusted()]);
      let loaded = inForce.get(key);
      if (!loaded) {
        loaded = load(configuration, folder);
        inForce.set(key, loaded);
      }
      return loaded;
    },
    concern: (uri) => [...searched].some((folder) => isWithin(folder, uri)),
    forget() {
      inForce = new Map();
    },
  };
}

const noExamples = async () => [];

/** Where npm keeps a package, from a folder upwards; a catalogue package has its YAML files in `criteria/`. */
function packageFolders(base: string, name: string): string[] {
  const folders: string[] = [];
  for (let folder: string | undefined = base; folder !== undefined; folder = parentOf(folder)) {
    folders.push(resolve(folder, `node_modules/${name}/${workspaceFolderName}`));
  }
  return folders;
}

function layersOf({ catalogue }: CompiledCatalogue): { name: string; records: number }[] {
  const counts = new Map<string, number>(catalogue.layers.map((name) => [name, 0]));
  for (const records of Object.values(catalogue.origins)) {
    for (const { layer } of records.values()) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  }
  return [...counts].map(([name, records]) => ({ name, records }));
}
