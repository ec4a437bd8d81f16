/** `textDocument/hover`: what the mark under the cursor means, with norm, reason and source. */
import { type Hover, MarkupKind } from 'vscode-languageserver';
import { hoverText } from '../hoverText';
import { rangeOf } from '../places';
import { rulePageOf } from '../rulePage';
import { type Feature, guard } from './feature';

/** Of marks that lie on each other at most this many are explained; the shortest, most specific ones. */
const explained = 3;

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),

  register(server) {
    const { connection, session, client } = server;
    const markdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
    connection.onHover(
      guard(server, 'textDocument/hover', null, async ({ textDocument, position }, token): Promise<Hover | null> => {
        const analysis = await session.inspect(textDocument.uri, token);
        const document = session.documents.get(textDocument.uri);
        if (!analysis || !document) return null;
        const offset = document.offsetAt(position);
        const marks = analysis.findings
          .filter((finding) => finding.start <= offset && offset <= finding.end)
          .sort((a, b) => a.end - a.start - (b.end - b.start))
          .slice(0, explained);
        const [first] = marks;
        if (!first) return null;
        const value = marks
          .map((finding) =>
            hoverText(finding, analysis.spec.compiled.catalogue, {
              locale: session.locale,
              markdown,
              rulePage: rulePageOf(session, finding.rule),
            }),
          )
          .join(markdown ? '\n\n---\n\n' : '\n\n');
        return { range: rangeOf(document, first), contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
      }),
    );
  },
};
