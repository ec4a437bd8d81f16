/** Stands in for mocha while mutants run: test files become a list of functions. Imported before them. */

export interface Case {
  readonly title: string;
  readonly run: () => unknown;
}

export const cases: Case[] = [];

const titles: string[] = [];
const context = { timeout: () => context, slow: () => context };

function describe(title: string, body: () => void): void {
  titles.push(title);
  body.call(context);
  titles.pop();
}

function it(title: string, body: () => unknown): void {
  cases.push({ title: [...titles, title].join(' › '), run: () => body.call(context) });
}

Object.assign(globalThis, { describe, it });
