/** What a page says of itself. */
export interface PageFacts {
  /** ISO day of publication, or null where the page does not tell. */
  published: string | null;
  /** BCP 47 language, or null where the page does not tell. */
  language: string | null;
  /** Whether it is itself a fact check. */
  isFactCheck: boolean;
}

/** Names of meta elements that newsrooms put the day of publication in, the surest first. */
const dateMetas = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'mediator_published_time',
  'article.published',
  'published_time',
  'publication_date',
  'publish-date',
  'publishdate',
  'pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'citation_publication_date',
  'date',
];

const articleTypes = /Article|BlogPosting|Report|LiveBlog|WebPage/;

/** Reads what the page says of itself. `address` may tell the date where nothing else does. */
export function readFacts(document: Document, address?: string): PageFacts {
  const linkedData = readLinkedData(document);
  return {
    published:
      dateInLinkedData(linkedData) ??
      dateInMetas(document) ??
      dateInTimes(document) ??
      dateInAddress(address ?? ''),
    language: document.documentElement?.getAttribute('lang')?.trim() || null,
    isFactCheck:
      linkedData.some((item) => typesOf(item).includes('ClaimReview')) ||
      document.querySelector('[itemtype*="schema.org/ClaimReview"]') !== null,
  };
}

/** The day in a date as pages write them, by the page's own clock; null where it makes no sense. */
export function toDay(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const written = value.trim().match(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/);
  if (written) return isoDay(Number(written[1]), Number(written[2]), Number(written[3]));
  const compact = value.trim().match(/^(\d{4})(\d{2})(\d{2})(?!\d)/);
  if (compact) return isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const dayFirst = value.trim().match(/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/);
  if (dayFirst) return isoDay(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  if (!/[12]\d{3}/.test(value)) return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime())
    ? null
    : isoDay(time.getFullYear(), time.getMonth() + 1, time.getDate());
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isLikely = year >= 1990 && date.getTime() < Date.now() + 2 * 86_400_000;
  return isReal && isLikely ? date.toISOString().slice(0, 10) : null;
}

type LinkedItem = Record<string, unknown>;

const isItem = (value: unknown): value is LinkedItem =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All items in the page's JSON-LD, those within `@graph` too; what does not parse is passed over. */
function readLinkedData(document: Document): LinkedItem[] {
  const items: LinkedItem[] = [];
  const gather = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(gather);
    else if (isItem(value)) {
      items.push(value);
      gather(value['@graph']);
      gather(value.mainEntity);
    }
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      gather(JSON.parse(script.textContent ?? ''));
    } catch {
      // Broken JSON-LD is common on real pages and tells nothing.
    }
  }
  return items;
}

function typesOf(item: LinkedItem): string[] {
  const type = item['@type'];
  return (Array.isArray(type) ? type : [type]).filter((t): t is string => typeof t === 'string');
}

function dateInLinkedData(items: LinkedItem[]): string | null {
  const articles = items.filter((item) => typesOf(item).some((type) => articleTypes.test(type)));
  // An article's own date goes before that of the web page that holds it.
  articles.sort((a, b) => Number(isWebPage(a)) - Number(isWebPage(b)));
  for (const item of articles) {
    const day = toDay(item.datePublished);
    if (day) return day;
  }
  return null;
}

const isWebPage = (item: LinkedItem): boolean => typesOf(item).every((t) => t.includes('WebPage'));

function dateInMetas(document: Document): string | null {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const day = name && toDay(meta.getAttribute('content'));
    if (day && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), day);
  }
  for (const name of dateMetas) {
    const day = found.get(name);
    if (day) return day;
  }
  return null;
}

/**
 * From `<time>`: one that says it is the publication, else the first within the story itself, else
 * the only day named, since a page may list the days of other stories too.
 */
function dateInTimes(document: Document): string | null {
  const told = daysIn(document.querySelectorAll('time[pubdate], [itemprop=datePublished]'));
  if (told[0]) return told[0];
  const story = document.querySelector('h1')?.closest('article, main');
  const inStory = story ? daysIn(story.querySelectorAll('time')) : [];
  if (inStory[0]) return inStory[0];
  const all = new Set(daysIn(document.querySelectorAll('time')));
  return all.size === 1 ? ([...all][0] ?? null) : null;
}

function daysIn(elements: Iterable<Element>): string[] {
  const days: string[] = [];
  for (const element of elements) {
    const day = toDay(element.getAttribute('datetime') ?? element.getAttribute('content'));
    if (day) days.push(day);
  }
  return days;
}

function dateInAddress(address: string): string | null {
  const parted = address.match(/\/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)/);
  if (parted) return isoDay(Number(parted[1]), Number(parted[2]), Number(parted[3]));
  const compact = address.match(/[/_-](20\d\d)(\d{2})(\d{2})(?:[/_-]|$)/);
  return compact ? isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3])) : null;
}
