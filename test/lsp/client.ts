/**
 * A real protocol client for the built server over standard input and output. What the server says and nobody reads fails the test:
 * error messages, requests that are not expected, words on standard error, an exit that is not clean.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type MessageConnection,
  MessageType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const serverBundle = join(process.cwd(), 'dist/server.js');

/** What VS Code can do, as far as this server cares. */
export const capable: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] }, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { disabledSupport: true, isPreferredSupport: true, codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

/** A client that can do next to nothing: it waits for diagnostics and knows no snippets. */
export const modest: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** Files of a workspace folder made for this test, by relative path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Answer to `workspace/configuration`. */
  settings?: unknown;
}

export class Client {
  readonly documents = new Map<string, TextDocument>();
  readonly pushed: PublishDiagnosticsParams[] = [];
  readonly registrations: string[] = [];
  readonly notifications: { method: string; params: unknown }[] = [];
  refreshes = 0;
  settings: unknown;
  private readonly errors: string[] = [];
  private readonly waiting = new Set<() => void>();
  initialized!: InitializeResult;

  private constructor(
    readonly connection: ProtocolConnection,
    readonly process: ChildProcess,
    /** URI of the workspace folder. */
    readonly folder: string,
    private readonly path: string,
  ) {}

  static async start(options: Options = {}): Promise<Client> {
    assert.ok(existsSync(serverBundle), 'run `npm run build` first');
    const path = await mkdtemp(join(tmpdir(), 'gruenstift-lsp-'));
    for (const [name, content] of Object.entries(options.files ?? {})) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    }
    const process_ = spawn(process.execPath, [serverBundle, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const connection = createProtocolConnection(new StreamMessageReader(process_.stdout!), new StreamMessageWriter(process_.stdin!));
    const client = new Client(connection, process_, pathToFileURL(path).href, path);
    client.settings = options.settings ?? {};
    client.listen();
    const folders = [{ uri: client.folder, name: 'test' }];
    client.initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: client.folder,
      workspaceFolders: folders,
      capabilities: options.capabilities ?? capable,
      locale: options.locale ?? 'de',
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  uri(name: string): string {
    return `${this.folder}/${name}`;
  }

  async write(name: string, content: string): Promise<string> {
    await mkdir(dirname(join(this.path, name)), { recursive: true });
    await writeFile(join(this.path, name), content);
    return this.uri(name);
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.path, name));
  }

  async open(name: string, text: string, languageId = 'markdown'): Promise<string> {
    const uri = name.includes(':') ? name : this.uri(name);
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  async change(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.documents.get(uri)!;
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }

  /** Replaces the first occurrence of some words by an incremental edit. */
  async replace(uri: string, words: string, by: string): Promise<void> {
    const document = this.documents.get(uri)!;
    const at = document.getText().indexOf(words);
    assert.ok(at >= 0, `"${words}" does not occur`);
    const range = { start: document.positionAt(at), end: document.positionAt(at + words.length) };
    await this.change(uri, [{ range, text: by }]);
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.documents.get(uri)!.getText();
  }

  /** The next diagnostics pushed for a document in its current revision. */
  async pushedFor(uri: string): Promise<Diagnostic[]> {
    const version = this.documents.get(uri)?.version;
    const found = () => this.pushed.findIndex((params) => params.uri === uri && (version === undefined || params.version === version));
    await this.until(() => found() >= 0, `diagnostics of ${uri} in version ${version}`);
    const [params] = this.pushed.splice(found(), 1);
    return params!.diagnostics;
  }

  /** Waits until something the server sends makes the condition true. */
  async until(condition: () => boolean, what: string, milliseconds = 5000): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(check);
        reject(new Error(`waited ${milliseconds} ms for ${what}`));
      }, milliseconds);
      const check = () => {
        if (!condition()) return;
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve();
      };
      this.waiting.add(check);
    });
  }

  /** Applies an edit as an editor does and tells the server; holes of snippets are filled with their names. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    const changes =
      edit.documentChanges ?? Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
    for (const change of changes) {
      assert.ok('edits' in change);
      const { uri, version } = change.textDocument;
      const document = this.documents.get(uri)!;
      if (version !== null) assert.equal(version, document.version, 'the edit is for another revision');
      const edits = change.edits
        .map((one) => ({
          range: one.range,
          text: 'newText' in one ? one.newText : one.snippet.value.replace(/\$\{\d+:([^}]*)\}|\$\d/g, '$1'),
        }))
        .sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
      await this.change(uri, edits);
    }
  }

  /** Error messages of the server so far; reading them settles them. */
  readErrors(): string[] {
    return this.errors.splice(0);
  }

  /** Ends the server as an editor does, and fails on everything unread. */
  async stop(): Promise<void> {
    const exited = new Promise<number | null>((resolve) => this.process.on('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await exited;
    this.connection.dispose();
    await rm(this.path, { recursive: true, force: true });
    assert.deepEqual(this.errors, [], 'the server complained');
    assert.equal(code, 0, 'the server did not end cleanly');
  }

  private listen(): void {
    const { connection } = this;
    const told = () => {
      for (const check of [...this.waiting]) check();
    };
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.pushed.push(params);
      told();
    });
    connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === MessageType.Error || type === MessageType.Warning) this.errors.push(message);
      told();
    });
    (connection as unknown as MessageConnection).onNotification((method, params) => {
      this.notifications.push({ method, params });
      if (method !== 'gruenstift/statusChanged') this.errors.push(`unexpected notification ${method}`);
      told();
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations.map((registration) => registration.method));
      told();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => this.settings));
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      told();
      return null;
    });
    this.process.stderr!.on('data', (chunk) => this.errors.push(`standard error: ${chunk}`));
    connection.listen();
  }
}
