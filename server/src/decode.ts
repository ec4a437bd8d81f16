/** Bytes of a file as text: UTF-8 or UTF-16 with mark, UTF-8 without, else Windows-1252, which older office programs write. */

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** True for bytes that are no text at all (an image, a Word file). */
  readonly binary: boolean;
}

/** The byte order mark is no part of the text. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', binary: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', binary: false };
  // A zero byte occurs in no text of these encodings.
  const binary = bytes.subarray(0, 8192).includes(0);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', binary };
  } catch {
    return { text: fromWindows1252(bytes), encoding: 'windows-1252', binary };
  }
}

/** The signs Windows-1252 has in place of the control codes 0x80 to 0x9F; Node 20 decodes them as ISO 8859-1. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (control) => high[control.charCodeAt(0) - 0x80]!);
}
