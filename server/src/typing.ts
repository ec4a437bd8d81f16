/**
 * Marks that come up at the cursor in the middle of a sentence wait until the typing pauses: whoever has written "den Blauen Engel" may be about to
 * write "oder gleichwertig". What was shown before the typing began stays.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from './core/findings';

/** Milliseconds without an edit after which nothing is held back any more. */
export const typingPause = 1000;

/** How far behind a mark the cursor may have come while its sentence is being written, in UTF-16 units. */
const reach = 120;

interface Caret {
  /** Offset behind the character typed last. */
  readonly at: number;
  readonly time: number;
}

export class Typing {
  private readonly carets = new WeakMap<TextDocument, Caret>();
  private readonly shown = new WeakMap<TextDocument, ReadonlySet<string>>();

  /** @param now milliseconds of a monotonic clock */
  constructor(private readonly now: () => number) {}

  /** Takes note of an edit. @param caret offset behind the one character typed; `undefined` for any other edit (paste, fix, undo). */
  edited(document: TextDocument, caret: number | undefined): void {
    if (caret === undefined) this.carets.delete(document);
    else this.carets.set(document, { at: caret, time: this.now() });
  }

  /** Splits findings into those to show now and those to show after a pause. */
  sift(document: TextDocument, findings: readonly Finding[]): { show: readonly Finding[]; held: number } {
    const caret = this.carets.get(document);
    const known = this.shown.get(document);
    let show = findings;
    if (caret && this.now() - caret.time < typingPause) {
      const text = document.getText();
      show = findings.filter((finding) => known?.has(keyOf(finding)) || !isBeingWritten(text, finding, caret.at));
    }
    this.shown.set(document, new Set(show.map(keyOf)));
    return { show, held: findings.length - show.length };
  }
}

/** Typing behind a mark does not move it. */
function keyOf({ rule, start }: Finding): string {
  return `${rule} ${start}`;
}

function isBeingWritten(text: string, { start, end }: Finding, caret: number): boolean {
  return start < caret && caret - end <= reach && !/[.!?;:\n]/.test(text.slice(end, caret));
}
