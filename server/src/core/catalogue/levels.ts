import type { Level } from '../context';

type PerLevel<T> = { 1?: T; 2?: T; 3?: T };

/** The entry of the level, else the nearest one below it, else the lowest there is. */
export function forLevel<T>(levels: PerLevel<T> | undefined, level: Level): T | undefined {
  return levelOrBelow(levels, level) ?? levels?.[1] ?? levels?.[2] ?? levels?.[3];
}

/** The entry of the level, else the nearest one below it: never what only a higher level demands. */
export function levelOrBelow<T>(levels: PerLevel<T> | undefined, level: Level): T | undefined {
  for (let at: number = level; at >= 1; at--) {
    const entry = levels?.[at as Level];
    if (entry !== undefined) return entry;
  }
  return undefined;
}
