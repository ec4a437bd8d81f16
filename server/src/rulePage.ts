import type { RuleId } from './core/findings';
import type { Session } from './session';

/** Address of the page that explains a rule: the client's own (`vscode://…/regel/`), else the file that ships with the server. */
export function rulePageOf({ options, host, locale }: Session, rule: RuleId): string | undefined {
  if (options.rulePages !== undefined) return options.rulePages + rule;
  return host.ruleDocs === undefined ? undefined : `${host.ruleDocs}/${locale}/${rule}.md`;
}
