import { type Analysis, analyse } from '../../../server/src/core/analyse';
import type { WritingContext } from '../../../server/src/core/context';
import type { TextFormat } from '../../../server/src/core/text/model';
import { builtIn } from '../../builtIn';

export function analysed(text: string, format: TextFormat = 'markdown', context: WritingContext = {}): Analysis {
  return analyse({ text, format, context, today: '2026-11-23' }, builtIn());
}

/** Words of a block without bullet and numbers. */
export function wordsOf({ document }: Analysis, block: number): string {
  const { content } = document.blocks[block];
  return document.text.slice(document.starts[block] + content.start, document.starts[block] + content.end).replace(/\s+/g, ' ');
}
