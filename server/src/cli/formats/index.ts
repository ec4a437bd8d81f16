/** The only list of output formats: one file and one line each. */
import type { Report } from '../report';
import { json } from './json';
import { sarif } from './sarif';
import { stylish } from './stylish';

/** A report as text, with its last line break. */
export type Format = (report: Report, options: { readonly colours: boolean; readonly version: string }) => string;

export const formats = { stylish, json, sarif } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;
