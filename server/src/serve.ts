/** Puts a session behind a connection: initialize, settings, files, features, farewell. The same for every place the server runs in. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { cataloguePatterns } from './catalogues';
import { configFileName } from './configuration';
import { guardEvent, type Server } from './features/feature';
import { features } from './features/index';
import type { Host } from './host';
import type { InitializationOptions } from './protocol';
import { specificationPatterns } from './request';
import { Session } from './session';
import { readSettings } from './settings';

const section = 'gruenstift';

/** @param hostFor makes the host once the client has said what it can do. */
export function serve(connection: Connection, version: string, hostFor: (options: InitializationOptions) => Host): void {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = optionsOf(params);
    const client = params.capabilities;
    const session = new Session(hostFor(options), {
      ...options,
      locale: params.locale,
      folders: foldersOf(params),
      ...(client.workspace?.configuration
        ? { askSettings: async (uri) => readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section })) }
        : {}),
    });
    const server: Server = { connection, session, client };
    if (options.settings !== undefined) session.setSettings(readSettings(options.settings));
    session.documents.listen(connection);
    for (const feature of features) feature.register(server);
    listen(server);
    return {
      serverInfo: { name: 'Grünstift', version },
      capabilities: Object.assign({}, ownCapabilities, ...features.map((feature) => feature.capabilities?.(client) ?? {})),
    };
  });
  // Work in progress ends with the process; there is nothing to save.
  connection.onShutdown(() => {});
  connection.listen();
}

const ownCapabilities: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Settings, folders and files, from the moment the client is ready. */
function listen(server: Server): void {
  const { connection, session, client } = server;
  const fetchSettings = async () => {
    // The language of messages is one for the whole window.
    if (session.options.askSettings) session.setSettings(await session.settingsOf(undefined));
  };
  connection.onInitialized(
    guardEvent(server, 'initialized', async () => {
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section });
      }
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
        const patterns = [`**/${configFileName}`, ...cataloguePatterns, ...specificationPatterns];
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: patterns.map((globPattern) => ({ globPattern })),
        });
      }
      if (client.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          guardEvent(server, 'workspace/didChangeWorkspaceFolders', ({ added, removed }) => {
            const gone = new Set(removed.map((folder) => folder.uri));
            session.setOptions({
              folders: [...session.options.folders.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)],
            });
          }),
        );
      }
      await fetchSettings();
    }),
  );
  connection.onDidChangeConfiguration(
    guardEvent(server, 'workspace/didChangeConfiguration', async ({ settings }: { settings?: { gruenstift?: unknown } }) => {
      session.forgetSettings();
      if (session.options.askSettings) await fetchSettings();
      else session.setSettings(readSettings(settings?.gruenstift ?? settings));
    }),
  );
  connection.onDidChangeWatchedFiles(
    guardEvent(server, 'workspace/didChangeWatchedFiles', ({ changes }) => session.filesChanged(changes.map((change) => change.uri))),
  );
  session.documents.onDidSave(({ document }) => {
    // Without a watcher this is how we learn of other files: read again, at worst once too often.
    if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) session.filesChanged([document.uri]);
  });
}

/** Whatever a client sends: only fields of the right type count. */
function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
  const given: Record<string, unknown> =
    typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {};
  const text = (key: string) => (typeof given[key] === 'string' ? { [key]: given[key] } : {});
  return {
    ...text('rulePages'),
    ...text('catalogue'),
    ...text('selectCommand'),
    fileRequests: given.fileRequests === true,
    trusted: given.trusted !== false,
    ...(given.settings === undefined ? {} : { settings: given.settings }),
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map((folder) => folder.uri);
  return rootUri ? [rootUri] : [];
}
