/**
 * Rule pages: the link on a mark's rule id (`vscode://gruenstift.gruenstift/regel/label-equivalence`) and the command open the page that ships with
 * the extension, in the Markdown preview. Nothing is fetched.
 */
import * as vscode from 'vscode';
import { type RuleId, ruleIds } from '../../../server/src/core/findings';
import { isSpecification } from '../documents';
import type { EnableFeature } from './index';

export const rulePages: EnableFeature = ({ context }) => {
  async function open(rule: string): Promise<void> {
    const page = isRule(rule) ? await findPage(context.extensionUri, rule) : undefined;
    if (page) await vscode.commands.executeCommand('markdown.showPreview', page);
    else void vscode.window.showWarningMessage(vscode.l10n.t('There is no page for the rule "{0}".', rule));
  }

  return vscode.Disposable.from(
    vscode.window.registerUriHandler({
      handleUri: (uri) => {
        const [, place, rule] = uri.path.split('/');
        return open(place === 'regel' && rule ? rule : uri.path);
      },
    }),
    vscode.commands.registerCommand('gruenstift.openRulePage', async (rule?: string) => {
      const chosen = rule ?? (await pickRule());
      if (chosen) await open(chosen);
    }),
  );
};

function isRule(rule: string): rule is RuleId {
  return (ruleIds as readonly string[]).includes(rule);
}

/** The page in the language of the messages, else in the other one. */
async function findPage(extension: vscode.Uri, rule: RuleId): Promise<vscode.Uri | undefined> {
  const setting = vscode.workspace.getConfiguration('gruenstift').get<string>('language');
  const language = setting === 'de' || setting === 'en' ? setting : vscode.env.language;
  const languages = language.startsWith('de') ? ['de', 'en'] : ['en', 'de'];
  for (const folder of languages) {
    const page = vscode.Uri.joinPath(extension, 'docs', 'rules', folder, `${rule}.md`);
    try {
      await vscode.workspace.fs.stat(page);
      return page;
    } catch {
      // Not there in this language: the next one.
    }
  }
  return undefined;
}

/** Rules with marks in the open document first, those at the cursor before all others. */
async function pickRule(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const marks = isSpecification(editor?.document)
    ? vscode.languages.getDiagnostics(editor.document.uri).filter((mark) => mark.source === 'Grünstift')
    : [];
  const count = (rule: string) => marks.filter((mark) => ruleOf(mark) === rule).length;
  const atCursor = (rule: string) => marks.some((mark) => ruleOf(mark) === rule && mark.range.contains(editor!.selection.active));
  const items = ruleIds
    .map((rule) => ({ label: rule, marks: count(rule), here: atCursor(rule) }))
    .sort((a, b) => Number(b.here) - Number(a.here) || b.marks - a.marks)
    .map(({ label, marks: found }) => ({ label, description: found > 0 ? vscode.l10n.t('{0} in this file', found) : undefined }));
  const choice = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which rule?') });
  return choice?.label;
}

function ruleOf(mark: vscode.Diagnostic): string {
  return String(typeof mark.code === 'object' ? mark.code.value : mark.code);
}
