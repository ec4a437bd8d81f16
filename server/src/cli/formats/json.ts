import type { FindingReport } from '../report';
import type { Format } from './index';

/** One JSON object for programs; lines and characters from 0, UTF-16. */
export const json: Format = ({ files, failed, counts }) => {
  const findings = files.reduce((sum, file) => sum + file.findings.length, 0);
  const output = {
    files: files.map(({ path, language, products, awardCriteria, findings }) => ({
      path,
      language,
      products,
      awardCriteria,
      findings: findings.map(({ edits: _, setAside: __, ...finding }): FindingReport => finding),
    })),
    summary: { files: files.length, findings, ...counts, failed },
  };
  return `${JSON.stringify(output)}\n`;
};
