/** Mocha's dots and failures, and the totals in a file for `npm test`. */
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class TotalsReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const { output } = options.reporterOptions;
    runner.once('end', () => writeFileSync(output, JSON.stringify({ passed: runner.stats.passes, failed: runner.stats.failures })));
  }
};
