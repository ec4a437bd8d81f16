/** The only list of what the server offers: one file and one line each, named like the LSP method. */
import { clauses } from './clauses';
import { codeAction } from './codeAction';
import { diagnostics } from './diagnostics';
import type { Feature } from './feature';
import { hover } from './hover';
import { status } from './status';
import { workspaceDiagnostics } from './workspaceDiagnostics';

export const features: readonly Feature[] = [diagnostics, workspaceDiagnostics, codeAction, hover, clauses, status];
