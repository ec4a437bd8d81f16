/** A content hash of 106 bits for version numbers and change detection; not for security. */
export function contentHash(text: string): string {
  return halfHash(text, 0x9e3779b9) + halfHash(text, 0x85ebca6b);
}

/** 53 bits as 14 hexadecimal digits: two multiply-and-xor lanes mixed at the end. */
function halfHash(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
