/** What a feature is: its capabilities, and the handlers it puts on the connection. */
import type { CancellationToken, ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Session } from '../session';
import { say } from '../texts';

export interface Server {
  readonly connection: Connection;
  readonly session: Session;
  readonly client: ClientCapabilities;
}

export interface Feature {
  capabilities?(client: ClientCapabilities): ServerCapabilities;
  register(server: Server): void;
}

/**
 * Wraps a request handler: nothing throws across the protocol. A failure is logged, told to the client's log and answered by `empty`;
 * a withdrawn request is answered as such.
 */
export function guard<P, R, Rest extends unknown[]>(
  server: Server,
  method: string,
  empty: R,
  handler: (params: P, token: CancellationToken, ...rest: Rest) => R | Promise<R>,
): (params: P, token: CancellationToken, ...rest: Rest) => Promise<R | ResponseError<never>> {
  return async (...given) => {
    // A request without params comes with the token alone.
    const [params, token, ...rest] = given.length === 1 ? ([undefined, given[0]] as unknown as typeof given) : given;
    let result = empty;
    try {
      result = await handler(params, token, ...rest);
    } catch (error) {
      report(server, method, error);
    }
    return token.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, method) : result;
  };
}

/** The same for notifications and timers. */
export function guardEvent<A extends unknown[]>(
  server: Server,
  name: string,
  handler: (...args: A) => void | Promise<void>,
): (...args: A) => void {
  return (...args) => {
    try {
      Promise.resolve(handler(...args)).catch((error) => report(server, name, error));
    } catch (error) {
      report(server, name, error);
    }
  };
}

function report(server: Server, method: string, error: unknown): void {
  const { session } = server;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // `log` of the hosts is the connection's console, that is `window/logMessage`.
  session.host.log.error(say(session.locale, 'request-failed', { method, error: detail }));
}
