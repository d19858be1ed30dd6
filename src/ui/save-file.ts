/** Has the browser save a file, as if it had been downloaded. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(content);
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
