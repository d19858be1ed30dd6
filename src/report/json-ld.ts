/** Linked data as a file of its own: JSON-LD, laid out for people to read. */
export function jsonLd(items: object): string {
  return `${JSON.stringify(items, null, 2)}\n`;
}
