/** Editor settings (section `gruenstift`) as the server uses them. Wrong values are left out; the editor itself marks them. */
import { type Config, emptyConfig, readConfig } from './core/config';
import type { Language } from './core/context';

export interface Settings {
  readonly config: Config;
  /** Language of messages; `undefined`: the editor's. */
  readonly locale?: Language;
  /** Whose findings are offered to workspace diagnostics: those of open documents only, or of all specifications of the workspace. */
  readonly scope: 'openFiles' | 'workspace';
}

export const defaultSettings: Settings = { config: emptyConfig, scope: 'openFiles' };

export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return defaultSettings;
  // `language` means the language of messages here; that of a specification is said in front matter or `.gruenstift.yaml`.
  const { language, scope, ...rest } = value as Record<string, unknown>;
  const named = Object.entries(rest).map(([key, entry]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), entry]);
  return {
    config: readConfig(Object.fromEntries(named), 'allow').config,
    locale: language === 'de' || language === 'en' ? language : undefined,
    scope: scope === 'workspace' ? 'workspace' : 'openFiles',
  };
}
