/** Entry of the suite in the desktop and remote extension host. VS Code calls `run`. */
import { writeFileSync } from 'node:fs';
import { runSuites } from './runSuites';

export async function run(): Promise<void> {
  const totals = await runSuites();
  if (process.env.GRUENSTIFT_RESULT) writeFileSync(process.env.GRUENSTIFT_RESULT, JSON.stringify(totals));
  if (totals.failed > 0) throw new Error(`${totals.failed} failed`);
}
