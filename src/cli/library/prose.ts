import { lexer, type Token, type Tokens } from 'marked';
import type { Inline, ProseBlock } from '../../claims/library.ts';

/**
 * A page of Markdown as blocks that can be drawn without Markdown. Links that lead nowhere in the
 * extension become plain text; `links` says which do lead somewhere.
 * @throws Error naming the kind of block that the library has no form for.
 */
export function proseOf(markdown: string, links: Readonly<Record<string, string>>): ProseBlock[] {
  return lexer(markdown).flatMap((token) => blockOf(token, links) ?? []);
}

type Links = Readonly<Record<string, string>>;

function blockOf(token: Token, links: Links): ProseBlock | null {
  const parts = (tokens: Token[] | undefined) => inlinesOf(tokens ?? [], links);
  switch (token.type) {
    case 'heading':
      return {
        kind: 'heading',
        level: (token as Tokens.Heading).depth,
        parts: parts(token.tokens),
      };
    case 'paragraph':
      return { kind: 'paragraph', parts: parts(token.tokens) };
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return { kind: 'list', ordered, items: items.map((item) => parts(item.tokens)) };
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return {
        kind: 'table',
        head: header.map((cell) => parts(cell.tokens)),
        rows: rows.map((row) => row.map((cell) => parts(cell.tokens))),
      };
    }
    // Empty lines, and comments for those who keep the page.
    case 'space':
    case 'html':
      return null;
    default:
      throw new Error(
        `A block of the kind ${token.type} has no form in the library: "${token.raw.slice(0, 60)}". Write it as a paragraph, list or table.`,
      );
  }
}

function inlinesOf(tokens: Token[], links: Links): Inline[] {
  const inlines = tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text':
        if (token.tokens) return inlinesOf(token.tokens, links);
        return [{ kind: 'text', text: plain(token.text) }];
      case 'escape':
        return [{ kind: 'text', text: plain(token.text) }];
      case 'codespan':
        return [{ kind: 'code', text: plain(token.text) }];
      case 'strong':
        return [{ kind: 'strong', text: plain(token.text) }];
      case 'em':
        return [{ kind: 'emphasis', text: plain(token.text) }];
      case 'link': {
        const { href, text } = token as Tokens.Link;
        const to = links[href] ?? (/^https?:\/\//.test(href) ? href : null);
        // The names of files are of no use to a reader who has no files.
        return [to ? { kind: 'link', text: plain(text), to } : { kind: 'text', text: plain(text) }];
      }
      case 'br':
        return [{ kind: 'text', text: ' ' }];
      default:
        return [{ kind: 'text', text: plain(token.raw) }];
    }
  });
  return inlines;
}

/** Lines are broken where the page needs it, not where the file does. */
function plain(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
