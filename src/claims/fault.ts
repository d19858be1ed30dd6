import { en } from 'zod/locales';
import * as z from 'zod/mini';

// The small form of zod says nothing by itself; and an extension may not make code out of text.
z.config({ ...en(), jitless: true });

/** A fault in a claims or lexicon file: where it is and what to do. */
export interface Fault {
  file: string;
  line: number;
  key: string;
  message: string;
  /** The claim that it is in, where the file is a pack: lines tell less there. */
  claim?: string;
}

/** A file of claims or concepts, as far as faults in it are told by their place. */
export interface EntryFile {
  /** From the root. */
  path: string;
  /** The file's name without its ending. */
  theme: string;
  /** The line on which the value at this path begins. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Thrown when claims or lexicon files have faults; the message lists each on a line of its own. */
export class FaultyRulesError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(
      faults
        .map((fault) => `${fault.file}:${fault.line} ${fault.key}: ${fault.message}`)
        .join('\n'),
    );
    this.name = 'FaultyRulesError';
    this.faults = faults;
  }
}

/** Takes a value in the form that a schema wants; null where it is not, with a fault for each reason. */
export function parsed<S extends z.ZodMiniType>(
  schema: S,
  value: unknown,
  file: EntryFile,
  path: readonly PropertyKey[],
  faults: Fault[],
): z.output<S> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of flatIssues(result.error)) {
    addFault(faults, file, [...path, ...issue.path], issue.message);
  }
  return null;
}

function flatIssues(error: z.core.$ZodError): { path: PropertyKey[]; message: string }[] {
  return error.issues.flatMap(issuesOf);
}

function issuesOf(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ');
    return [
      {
        path: [...issue.path, ...issue.keys.slice(0, 1)],
        message: `unknown key ${keys}: remove or correct it`,
      },
    ];
  }
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') {
    // Of "one or a list of them" the fault is in the form that was meant.
    const meant = issue.errors.find((errors) =>
      errors.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
    );
    const found = meant?.flatMap(issuesOf) ?? [];
    if (found.length > 0) {
      return found.map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
    }
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return [{ path: issue.path, message: `this key is missing: add it (${issue.expected})` }];
  }
  return [{ path: issue.path, message: issue.message }];
}

/** Notes a fault at a path in a file. */
export function addFault(
  faults: Fault[],
  file: EntryFile,
  path: readonly PropertyKey[],
  message: string,
): void {
  faults.push({ file: file.path, line: file.lineOf(path), key: path.join('.') || 'file', message });
}
