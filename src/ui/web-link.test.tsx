import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { WebLink } from './web-link.tsx';

const hostile = [
  'javascript:alert(1)',
  'JavaScript:alert(1)//https://news.example/',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://news.example/1',
  'file:///etc/passwd',
  'chrome://settings',
  'view-source:https://news.example/',
  'about:blank',
  '//news.example/',
  'news.example',
  'https://',
  'https:// news.example',
  '',
  '\u202Ehttps://news.example/',
];

/** What a browser is given for a link to this address. */
function drawn(to: string): Element {
  const { document } = parseHTML('<main></main>');
  const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
  Object.defineProperty(globalThis, 'document', { value: document, configurable: true });
  try {
    const main = document.querySelector('main') as Element;
    render(<WebLink to={to}>A source</WebLink>, main);
    return main;
  } finally {
    if (before) Object.defineProperty(globalThis, 'document', before);
    else Reflect.deleteProperty(globalThis, 'document');
  }
}

describe('A link that leads out of Tumen', () => {
  test.each(hostile)('is none where the address is %j', (address) => {
    const main = drawn(address);
    expect(main.querySelector('a')).toBeNull();
    expect(main.textContent).toBe('A source');
  });

  test.each(['https://news.example/a?b=1', 'HTTP://news.example'])('leads to %s', (address) => {
    const link = drawn(address).querySelector('a');
    expect(link?.getAttribute('href')).toBe(address);
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link?.getAttribute('referrerpolicy')).toBe('no-referrer');
  });
});
