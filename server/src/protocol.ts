/**
 * What client and server say to each other beyond LSP: the options at start, and six requests of our own.
 * Types and method names only, so that the client may import this file without pulling in the server.
 *
 * All texts in results are rendered in the client's language; all positions are LSP positions (UTF-16).
 */
import type { Range } from 'vscode-languageserver-types';

/** `initializationOptions`. Every field is optional: a plain LSP client sends none. */
export interface InitializationOptions {
  /** Start of the address of a rule's page; the rule id is appended, e.g. `vscode://gruenstift.gruenstift/regel/`. */
  readonly rulePages?: string;
  /** URI of the built-in catalogue (`dist/catalogue.jsonl`). The node server finds it beside itself; the browser server needs it. */
  readonly catalogue?: string;
  /** The client answers `gruenstift/readFile` and `gruenstift/findFiles`. Then files of virtual workspaces can be read too. */
  readonly fileRequests?: boolean;
  /** False in an untrusted workspace: then npm packages named as layers are not read. Default true. */
  readonly trusted?: boolean;
  /** Id of a client command `(uri: string, range: Range) => void` that selects a range; used to select the placeholder of a reason. */
  readonly selectCommand?: string;
  /** The settings (section `gruenstift`), for clients without `workspace/configuration`. */
  readonly settings?: unknown;
}

/** Server → client. Params `{ uri }`; result: the text of the file, or null when there is none or it cannot be read. */
export const readFileMethod = 'gruenstift/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** Server → client. Result: URIs of the files below `folder` that match one of the globs (`**`, `*`, `{a,b}`), in any order. */
export const findFilesMethod = 'gruenstift/findFiles';
export interface FindFilesParams {
  /** URI of the folder. */
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** Client → server. Clauses that fit a document, for the insert-clause pick. Result: {@link ClausesResult}. */
export const clausesMethod = 'gruenstift/clauses';
export interface ClausesParams {
  /** Document the clause is for: its product groups, level, language, and the slot at the cursor rank and choose. */
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** Product groups instead of the document's. */
  readonly products?: readonly string[];
  readonly slot?: string;
  readonly level?: 1 | 2 | 3;
  /** Language of the clause text; default: the document's. */
  readonly language?: 'de' | 'en';
}
export interface Clause {
  /** Id of the criterion. */
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly product: { readonly id: string; readonly name: string };
  readonly slot: string;
  readonly slotName: string;
  readonly level: 1 | 2 | 3;
  readonly levelName: string;
  /** Demand and proof as they would stand in the text, holes filled with their names in brackets: for the preview. */
  readonly text: string;
  /** The same as LSP snippet, holes as tab stops. */
  readonly snippet: string;
  readonly reason: string;
  /** Norms as cited, e.g. `§ 34 VgV`. */
  readonly law: readonly string[];
  /** True when a requirement of the document addresses the criterion already. */
  readonly addressed: boolean;
  /** Best place in the document: 'here' at the cursor, else the position at the end of the fitting section. */
  readonly insertAt?: { readonly line: number; readonly character: number };
}
export interface ClausesResult {
  /** Fitting ones first: product group of the document, slot at the cursor, not yet addressed. */
  readonly clauses: readonly Clause[];
  /** Product groups the document was read as. */
  readonly products: readonly { readonly id: string; readonly name: string }[];
}

/** Client → server. What the language status item shows. Result: {@link StatusResult}, or null for a document the server does not know. */
export const statusMethod = 'gruenstift/status';
export interface StatusParams {
  readonly uri: string;
}
export interface StatusResult {
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly language: 'de' | 'en';
  readonly level: 1 | 2 | 3;
  readonly levelName: string;
  /** As cited, e.g. `VgV`; absent when unknown. */
  readonly regime?: string;
  readonly counts: { readonly warning: number; readonly information: number; readonly hint: number };
  /** Findings a limit kept back; 0 as a rule. */
  readonly notShown: number;
  readonly catalogue: {
    /** Version of the built-in catalogue. */
    readonly version: string;
    readonly criteria: number;
    /** Layers in force, lowest first. */
    readonly layers: readonly { readonly name: string; readonly records: number }[];
  };
  /** What is wrong with the configuration or a catalogue layer; the file is worth opening. */
  readonly problems: readonly {
    readonly uri: string;
    readonly range: Range;
    readonly message: string;
    readonly severity: 'error' | 'warning';
  }[];
}

/** Client → server. Tells that trust was granted; layers are read again. */
export const trustedMethod = 'gruenstift/trusted';

/** Server → client notification: status of an open document may have changed (`gruenstift/status` is worth asking again). */
export const statusChangedMethod = 'gruenstift/statusChanged';
export interface StatusChangedParams {
  readonly uris: readonly string[];
}
