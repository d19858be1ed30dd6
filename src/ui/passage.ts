/** How many words tell where a passage begins, and how many where it ends. */
const opening = 5;
const closing = 4;

/**
 * A link that opens a page at a sentence. Only the words at both ends are named, since a footnote
 * mark, a hidden word or a soft hyphen between them would make the whole sentence unfindable.
 */
export function linkToPassage(address: string, quote: string): string {
  const [page = '', fragment = ''] = address.split('#', 2);
  const [anchor = ''] = fragment.split(':~:');
  const words = quote.split(/\s+/).filter((word) => word !== '');
  const parts =
    words.length <= opening + closing ? [words] : [words.slice(0, opening), words.slice(-closing)];
  const directive = parts.map((part) => encode(part.join(' '))).join();
  return `${page}#${anchor}:~:text=${directive}`;
}

/** Hyphens, commas and ampersands part the directive, so they are written out in what it holds. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/-/g, '%2D');
}
