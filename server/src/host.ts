/**
 * What the server needs from the place it runs in. `node.ts`, `browser.ts` and `cli.ts` inject it; nothing else in the server
 * touches files, timers or the console.
 */

/** All functions report failure by `undefined` or an empty list, never by throwing. */
export interface Host {
  /** Text of a file, decoded; `undefined` when there is none or it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** URIs of the files below a folder that match one of the globs, sorted. `node_modules` and `.git` are never entered. */
  findFiles(folder: string, patterns: readonly string[]): Promise<string[]>;
  /** Text of the compiled built-in catalogue (`dist/catalogue.jsonl`). */
  readBuiltIn(): Promise<string | undefined>;
  /** URI of the folder the built-in catalogue is made of: as a workspace's `criteria/` it says nothing new. */
  readonly builtInSource?: string;
  /** URI of the folder `docs/rules` that ships with the server, for clients that name no rule pages of their own. */
  readonly ruleDocs?: string;
  readonly timer: {
    /** Calls back after some milliseconds unless cancelled by the function returned. */
    after(milliseconds: number, callback: () => void): () => void;
    /** Resolves after pending input has been handled: a long run calls it between its steps. */
    yield(): Promise<void>;
    /** Milliseconds of a monotonic clock. */
    now(): number;
    /** Milliseconds since 1970. */
    today(): number;
  };
  readonly log: {
    info(message: string): void;
    error(message: string): void;
  };
}
