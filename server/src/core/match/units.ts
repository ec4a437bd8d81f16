/** PLACEHOLDER */
export const dimensions: readonly string[] = ['time'];
