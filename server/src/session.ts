/**
 * What the server knows between two messages: open documents, settings, configuration, the catalogue in force, and one inspection a
 * document. Features analyse nothing; they ask {@link Session.inspect} and get the findings of the current revision.
 */
import { type CancellationToken, Emitter, TextDocuments } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type CatalogueInForce, type Catalogues, createCatalogues, workspaceFolderName } from './catalogues';
import { joinChanges } from './change';
import { type Configuration, type Configurations, configFileName, createConfigurations } from './configuration';
import { type Analysis, AnalysisCache, analyseInSteps } from './core/analyse';
import type { Language } from './core/context';
import type { TextChange } from './core/text/model';
import type { Host } from './host';
import type { InitializationOptions } from './protocol';
import { isoDay, requestFor } from './request';
import { defaultSettings, type Settings } from './settings';
import { languageOf } from './texts';
import { Typing } from './typing';
import { isWithin, keyOf, nameOf } from './uri';

/** What a document is to us: a text to analyse, a catalogue file, a configuration file, or nothing. */
export type DocumentKind = 'specification' | 'catalogue' | 'config' | 'other';

/** All that holds for one document besides its text. */
export interface Ground {
  readonly configuration: Configuration;
  readonly catalogue: CatalogueInForce;
}

export interface SessionOptions extends InitializationOptions {
  /** Locale of the client, BCP 47. */
  readonly locale?: string;
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  /** Asks the client for the settings that hold for an address; absent when it cannot be asked. */
  readonly askSettings?: (uri: string | undefined) => Promise<Settings>;
}

/** What is known of an open specification. */
interface Reading {
  cache: AnalysisCache;
  analysis?: Analysis;
  /** Revision and generation `analysis` belongs to. */
  key?: string;
  /** From the text of `analysis` to the text now. */
  change?: TextChange;
  /** The whole text was replaced: the core finds out itself what has changed. */
  replaced?: boolean;
  /** The run under way, if any. */
  running?: Promise<void>;
}

/** Milliseconds without an edit after which an edited catalogue is built anew. */
const pause = 400;

/** Milliseconds a run may hold the event loop; then waiting messages are handled. */
const slice = 10;

export class Session {
  readonly documents: TextDocuments<TextDocument>;
  readonly configurations: Configurations;
  readonly catalogues: Catalogues;
  readonly typing: Typing;
  private readonly readings = new WeakMap<TextDocument, Reading>();
  private readonly askedSettings = new Map<string, Promise<Settings>>();
  private pushedSettings: Settings = defaultSettings;
  /** Grows whenever something besides a text changes: then no inspection holds any more. */
  private generation = 0;
  private readonly inspected = new Emitter<string>();
  private readonly stale = new Emitter<void>();
  private readonly files = new Emitter<void>();
  /** What is being typed into files that others depend on, until the typing pauses. */
  private settling: { promise: Promise<void>; resolve: () => void; cancel: () => void; kinds: ReadonlySet<DocumentKind> } | undefined;

  constructor(
    readonly host: Host,
    public options: SessionOptions,
  ) {
    this.typing = new Typing(host.timer.now);
    this.documents = new TextDocuments({ create: TextDocument.create, update: (...edit) => this.update(...edit) });
    const read = (uri: string) => this.read(uri);
    this.configurations = createConfigurations(read, () => this.options.folders);
    this.catalogues = createCatalogues(host, read, () => this.options.trusted !== false);
    const edited = ({ document }: { document: TextDocument }) => this.groundEdited(this.kindOf(document));
    this.documents.onDidChangeContent(edited);
    // What was typed there but not saved no longer counts.
    this.documents.onDidClose(edited);
  }

  /** Language of everything the user reads. */
  get locale(): Language {
    return this.pushedSettings.locale ?? languageOf(this.options.locale);
  }

  /** Stamp of everything a result depends on besides the text. */
  get stamp(): number {
    return this.generation;
  }

  /** A document was analysed anew. */
  get onInspected() {
    return this.inspected.event;
  }

  /** Results that were shown may no longer hold, though no text changed. */
  get onStale() {
    return this.stale.event;
  }

  /** A specification that is not open was created, changed or deleted. */
  get onFilesChanged() {
    return this.files.event;
  }

  /** The text of a file as the user sees it: the open document before the one on disk. */
  async read(uri: string): Promise<string | undefined> {
    const key = keyOf(uri);
    const document = this.documents.get(uri) ?? this.documents.all().find((open) => keyOf(open.uri) === key);
    return document ? document.getText() : this.host.readFile(uri);
  }

  kindOf(document: Pick<TextDocument, 'uri' | 'languageId'>): DocumentKind {
    if (nameOf(document.uri) === configFileName) return 'config';
    if (document.languageId === 'yaml') return this.isCatalogueFile(document.uri) ? 'catalogue' : 'other';
    return document.languageId === 'markdown' || document.languageId === 'plaintext' ? 'specification' : 'other';
  }

  /** Settings as a client sends them; a client that can be asked is asked again. */
  setSettings(settings: Settings): void {
    this.pushedSettings = settings;
    this.forgetSettings();
  }

  setOptions(options: Partial<SessionOptions>): void {
    this.options = { ...this.options, ...options };
    this.askedSettings.clear();
    this.forget(new Set(['config', 'catalogue']));
  }

  forgetSettings(): void {
    this.askedSettings.clear();
    this.nothingHolds();
  }

  private isCatalogueFile(uri: string): boolean {
    return keyOf(uri).includes(`/${workspaceFolderName}/`) || this.catalogues.concern(uri);
  }

  /** Resolves when what is being typed into configuration or catalogue files has been taken in. */
  async settled(): Promise<void> {
    await this.settling?.promise;
  }

  /** Configuration or catalogue files are being edited: they are read anew once the typing pauses. */
  private groundEdited(kind: DocumentKind): void {
    if (kind !== 'config' && kind !== 'catalogue') return;
    let resolve = this.settling?.resolve;
    const promise = this.settling?.promise ?? new Promise<void>((done) => (resolve = done));
    const kinds = new Set([...(this.settling?.kinds ?? []), kind]);
    this.settling?.cancel();
    const cancel = this.host.timer.after(pause, () => {
      this.settling = undefined;
      this.forget(kinds);
      resolve?.();
    });
    this.settling = { promise, resolve: resolve!, cancel, kinds };
  }

  /** Files changed on disk; those we depend on are read again. */
  filesChanged(uris: readonly string[]): void {
    const kinds = new Set(
      uris.map((uri): DocumentKind => {
        if (nameOf(uri) === configFileName) return 'config';
        if (/\.ya?ml$/i.test(uri)) return this.isCatalogueFile(uri) ? 'catalogue' : 'other';
        return 'specification';
      }),
    );
    if (kinds.has('config') || kinds.has('catalogue')) this.forget(kinds);
    if (kinds.has('specification')) this.files.fire();
  }

  /** What was read of these kinds no longer holds. A changed configuration does not cost the catalogue it still names. */
  private forget(kinds: ReadonlySet<DocumentKind>): void {
    if (kinds.has('config')) this.configurations.forget();
    if (kinds.has('catalogue')) this.catalogues.forget();
    this.nothingHolds();
  }

  async settingsOf(uri: string | undefined): Promise<Settings> {
    const { askSettings } = this.options;
    if (!askSettings) return this.pushedSettings;
    const folder = uri === undefined ? undefined : this.folderOf(uri);
    let asked = this.askedSettings.get(folder ?? '');
    if (!asked) {
      asked = askSettings(folder).catch((error) => {
        this.host.log.error(`workspace/configuration: ${error}`);
        return this.pushedSettings;
      });
      this.askedSettings.set(folder ?? '', asked);
    }
    return asked;
  }

  /** The workspace folder a document lies in; the innermost of nested ones. */
  folderOf(uri: string): string | undefined {
    return this.options.folders.filter((folder) => isWithin(folder, uri)).sort((a, b) => b.length - a.length)[0];
  }

  async groundOf(uri: string): Promise<Ground> {
    const settings = await this.settingsOf(uri);
    const configuration = await this.configurations.of(uri, settings.config);
    return { configuration, catalogue: await this.catalogues.of(configuration, this.folderOf(uri)) };
  }

  /**
   * The findings of an open specification in its current revision; `undefined` for any other document, or when the question was
   * withdrawn. Analyses at most once a revision; a newer revision ends the run of an older one.
   */
  async inspect(uri: string, token?: CancellationToken): Promise<Analysis | undefined> {
    for (let yielded = false; ; ) {
      const document = this.documents.get(uri);
      if (!document || token?.isCancellationRequested || this.kindOf(document) !== 'specification') return undefined;
      const reading = this.readingOf(document);
      const key = this.keyFor(document);
      if (reading.key === key) return reading.analysis;
      const ground = await this.groundOf(uri);
      if (reading.running) await reading.running;
      else if (!yielded) {
        // Messages that wait are handled first: an edit or a withdrawal among them spares this run.
        await this.host.timer.yield();
        yielded = true;
      } else if (this.keyFor(document) === key && reading.key !== key) {
        const wanted = () => this.documents.get(uri) === document && this.keyFor(document) === key && !token?.isCancellationRequested;
        const run = this.run(document, reading, ground, wanted);
        reading.running = run.then(
          () => undefined,
          () => undefined,
        );
        try {
          await run;
        } finally {
          reading.running = undefined;
        }
      }
    }
  }

  /** Analyses one revision, in slices; stops without a trace when it is no longer wanted. */
  private async run(document: TextDocument, reading: Reading, { configuration, catalogue }: Ground, wanted: () => boolean): Promise<void> {
    const { timer } = this.host;
    const key = this.keyFor(document);
    const request = requestFor(
      document.getText(),
      document.languageId,
      configuration.config,
      isoDay(new Date(timer.today())),
      reading.replaced ? undefined : reading.change,
    );
    let steps = analyseInSteps(request, catalogue.compiled, reading.cache);
    let until = timer.now() + slice;
    for (;;) {
      let step: IteratorResult<void, Analysis>;
      try {
        step = steps.next();
      } catch (error) {
        if (reading.analysis === undefined) throw error;
        // A fault of the incremental way must not keep the writer from findings: once more, from nothing.
        this.host.log.error(`${document.uri}: ${error instanceof Error ? error.stack : error}`);
        reading.cache = new AnalysisCache();
        reading.analysis = undefined;
        steps = analyseInSteps({ ...request, change: undefined }, catalogue.compiled, reading.cache);
        continue;
      }
      if (step.done) {
        reading.analysis = step.value;
        reading.key = key;
        reading.change = undefined;
        reading.replaced = false;
        this.inspected.fire(document.uri);
        return;
      }
      if (timer.now() < until) continue;
      await timer.yield();
      if (!wanted()) return;
      until = timer.now() + slice;
    }
  }

  private readingOf(document: TextDocument): Reading {
    let reading = this.readings.get(document);
    if (!reading) {
      reading = { cache: new AnalysisCache() };
      this.readings.set(document, reading);
    }
    return reading;
  }

  /** Stamp of everything an analysis depends on. */
  private keyFor(document: TextDocument): string {
    return `${document.version} ${this.generation}`;
  }

  /** Applies the edits of one notification and remembers what they touched. */
  private update(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    const reading = this.readings.get(document);
    this.typing.edited(document, typedAt(document, changes));
    for (const change of changes) {
      if (reading && 'range' in change) {
        const [start, end] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)].sort((a, b) => a - b);
        reading.change = joinChanges(reading.change, { start: start!, end: end!, length: change.text.length });
      } else if (reading) {
        reading.replaced = true;
      }
      TextDocument.update(document, [change], version);
    }
    return document;
  }

  private nothingHolds(): void {
    this.generation++;
    this.stale.fire();
  }
}

/** Offset behind the one character that was typed; `undefined` for any other edit. */
function typedAt(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): number | undefined {
  const [change] = changes;
  if (changes.length !== 1 || !change || !('range' in change) || change.text.length !== 1 || change.text === '\n') return undefined;
  const start = document.offsetAt(change.range.start);
  return document.offsetAt(change.range.end) === start ? start + 1 : undefined;
}
