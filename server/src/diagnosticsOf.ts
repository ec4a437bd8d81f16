/** From findings and problems to LSP diagnostics: the one place where both become what an editor shows. */
import {
  type ClientCapabilities,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from './core/analyse';
import type { Catalogue } from './core/catalogue/catalogue';
import { type CatalogueProblem, renderProblem } from './core/catalogue/problems';
import type { Language } from './core/context';
import type { Finding, RuleId, Severity } from './core/findings';
import { render } from './core/messages/index';
import { rangeOf, rangeOfPlace } from './places';

export const source = 'Grünstift';

/** Beyond this many marks a file is shown in part; the status says so. The command line shows all. */
export const shownLimit = 2000;

const severities: Record<Severity, DiagnosticSeverity> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a client can show. */
export interface Presentation {
  readonly locale: Language;
  readonly related: boolean;
  readonly struckThrough: boolean;
  /** Address of a rule's page; `undefined` when there is none or the client cannot show it. */
  rulePage(rule: RuleId): string | undefined;
}

export function presentationOf(client: ClientCapabilities, locale: Language, rulePage: (rule: RuleId) => string | undefined): Presentation {
  const can = { ...client.textDocument?.publishDiagnostics, ...client.textDocument?.diagnostic };
  return {
    locale,
    related: can.relatedInformation === true,
    struckThrough: can.tagSupport?.valueSet.includes(DiagnosticTag.Deprecated) === true,
    rulePage: (rule) => (can.codeDescriptionSupport === true ? rulePage(rule) : undefined),
  };
}

/** `document` must hold the text that was analysed. */
export function diagnosticsOfFindings(document: TextDocument, analysis: Analysis, presentation: Presentation): Diagnostic[] {
  const { catalogue } = analysis.spec.compiled;
  return analysis.findings.slice(0, shownLimit).map((finding) => diagnosticOf(document, finding, catalogue, presentation));
}

function diagnosticOf(document: TextDocument, finding: Finding, catalogue: Catalogue, presentation: Presentation): Diagnostic {
  const { locale } = presentation;
  const href = presentation.rulePage(finding.rule);
  const relatedInformation: DiagnosticRelatedInformation[] = finding.related.map((place) => ({
    location: { uri: document.uri, range: rangeOf(document, place) },
    message: render(place.message, locale, catalogue),
  }));
  return {
    range: rangeOf(document, finding),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source,
    message: render(finding.message, locale, catalogue),
    ...(presentation.related && relatedInformation.length > 0 ? { relatedInformation } : {}),
    // What no longer holds is struck through, like a deprecated name in a program.
    ...(presentation.struckThrough && finding.message.id === 'outdated-reference' ? { tags: [DiagnosticTag.Deprecated] } : {}),
    data: { rule: finding.rule, fingerprint: finding.fingerprint },
  };
}

export function diagnosticsOfCatalogue(problems: readonly CatalogueProblem[], locale: Language): Diagnostic[] {
  return problems.map((problem) => ({
    range: rangeOfPlace(problem),
    severity: { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, note: DiagnosticSeverity.Information }[
      problem.severity
    ],
    code: problem.id,
    source,
    message: renderProblem(problem, locale),
  }));
}
