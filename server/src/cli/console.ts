/** What the command line talks to; `cli.ts` injects the process. */
export interface Console {
  readonly cwd: string;
  out(text: string): void;
  error(text: string): void;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** Whether a person watches standard error. */
  readonly watched: boolean;
  readonly colours: boolean;
}
