/**
 * `workspace/diagnostic`: findings of specifications that are not open, file by file, with progress. A client that takes partial results
 * asks again and again; while nothing has changed, its question is kept until something does.
 */

import type {
  CancellationToken,
  ResultProgressReporter,
  WorkDoneProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver';
import {
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { AnalysisCache, analyse } from '../core/analyse';
import { contentHash } from '../core/catalogue/hash';
import { diagnosticsOfFindings } from '../diagnosticsOf';
import { formatOf, isoDay, requestFor, specificationPatterns } from '../request';
import { say } from '../texts';
import { keyOf, nameOf } from '../uri';
import { presentation, shownFor } from './diagnostics';
import { type Feature, guard, type Server } from './feature';

type Report = WorkspaceDocumentDiagnosticReport;
/** What was shown for a file whose text and ground are still the same need not be found again. */
interface Shown {
  readonly text: string;
  readonly stamp: number;
  readonly resultId: string;
}

export const workspaceDiagnostics: Feature = {
  register(server) {
    const { connection, session, client } = server;
    if (!client.textDocument?.diagnostic) return;
    const shown = new Map<string, Shown>();
    connection.languages.diagnostics.onWorkspace(
      guard(
        server,
        'workspace/diagnostic',
        { items: [] },
        async (
          params: WorkspaceDiagnosticParams,
          token: CancellationToken,
          work: WorkDoneProgressReporter,
          partial?: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>,
        ): Promise<WorkspaceDiagnosticReport> => {
          const known = new Map(params.previousResultIds.map(({ uri, value }) => [keyOf(uri), value]));
          for (;;) {
            const change = nextChange(server, token);
            try {
              const { scope } = await session.settingsOf(undefined);
              const reports = scope === 'workspace' ? await readAll(server, shown, known, token, work, partial) : [];
              const news = reports.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
              if (!partial || news || token.isCancellationRequested) return { items: partial ? [] : reports };
              await change.happened;
            } finally {
              change.dispose();
            }
          }
        },
      ),
    );
  },
};

async function readAll(
  server: Server,
  shown: Map<string, Shown>,
  known: ReadonlyMap<string, string>,
  token: CancellationToken,
  work: WorkDoneProgressReporter,
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<Report[]> {
  const { session } = server;
  const { host } = session;
  const uris: string[] = [];
  for (const folder of session.options.folders) uris.push(...(await host.findFiles(folder, specificationPatterns)));
  work.begin(say(session.locale, 'progress-workspace'), 0, undefined, true);
  const reports: Report[] = [];
  const living = new Set<string>();
  try {
    for (const [index, uri] of uris.entries()) {
      if (token.isCancellationRequested) break;
      living.add(uri);
      const report = await reportFor(server, uri, shown, known.get(keyOf(uri)), token);
      if (report) {
        reports.push(report);
        if (report.kind === DocumentDiagnosticReportKind.Full) partial?.report({ items: [report] });
      }
      if (index % 20 === 19) work.report(Math.round((100 * (index + 1)) / uris.length), nameOf(uri));
      await host.timer.yield();
    }
  } finally {
    work.done();
  }
  if (!token.isCancellationRequested) {
    for (const uri of shown.keys()) {
      if (living.has(uri)) continue;
      // The file is gone: so are its marks.
      shown.delete(uri);
      const gone: Report = { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
      reports.push(gone);
      partial?.report({ items: [gone] });
    }
  }
  return reports;
}

async function reportFor(
  server: Server,
  uri: string,
  shown: Map<string, Shown>,
  previous: string | undefined,
  token: CancellationToken,
): Promise<Report | undefined> {
  const { session } = server;
  const key = keyOf(uri);
  const open = session.documents.all().find((document) => keyOf(document.uri) === key);
  if (open) {
    const items = await shownFor(server, open.uri, token);
    const resultId = contentHash(JSON.stringify(items));
    return resultId === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, uri: open.uri, version: open.version, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, uri: open.uri, version: open.version, resultId, items };
  }
  const text = await session.host.readFile(uri);
  if (text === undefined) return undefined;
  const stamp = session.stamp;
  const last = shown.get(uri);
  const textHash = contentHash(text);
  if (last && last.text === textHash && last.stamp === stamp && last.resultId === previous) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId: last.resultId };
  }
  const { configuration, catalogue } = await session.groundOf(uri);
  const day = isoDay(new Date(session.host.timer.today()));
  const analysis = analyse(requestFor(text, nameOf(uri), configuration.config, day), catalogue.compiled, new AnalysisCache());
  const document = TextDocument.create(uri, formatOf(nameOf(uri)), 0, text);
  const items = diagnosticsOfFindings(document, analysis, presentation(server));
  const resultId = contentHash(JSON.stringify(items));
  shown.set(uri, { text: textHash, stamp, resultId });
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
}

/** Resolves when a file or setting changes, or the question is withdrawn. */
function nextChange({ session }: Server, token: CancellationToken): { happened: Promise<void>; dispose(): void } {
  let dispose = () => {};
  const happened = new Promise<void>((resolve) => {
    const listeners = [session.onStale(resolve), session.onFilesChanged(resolve), token.onCancellationRequested(() => resolve())];
    dispose = () => {
      for (const listener of listeners) listener.dispose();
    };
  });
  return { happened, dispose };
}
