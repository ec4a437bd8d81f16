import type { Spec } from '../facts/spec';

/** The norm on award criteria that holds for the procedure; none where the catalogue has no record of it (VOB/A, part 1). */
export function awardLaw({ context }: Spec): { law?: string } {
  switch (context.regime) {
    case 'uvgo':
      return { law: 'uvgo-43' };
    case 'sektvo':
      return { law: 'sektvo-52' };
    case 'konzvgv':
      return { law: 'konzvgv-31' };
    case 'vob-a-eu':
      return { law: 'gwb-127' };
    case 'vob-a':
      return {};
    default:
      return { law: 'vgv-58' };
  }
}
