import { addFault, type EntryFile, type Fault } from './fault.ts';

/** No form of a claim is nested deeper. */
const deepest = 12;
/** No file within its size says more, unless it says the same over and over by reference. */
const mostValues = 1_000_000;
/** No text for a reader is longer. */
const longestText = 5000;

/**
 * Notes what no pack needs and what would make the checks after this one slow: nesting without end,
 * YAML that multiplies itself by references, texts that nobody reads. Itself it takes a bounded time.
 */
export function noteExcess(value: unknown, file: EntryFile, faults: Fault[]): void {
  let values = 0;
  const walk = (one: unknown, path: readonly PropertyKey[]): boolean => {
    if (++values > mostValues) {
      addFault(faults, file, [], `it holds more than ${mostValues} values: make two packs of it`);
      return false;
    }
    if (path.length > deepest) {
      addFault(faults, file, path.slice(0, 3), 'it is nested too deep: keep to the form of claims');
      return false;
    }
    if (typeof one === 'string' && one.length > longestText) {
      addFault(faults, file, path, `keep texts within ${longestText} characters`);
      return true;
    }
    if (typeof one !== 'object' || one === null) return true;
    return Object.entries(one).every(([key, part]) =>
      walk(part, [...path, Array.isArray(one) ? Number(key) : key]),
    );
  };
  walk(value, []);
}
