/** The encoding of a plain text: UTF-8, or UTF-16 where it begins with that mark. */
export function encodingOfText(bytes: Uint8Array): string {
  return encodingByMark(bytes) ?? 'utf-8';
}

/** The encoding of a page, where it does not begin with a mark: what it says of itself, else UTF-8. */
export function encodingOfPage(bytes: Uint8Array): string {
  return encodingByMark(bytes) ?? encodingByMeta(bytes) ?? 'utf-8';
}

function encodingByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Browsers look at the first 1024 bytes too, and take UTF-16 named there for UTF-8. */
function encodingByMeta(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1];
  return !named || /^utf-?16/i.test(named) ? null : named;
}
