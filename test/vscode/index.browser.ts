/** Entry of the suite in the web extension host. VS Code calls `run`. */
import { runSuites } from './runSuites';

export async function run(): Promise<void> {
  const { failed } = await runSuites();
  if (failed > 0) throw new Error(`${failed} failed`);
}
