/**
 * `textDocument/codeAction`: the fixes of the marks in the range, the actions that set a mark aside with a reason, and
 * `source.fixAll.gruenstift` for what may be changed without looking. Reads the findings; analyses nothing itself.
 */
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit as LspEdit,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../core/analyse';
import type { Finding, Fix, TextEdit } from '../core/findings';
import { fixesOf, ignoreEdit, ignoreTitle, safeEdits, waiveEdit, waiveTitle } from '../core/fixes/index';
import { textsOf } from '../core/messages/index';
import { source } from '../diagnosticsOf';
import { rangeOf } from '../places';
import { escapeSnippet, plainOfSnippet } from '../snippet';
import { say } from '../texts';
import { type Feature, guard, type Server } from './feature';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.gruenstift`;
/** Setting a mark aside: a kind of its own, so that a command can offer only these. */
export const ignoreKind = `${CodeActionKind.QuickFix}.ignore.gruenstift`;

/** A mark for many missing criteria offers to waive these many; all of them when only such actions are asked for. */
const waiversInMenu = 3;

export const codeAction: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, ignoreKind, fixAllKind] } }),

  register(server) {
    server.connection.onCodeAction(
      guard(
        server,
        'textDocument/codeAction',
        [],
        async ({ textDocument, range, context }: CodeActionParams, token): Promise<CodeAction[]> => {
          const analysis = await server.session.inspect(textDocument.uri, token);
          const document = server.session.documents.get(textDocument.uri);
          if (!analysis || !document) return [];
          const wanted = (kind: string) => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
          const asked = context.only !== undefined;
          const actions: CodeAction[] = [];
          const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
          const benches = analysis.findings
            .filter((finding) => finding.start <= end && start <= finding.end)
            .map((finding): Bench => ({ server, document, analysis, finding, diagnostics: ofFinding(context.diagnostics, finding) }));
          if (wanted(CodeActionKind.QuickFix)) actions.push(...benches.flatMap(fixes));
          // Behind all fixes: setting aside is the last resort. A command that asks for nothing else gets every waiver.
          const waivers = asked && !wanted(CodeActionKind.QuickFix) ? Number.POSITIVE_INFINITY : waiversInMenu;
          if (wanted(ignoreKind)) actions.push(...benches.flatMap((bench) => setAside(bench, waivers)));
          // Offered only when asked for: it is no answer to the mark at the cursor.
          if (asked && wanted(fixAllKind)) actions.push(...fixAll(server, document, analysis));
          return actions;
        },
      ),
    );
  },
};

/** All an action is made of. */
interface Bench {
  readonly server: Server;
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly finding: Finding;
  readonly diagnostics: Diagnostic[];
}

function ofFinding(diagnostics: readonly Diagnostic[], finding: Finding): Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.source === source && diagnostic.data?.fingerprint === finding.fingerprint);
}

function fixes({ server, document, analysis, finding, diagnostics }: Bench): CodeAction[] {
  const { client, session } = server;
  const canDisable = client.textDocument?.codeAction?.disabledSupport === true;
  const actions: CodeAction[] = [];
  for (const fix of fixesOf(analysis, finding, session.locale)) {
    const action: CodeAction = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics };
    if (fix.disabled !== undefined) {
      if (canDisable) actions.push({ ...action, disabled: { reason: fix.disabled } });
      continue;
    }
    if (fix.preferred) action.isPreferred = true;
    actions.push({ ...action, edit: workspaceEdit(client, document, fix) });
  }
  return actions;
}

/** Directives that ignore the mark or waive its criteria; the reason stands as a placeholder to be typed over. */
function setAside({ server, document, analysis, finding, diagnostics }: Bench, waivers: number): CodeAction[] {
  const { client, session } = server;
  const { locale } = session;
  const reason = textsOf(locale).phrases.reasonHole;
  const action = (title: string, edit: TextEdit): CodeAction => {
    const at = edit.text.lastIndexOf(reason);
    const snippet = `${escapeSnippet(edit.text.slice(0, at))}\${1:${escapeSnippet(reason)}}${escapeSnippet(edit.text.slice(at + reason.length))}`;
    const made: CodeAction = {
      title,
      kind: ignoreKind,
      diagnostics,
      edit: workspaceEdit(client, document, { edits: [{ ...edit, text: snippet }], snippet: true }),
    };
    const { selectCommand } = session.options;
    if (canInsertSnippets(client) || selectCommand === undefined) return made;
    const start = document.positionAt(edit.start);
    const lines = edit.text.slice(0, at).split(/\r\n|\r|\n/);
    const line = start.line + lines.length - 1;
    const character = (lines.length === 1 ? start.character : 0) + lines.at(-1)!.length;
    const range = { start: { line, character }, end: { line, character: character + reason.length } };
    return { ...made, command: { title, command: selectCommand, arguments: [document.uri, range] } };
  };
  if (finding.rule === 'bad-marker') return [];
  if (finding.rule !== 'missing-criterion') return [action(ignoreTitle(finding.rule, locale), ignoreEdit(analysis, finding, reason))];
  const missing = (finding.data as { criteria?: readonly string[] } | undefined)?.criteria ?? [];
  return [
    ...missing.slice(0, waivers).map((id) => action(waiveTitle(analysis, id, locale), waiveEdit(analysis, finding, id, reason))),
    action(ignoreTitle(finding.rule, locale), ignoreEdit(analysis, finding, reason)),
  ];
}

function fixAll({ client, session }: Server, document: TextDocument, analysis: Analysis): CodeAction[] {
  const edits = safeEdits(analysis);
  if (edits.length === 0) return [];
  return [{ title: say(session.locale, 'action-fix-all'), kind: fixAllKind, edit: workspaceEdit(client, document, { edits }) }];
}

function canInsertSnippets(client: ClientCapabilities): boolean {
  const { snippetEditSupport, documentChanges } = client.workspace?.workspaceEdit ?? {};
  return snippetEditSupport === true && documentChanges === true;
}

/** Edits bound to the revision they were made for, where the client can hold them to it. */
function workspaceEdit(
  client: ClientCapabilities,
  document: TextDocument,
  { edits, snippet }: Pick<Fix, 'edits' | 'snippet'>,
): WorkspaceEdit {
  const asSnippet = snippet === true && canInsertSnippets(client);
  const plain = (edit: TextEdit): LspEdit => ({ range: rangeOf(document, edit), newText: snippet ? plainOfSnippet(edit.text) : edit.text });
  if (client.workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [document.uri]: edits.map(plain) } };
  const change: TextDocumentEdit = {
    textDocument: { uri: document.uri, version: document.version },
    edits: edits.map((edit) =>
      asSnippet
        ? ({ range: rangeOf(document, edit), snippet: { kind: 'snippet', value: edit.text } } satisfies SnippetTextEdit)
        : plain(edit),
    ),
  };
  return { documentChanges: [change] };
}
