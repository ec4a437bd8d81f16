/** What the core is asked about a text. Server and command line both ask through here, so that they cannot differ. */
import type { AnalysisRequest } from './core/analyse';
import type { Config } from './core/config';
import type { TextChange, TextFormat } from './core/text/model';

/** @param name language id or file name: decides the format. @param today ISO date. */
export function requestFor(text: string, name: string, config: Config, today: string, change?: TextChange): AnalysisRequest {
  return { text, format: formatOf(name), context: config.context, ignore: config.ignore, today, ...(change ? { change } : {}) };
}

/** Files taken for specifications where a folder is read. */
export const specificationPatterns = ['**/*.md', '**/*.markdown', '**/*.txt'];

/** Markdown by its language id or file name, everything else plain text. */
export function formatOf(languageIdOrName: string): TextFormat {
  return languageIdOrName === 'markdown' || /\.(?:md|markdown|mdown|mkd)$/i.test(languageIdOrName) ? 'markdown' : 'plaintext';
}

/** The day as the law counts it: local, ISO. */
export function isoDay(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
