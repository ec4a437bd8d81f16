/** What a check found, ready to be printed in any format. Positions as in LSP: from 0, UTF-16. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../core/analyse';
import type { Language } from '../core/context';
import { countCriteria } from '../core/facts/award';
import type { Finding, Fix, RuleId, Severity } from '../core/findings';
import { fixesOf } from '../core/fixes/index';
import { render } from '../core/messages/index';
import type { Span } from '../core/text/model';
import { rangeOf } from '../places';

export interface FindingReport {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  readonly criterion?: string;
  /** As cited, e.g. `§ 34 VgV`. */
  readonly norm?: string;
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean }[];
  readonly fingerprint: string;
}

/** A finding with what only some formats print. */
export interface DetailedFinding extends FindingReport {
  readonly edits: readonly { readonly title: string; readonly edits: readonly { readonly range: Range; readonly text: string }[] }[];
  /** Reason, for a finding set aside; `outside`: by `.gruenstift.yaml`, not in the text. */
  readonly setAside?: { readonly reason: string; readonly outside: boolean };
}

export interface FileReport {
  readonly path: string;
  readonly language: Language;
  readonly products: readonly string[];
  /** Number of award criteria the text states, 0 where it states none. */
  readonly awardCriteria: number;
  readonly findings: readonly DetailedFinding[];
  readonly setAside: readonly DetailedFinding[];
}

/** A file that could not be checked. */
export interface FailedFile {
  readonly path: string;
  readonly message: string;
}

export interface Report {
  readonly locale: Language;
  readonly files: readonly FileReport[];
  readonly failed: readonly FailedFile[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/** @param ignored fingerprints set aside by `.gruenstift.yaml`. */
export function reportFile(path: string, analysis: Analysis, ignored: ReadonlySet<string>, locale: Language): FileReport {
  const document = TextDocument.create('', '', 0, analysis.document.text);
  return {
    path,
    language: analysis.language,
    products: analysis.products.map((product) => product.id),
    awardCriteria: countCriteria(analysis.award),
    findings: analysis.findings.map((finding) => reportFinding(analysis, finding, document, locale)),
    setAside: analysis.suppressed.map(({ finding, reason }) => ({
      ...reportFinding(analysis, finding, document, locale),
      setAside: { reason, outside: ignored.has(finding.fingerprint) },
    })),
  };
}

function reportFinding(analysis: Analysis, finding: Finding, document: TextDocument, locale: Language): DetailedFinding {
  const { catalogue } = analysis.spec.compiled;
  const range = (span: Span) => rangeOf(document, span);
  const fixes = fixesOf(analysis, finding, locale).filter((fix) => fix.disabled === undefined);
  const norm = finding.law === undefined ? undefined : (catalogue.laws.get(finding.law)?.title ?? finding.law);
  return {
    rule: finding.rule,
    severity: finding.severity,
    range: range(finding),
    message: render(finding.message, locale, catalogue),
    ...(finding.criterion === undefined ? {} : { criterion: finding.criterion }),
    ...(norm === undefined ? {} : { norm }),
    ...(finding.related.length === 0
      ? {}
      : { related: finding.related.map((place) => ({ range: range(place), message: render(place.message, locale, catalogue) })) }),
    fixes: fixes.map(({ title, preferred }) => ({ title, preferred })),
    fingerprint: finding.fingerprint,
    edits: fixes
      .filter((fix) => !fix.snippet)
      .map(({ title, edits }: Fix) => ({ title, edits: edits.map((edit) => ({ range: range(edit), text: edit.text })) })),
  };
}

/** Sums over all files. */
export function countSeverities(files: readonly FileReport[]): Record<Severity, number> {
  const counts = { warning: 0, information: 0, hint: 0 };
  for (const file of files) for (const finding of file.findings) counts[finding.severity]++;
  return counts;
}
