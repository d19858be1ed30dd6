import { ReasonedError } from '../reason/reason.ts';

/** Why a line names no sites. */
type PatternFault = 'Host' | 'Port' | 'Scheme' | 'Wildcard';

/** A line that names no site such as example.com, *.example.com or example.com/blog/*, with the reason. */
export class PatternError extends ReasonedError {
  constructor(line: string, fault: PatternFault) {
    // As much of it as one shows.
    super(`reason_site${fault}`, line.trim().replace(/\s+/g, ' ').slice(0, 60));
  }
}

interface Parts {
  /** As the reader reads it, without `www.` */
  host: string;
  /** As addresses have it. */
  asciiHost: string;
  /** Whether the hosts under it are meant too. */
  withHostsUnder: boolean;
  /** As addresses have it; `*` stands for anything. Nothing where all pages are meant. */
  path: string;
}

/**
 * A line of a list of sites in its one form: `example.com`, `*.example.com` or `example.com/blog/*`.
 * @throws PatternError
 */
export function toPattern(line: string): string {
  const { host, withHostsUnder, path } = parts(line);
  return `${withHostsUnder ? '*.' : ''}${host}${path}`;
}

/** The line for a whole site: a host without `www.`, with all hosts under it where it can have any. */
export function patternOfSite(host: string): string {
  const site = withoutWww(host.toLowerCase());
  return hasHostsUnder(site) ? `*.${site}` : site;
}

/** Whether a line of a list covers an address. `www.` makes no difference. */
export function covers(pattern: string, address: URL): boolean {
  const { asciiHost, withHostsUnder, path } = parts(pattern);
  const host = address.hostname;
  const isOnHost =
    withoutWww(host) === asciiHost || (withHostsUnder && host.endsWith(`.${asciiHost}`));
  if (!isOnHost || path === '') return isOnHost;
  return fits(path, path.includes('?') ? address.pathname + address.search : address.pathname);
}

/** The match patterns of all that a line could cover: browsers give access to hosts, not to paths. */
export function originsOf(pattern: string): string[] {
  const { asciiHost, withHostsUnder } = parts(pattern);
  if (withHostsUnder) return [`*://*.${asciiHost}/*`];
  const hosts = hasHostsUnder(asciiHost) ? [asciiHost, `www.${asciiHost}`] : [asciiHost];
  return hosts.map((host) => `*://${host}/*`);
}

function parts(line: string): Parts {
  const fail = (fault: PatternFault) => new PatternError(line, fault);
  const written = line.trim().replace(/^(https?|\*):\/\//i, '');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) throw fail('Scheme');
  const end = written.search(/[/?#]/);
  const whole = (end < 0 ? written : written.slice(0, end)).toLowerCase();
  const withHostsUnder = whole.startsWith('*.');
  const host = withoutWww(withHostsUnder ? whole.slice(2) : whole);
  if (host.includes('*')) throw fail('Wildcard');
  if (/:\d*$/.test(host)) throw fail('Port');
  const asciiHost = toAscii(host);
  if (asciiHost === null) throw fail('Host');
  if (withHostsUnder && !hasHostsUnder(asciiHost)) throw fail('Wildcard');
  const path = end < 0 ? '' : toPath(written.slice(end));
  return { host, asciiHost, withHostsUnder, path };
}

function toAscii(host: string): string | null {
  if (host === '' || /[\s@:%[\]\\]/.test(host)) return null;
  const address = `http://${host}/`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  const isName = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(hostname);
  // Of a name in Latin letters nothing may have been changed: `1` is not meant for 0.0.0.1.
  const isSame = hostname === host || /[^\0-\x7f]/.test(host);
  return isName && isSame ? hostname : null;
}

function toPath(written: string): string {
  const { pathname, search } = new URL(written, 'http://host/');
  return /^\/\*?$/.test(pathname) && search === '' ? '' : pathname + search;
}

function withoutWww(host: string): string {
  return host.replace(/^www\d?\.(?=.+\.)/, '');
}

/** An address by numbers has no hosts under it, nor has a name without a dot. */
function hasHostsUnder(host: string): boolean {
  return host.includes('.') && !/^[\d.]+$/.test(host);
}

/** Whether a text has the parts between the stars of a pattern, one after the other. */
function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
