/** The countries whose cooperation claims are about. */
export const twoCountries = ['russia', 'north-korea'] as const;

/** Whether a concept is one of the two countries. */
export function isOneOfTwo(concept: string): boolean {
  return twoCountries.some((country) => country === concept);
}
