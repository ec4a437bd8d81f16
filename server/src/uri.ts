/** Addresses of files and folders as strings, for every scheme (`file:`, `vscode-vfs:`, …). Opaque ones (`untitled:`) have no parent. */

/** The folder a file or folder lies in, without a slash at the end; undefined at the root and for opaque addresses. */
export function parentOf(uri: string): string | undefined {
  const root = rootLength(uri);
  if (root < 0) return undefined;
  const path = uri.endsWith('/') ? uri.slice(0, -1) : uri;
  const slash = path.lastIndexOf('/');
  return slash < root ? undefined : path.slice(0, Math.max(slash, root));
}

/** A relative path as people write it (`./haus/katalog`, `..\\gemeinsam`), or a POSIX absolute one, seen from a folder. */
export function resolve(folder: string, path: string): string {
  const steps = path.replaceAll('\\', '/').split('/');
  let at = path.startsWith('/') ? folder.slice(0, Math.max(rootLength(folder), 0)) : folder.replace(/\/$/, '');
  for (const step of steps) {
    if (step === '' || step === '.') continue;
    at = step === '..' ? (parentOf(at) ?? at) : `${at}/${encode(step)}`;
  }
  return at;
}

/** True when `uri` is the folder or lies below it. */
export function isWithin(folder: string, uri: string): boolean {
  const base = keyOf(folder).replace(/\/$/, '');
  const key = keyOf(uri);
  return key === base || key.startsWith(`${base}/`);
}

/** Last part of the path, decoded. */
export function nameOf(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Equal for two spellings of one address: editors escape more characters than others, and write drive letters in either case. */
export function keyOf(uri: string): string {
  return decode(uri).replace(/^file:\/\/\/([A-Za-z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
}

/** One step of a path, escaped as VS Code does it. */
export function encode(step: string): string {
  return encodeURIComponent(step).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Length of `scheme://authority`; -1 for an opaque address. */
function rootLength(uri: string): number {
  const match = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]*/.exec(uri);
  return match ? match[0].length : -1;
}
