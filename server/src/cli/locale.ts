import type { Language } from '../core/context';
import { languageOf } from '../texts';

/** Language of messages: `--lang`, else that of the environment; `C` and `POSIX` say nothing. Needed before the options are read, for the help. */
export function localeOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.split('=')[1] : argv[at + 1];
  if (asked === 'de' || asked === 'en') return asked;
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return languageOf(/^(?:C|POSIX)(?:\.|$)/.test(named) ? undefined : named);
}
