import type { RuleId, Severity } from './findings';

/** Procurement regime: which rulebook applies. */
export const regimes = ['vgv', 'uvgo', 'vob-a', 'vob-a-eu', 'sektvo', 'konzvgv'] as const;
export type Regime = (typeof regimes)[number];

export const authorities = ['federal-ministry', 'federal', 'state', 'municipality', 'utility', 'other'] as const;
export type Authority = (typeof authorities)[number];

export const contracts = ['supplies', 'services', 'works', 'concession'] as const;
export type Contract = (typeof contracts)[number];

/** 1 basic, 2 advanced, 3 ambitious. */
export type Level = 1 | 2 | 3;

export type Language = 'de' | 'en';

/**
 * What is known about the procedure a specification belongs to. Front matter wins over `.gruenstift.yaml`, that over settings.
 * What is unknown never raises a severity.
 */
export interface WritingContext {
  regime?: Regime;
  /** ISO date on which the procedure begins; the law of that day applies. */
  procedureStart?: string;
  authority?: Authority;
  /** ISO 3166-2 code without the country: `HH`, `BE`, `SN` … */
  land?: string;
  contract?: Contract;
  /** Estimated value in EUR, net. */
  value?: number;
  level?: Level;
  /** Product group ids; wins over detection. */
  products?: readonly string[];
  language?: Language;
  /** Severity a rule, or `off`. */
  rules?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
}
