/** One measured figure beside its budget. */
export interface Row {
  /** What is measured, in words. */
  what: string;
  measured: number;
  /** The budget: at most this, or at least this where `atLeast` is set; null where none is set. */
  budget: number | null;
  atLeast?: boolean;
  /** "times", "kB", "ms" … */
  unit: string;
}

/** Whether a figure keeps to its budget. */
export function isHeld({ measured, budget, atLeast = false }: Row): boolean {
  if (budget === null) return true;
  return atLeast ? measured >= budget : measured <= budget;
}
