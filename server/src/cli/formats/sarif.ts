import type { Artifact, Location, Log, Region, Result } from 'sarif';
import type { Range } from 'vscode-languageserver-types';
import { type RuleId, ruleIds, type Severity } from '../../core/findings';
import { ruleTitle } from '../../core/messages/index';
import { encode } from '../../uri';
import type { DetailedFinding, FileReport } from '../report';
import type { Format } from './index';

/** SARIF knows no hint: it is a note, its own severity stands in `properties`. */
const levels: Record<Severity, Result.level> = { warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0 for code-scanning services and editors. Lines and columns from 1; findings set aside carry their reason. */
export const sarif: Format = ({ files, failed, locale }, { version }) => {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Grünstift',
            semanticVersion: version,
            language: locale,
            rules: ruleIds.map((id) => ({ id, shortDescription: { text: ruleTitle(id, locale) } })),
          },
        },
        language: locale,
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ path, language }): Artifact => ({ location: location(path), sourceLanguage: language })),
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            ...(failed.length === 0
              ? {}
              : {
                  toolExecutionNotifications: failed.map(({ path, message }) => ({
                    level: 'error' as const,
                    message: { text: message },
                    locations: [{ physicalLocation: { artifactLocation: location(path) } }],
                  })),
                }),
          },
        ],
        results: files.flatMap((file, index) => [...file.findings, ...file.setAside].map((finding) => result(file, index, finding))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function result({ path }: FileReport, artifact: number, finding: DetailedFinding): Result {
  const { rule, severity, message, range, related, fingerprint, criterion, norm, edits, setAside } = finding;
  const place = (at: Range): Location => ({
    physicalLocation: { artifactLocation: { ...location(path), index: artifact }, region: region(at) },
  });
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule as RuleId),
    level: levels[severity],
    message: { text: message },
    locations: [place(range)],
    ...(related ? { relatedLocations: related.map((at) => ({ ...place(at.range), message: { text: at.message } })) } : {}),
    partialFingerprints: { 'gruenstift/v1': fingerprint },
    ...(edits.length === 0
      ? {}
      : {
          fixes: edits.map((fix) => ({
            description: { text: fix.title },
            artifactChanges: [
              {
                artifactLocation: { ...location(path), index: artifact },
                replacements: fix.edits.map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.text } })),
              },
            ],
          })),
        }),
    ...(setAside
      ? { suppressions: [{ kind: setAside.outside ? ('external' as const) : ('inSource' as const), justification: setAside.reason }] }
      : {}),
    properties: { severity, ...(criterion === undefined ? {} : { criterion }), ...(norm === undefined ? {} : { norm }) },
  };
}

function region({ start, end }: Range): Region {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** Relative paths hang on the root of the checkout; absolute ones are `file:` addresses. */
function location(path: string): { uri: string; uriBaseId?: string } {
  const steps = path
    .replaceAll('\\', '/')
    .split('/')
    .map((step) => (/^[A-Za-z]:$/.test(step) ? step : encode(step)));
  const uri = steps.join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:/.test(path) ? { uri: `file:///${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}
