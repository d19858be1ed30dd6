import { describe, expect, it } from 'vitest';
import { decodePage, decodeText } from './decode.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('bytes as text', () => {
  it('reads UTF-8 with and without a mark, and UTF-16 with one', () => {
    expect(decodeText(Buffer.from('\uFEFFКим'), 'a.txt')).toBe('Ким');
    expect(decodeText(Buffer.from('\uFEFFКим', 'utf16le'), 'a.txt')).toBe('Ким');
  });

  it('refuses what is not text', () => {
    expect(() => decodeText(latin('caf\xe9'), 'a.txt')).toThrow('a.txt is not text in UTF-8.');
    expect(() => decodeText(latin('a\0b'), 'a.txt')).toThrow('a.txt is not a text file.');
  });

  it('reads a page in the encoding that it names', () => {
    const page = '<meta charset="windows-1251"><p>\xca\xe8\xec';
    expect(decodePage(latin(page), 'a.html')).toContain('Ким');
    const typed = '<meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><p>\xb1\xe8';
    expect(decodePage(latin(typed), 'a.html')).toContain('김');
  });

  it('refuses a page in an encoding that is not known', () => {
    expect(() => decodePage(latin('<meta charset=x-nothing>'), 'a.html')).toThrow('x-nothing');
  });
});
