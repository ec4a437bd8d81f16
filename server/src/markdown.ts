/** Markdown for hovers: everything that comes from a text or a catalogue is escaped, so that it can neither format nor link. */

/** Plain text as Markdown that shows it unchanged. Line breaks become blanks. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]~|]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:\/\//g, '&#58;//')
    .replace(/@/g, '&#64;')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** A link, or the words alone when the address is not one a reader may follow. */
export function link(text: string, address: string | undefined): string {
  if (!address || !/^(?:https?|file|vscode[\w-]*):/i.test(address)) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](<${address.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign))}>)`;
}
