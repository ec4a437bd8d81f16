/** `gruenstift/status`: what the language status item shows about a document; and word when it may have changed. */

import { contentHash } from '../core/catalogue/hash';
import { local, textsOf } from '../core/messages/index';
import { shownLimit } from '../diagnosticsOf';
import { problemsOf } from '../problems';
import {
  type StatusChangedParams,
  type StatusParams,
  type StatusResult,
  statusChangedMethod,
  statusMethod,
  trustedMethod,
} from '../protocol';
import { type Feature, guard, guardEvent, type Server } from './feature';

/** Milliseconds in which further analyses are waited for before the client is told. */
const tellDelay = 100;

export const status: Feature = {
  register(server) {
    const { connection, session } = server;
    /** Documents whose status was asked for, with a hash of the answer: only they are spoken of. */
    const told = new Map<string, string>();
    connection.onRequest(
      statusMethod,
      guard(server, statusMethod, null, async ({ uri }: StatusParams, token): Promise<StatusResult | null> => {
        const result = await statusOf(server, uri, token);
        if (result) told.set(uri, contentHash(JSON.stringify(result)));
        return result;
      }),
    );
    connection.onRequest(
      trustedMethod,
      guard(server, trustedMethod, null, () => {
        session.setOptions({ trusted: true });
        return null;
      }),
    );
    let waiting: Set<string> | undefined;
    const tell = guardEvent(server, statusChangedMethod, async () => {
      const changed: string[] = [];
      for (const uri of waiting ?? []) {
        const result = await statusOf(server, uri);
        if (result && told.get(uri) !== contentHash(JSON.stringify(result))) changed.push(uri);
      }
      waiting = undefined;
      if (changed.length > 0) await connection.sendNotification(statusChangedMethod, { uris: changed } satisfies StatusChangedParams);
    });
    session.onInspected((uri) => {
      if (!told.has(uri)) return;
      if (waiting) waiting.add(uri);
      else {
        waiting = new Set([uri]);
        session.host.timer.after(tellDelay, tell);
      }
    });
    session.documents.onDidClose(({ document }) => told.delete(document.uri));
  },
};

async function statusOf({ session }: Server, uri: string, token?: Parameters<typeof session.inspect>[1]): Promise<StatusResult | null> {
  const analysis = await session.inspect(uri, token);
  if (!analysis) return null;
  const { configuration, catalogue } = await session.groundOf(uri);
  const { locale } = session;
  const records = catalogue.compiled.catalogue;
  const { level = 1, regime } = analysis.context;
  const counts = { warning: 0, information: 0, hint: 0 };
  for (const finding of analysis.findings) counts[finding.severity]++;
  return {
    products: analysis.products.map(({ id }) => {
      const product = records.products.get(id);
      return { id, name: product ? local(product.name, locale) : id };
    }),
    language: analysis.language,
    level,
    levelName: textsOf(locale).words.levels[level] ?? String(level),
    ...(regime ? { regime: regimeNames[regime] } : {}),
    counts,
    notShown: Math.max(0, analysis.findings.length - shownLimit),
    catalogue: { version: records.version.slice(0, 7), criteria: records.criteria.size, layers: catalogue.layers() },
    problems: problemsOf(configuration, catalogue, locale),
  };
}

const regimeNames = { vgv: 'VgV', uvgo: 'UVgO', 'vob-a': 'VOB/A', 'vob-a-eu': 'VOB/A EU', sektvo: 'SektVO', konzvgv: 'KonzVgV' } as const;
