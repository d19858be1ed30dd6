/** Whether a browser opens an address as a page of the web: no script, no data, no file. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(address);
}
