/** Runs all suites with mocha's browser build, which needs neither files nor a document: so both extension hosts run the very same tests. */
import 'mocha/mocha';

/** Runs every suite, prints each test as it ends, and resolves with the totals. Never rejects for a failing test. */
export async function runSuites(): Promise<{ passed: number; failed: number }> {
  // It looks for its options in the address of a page; an extension host in Node has none.
  const host = globalThis as { location?: unknown };
  host.location ??= { search: '' };
  mocha.setup({ ui: 'bdd', reporter: printEachTest as never, timeout: 20_000, slow: 10_000 });
  await import('./suites/index');
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      say(`RESULT ${JSON.stringify({ passed, failed })}`);
      resolve({ passed, failed });
    });
  });
}

function printEachTest(runner: Mocha.Runner): void {
  runner.on('suite', (suite) => suite.title && say(`  ${suite.title}`));
  runner.on('pass', (test) => say(`    ok  ${test.title} (${test.duration} ms)`));
  runner.on('fail', (test, error) => {
    say(`    FAILED  ${test.fullTitle()}\n${error.stack ?? error.message}`);
    if (test.parent?.title !== 'activation') return;
    say('    Nothing else is tried: without a running server every other test would only wait.');
    runner.abort();
  });
}

/** The mark by which `scripts/vscode.mjs` tells the suite's lines from the many others of a workbench. */
function say(line: string): void {
  console.log(`[suite] ${line}`);
}
