/**
 * `textDocument/diagnostic` for clients that ask, `textDocument/publishDiagnostics` for those that wait. An answer carries the hash of
 * what is shown; asked again with that hash, an unchanged result is only named.
 */

import type { CancellationToken, DocumentDiagnosticReport, FullDocumentDiagnosticReport, ServerCapabilities } from 'vscode-languageserver';
import { type Diagnostic, DiagnosticSeverity, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { contentHash } from '../core/catalogue/hash';
import { diagnosticsOfCatalogue, diagnosticsOfFindings, type Presentation, presentationOf, source } from '../diagnosticsOf';
import { problemsOf } from '../problems';
import { isoDay } from '../request';
import { rulePageOf } from '../rulePage';
import { typingPause } from '../typing';
import { keyOf } from '../uri';
import { type Feature, guard, guardEvent, type Server } from './feature';

/** Milliseconds without an edit before a client that waits is told. Clients that ask keep their own pace. */
const pushDelay = 150;
/** Milliseconds in which changes of files and settings are gathered before everything is shown anew. */
const staleDelay = 200;

const nothing: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

export const diagnostics: Feature = {
  capabilities: (client): ServerCapabilities =>
    client.textDocument?.diagnostic
      ? { diagnosticProvider: { identifier: 'gruenstift', interFileDependencies: false, workspaceDiagnostics: true } }
      : {},

  register(server) {
    if (server.client.textDocument?.diagnostic) answerPulls(server);
    else push(server);
  },
};

export function presentation({ session, client }: Server): Presentation {
  return presentationOf(client, session.locale, (rule) => rulePageOf(session, rule));
}

/**
 * What an open document shows now; empty for documents we do not know and for withdrawn questions.
 * @param later called when marks are held back because their sentence is being typed: ask again after {@link typingPause}. Without it nothing is held.
 */
export async function shownFor(server: Server, uri: string, token?: CancellationToken, later?: () => void): Promise<Diagnostic[]> {
  const { session } = server;
  const document = session.documents.get(uri);
  switch (document && session.kindOf(document)) {
    case 'specification': {
      const analysis = await session.inspect(uri, token);
      if (!analysis) return [];
      const { show, held } = later ? session.typing.sift(document!, analysis.findings) : { show: analysis.findings, held: 0 };
      if (held > 0) later?.();
      return diagnosticsOfFindings(document!, { ...analysis, findings: show }, presentation(server));
    }
    case 'catalogue':
      await session.settled();
      return token?.isCancellationRequested ? [] : catalogueProblems(server, uri);
    case 'config':
      await session.settled();
      return configProblems(server, uri);
    default:
      return [];
  }
}

/** Problems of a catalogue file: as part of its layer where it is one, else by itself on top of the catalogue in force. */
async function catalogueProblems({ session }: Server, uri: string): Promise<Diagnostic[]> {
  const { catalogue } = await session.groundOf(uri);
  const path = catalogue.files.get(keyOf(uri));
  if (path !== undefined) {
    const problems = [...catalogue.problems.filter((problem) => problem.path === path), ...(await catalogue.examplesOf(path))];
    return diagnosticsOfCatalogue(problems, session.locale);
  }
  const text = session.documents.get(uri)?.getText() ?? '';
  const { checkCatalogue } = await import('../catalogueCheck');
  const today = isoDay(new Date(session.host.timer.today()));
  const { problems } = checkCatalogue([{ name: 'file', files: [{ path: uri, text }] }], { base: catalogue.compiled.catalogue, today });
  return diagnosticsOfCatalogue(problems, session.locale);
}

/** Wrong keys and values, and layers that cannot be read. */
async function configProblems({ session }: Server, uri: string): Promise<Diagnostic[]> {
  const { configuration, catalogue } = await session.groundOf(uri);
  const problems = problemsOf(configuration, catalogue, session.locale).filter((problem) => keyOf(problem.uri) === keyOf(uri));
  return problems.map(({ range, message, severity }) => ({
    range,
    message,
    source,
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
  }));
}

function answerPulls(server: Server): void {
  const { connection, session, client } = server;
  let cancel: (() => void) | undefined;
  const refreshAfter = (delay: number) => {
    cancel?.();
    cancel = session.host.timer.after(
      delay,
      guardEvent(server, 'workspace/diagnostic/refresh', () => connection.languages.diagnostics.refresh()),
    );
  };
  const canRefresh = client.workspace?.diagnostics?.refreshSupport === true;
  const later = canRefresh ? () => refreshAfter(typingPause) : undefined;
  connection.languages.diagnostics.on(
    guard<{ textDocument: { uri: string }; previousResultId?: string }, DocumentDiagnosticReport, []>(
      server,
      'textDocument/diagnostic',
      nothing,
      async ({ textDocument, previousResultId }, token) => {
        const items = await shownFor(server, textDocument.uri, token, later);
        const resultId = contentHash(JSON.stringify(items));
        if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    ),
  );
  if (canRefresh) session.onStale(() => refreshAfter(staleDelay));
}

function push(server: Server): void {
  const { connection, session } = server;
  const waiting = new Map<string, () => void>();
  const known = new Set<string>();
  const send = guardEvent(server, 'textDocument/publishDiagnostics', async (uri: string) => {
    waiting.delete(uri);
    known.add(uri);
    const document = session.documents.get(uri);
    if (!document) return;
    const { version } = document;
    const items = await shownFor(server, uri, undefined, () => sendAfter(uri, typingPause));
    // An edit that came in between has its own turn waiting.
    if (session.documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics: items });
  });
  const sendAfter = (uri: string, delay: number) => {
    waiting.get(uri)?.();
    waiting.set(
      uri,
      session.host.timer.after(delay, () => send(uri)),
    );
  };
  // An opened document is read at once; `onDidChangeContent` tells of it too.
  session.documents.onDidChangeContent(({ document }) => sendAfter(document.uri, known.has(document.uri) ? pushDelay : 0));
  const forget = guardEvent(server, 'textDocument/didClose', async (uri: string) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    known.delete(uri);
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  session.documents.onDidClose(({ document }) => forget(document.uri));
  session.onStale(() => {
    for (const { uri } of session.documents.all()) sendAfter(uri, staleDelay);
  });
}
