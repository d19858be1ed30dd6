/**
 * Beginnings of the words by which texts name each country, its capital, its head and its regions at the
 * front, in the languages of the news that carries these claims. A few words too many cost a little time; a
 * word too few would lose a page.
 */
const northKorea = [
  // English, German, French, Spanish, Italian, Portuguese, Polish, Turkish
  'north[\\s-]korea|\\bn\\.? ?korea|dprk|d\\.p\\.r\\.k|pyongyang|kim\\sjong|nordkorea|corée du nord|nord-coréen|rpdc',
  'corea del n|norcorean|pjöngjang|pyong-yang|coreia do n|norte-corean|korei północn|północnokore',
  'phenian|pjongjang|kuzey kore|pyöngyang',
  // Russian, Ukrainian
  'северн\\S{1,5}\\sкоре|северокоре|кндр|пхеньян|ким\\sчен|північн\\S{1,5}\\sкоре|північнокоре|пхен.?ян|кім\\sчен',
  // Korean, Chinese, Japanese
  '북한|북측|조선민주주의|평양|김정은|북[·‧ ]?러|러[·‧ ]?북|조[·‧ ]?러',
  '朝鲜|朝鮮|北韩|北韓|平壤|金正恩|平壌|金正恩|朝俄|俄朝',
];

const russia = [
  'russia|soviet|\\bussr\\b|kremlin|moscow|putin|shoigu|\\bkursk\\b|belgorod|vladivostok|russland|russisch|moskau|russie|russe|moscou|poutine',
  'rusia|ruso|moscú|rusos|mosca|rússia|moscovo|rosj|rosyj|moskw|rusya|moskova',
  'росси|русск|советск|радянськ|ссср|срср|кремл|москв|путин|шойгу|росі|путін|рф[^а-яіїє]|курськ|бєлгород',
  '러시아|로씨야|소련|쏘련|모스크바|푸틴|크렘린|북[·‧ ]?러|러[·‧ ]?북|조[·‧ ]?러',
  '俄罗斯|苏联|蘇聯|ソ連|俄羅斯|莫斯科|普京|普丁|俄军|俄軍|朝俄|俄朝|ロシア|モスクワ|プーチン|露朝|朝露',
];

// The one that most pages lack comes first.
const names = [northKorea, russia].map((words) => new RegExp(words.join('|'), 'i'));

/** Whether a text names both countries, in any of the languages known. One linear scan each. */
export function namesBothCountries(text: string): boolean {
  return names.every((name) => name.test(text));
}

/**
 * Whether a page may be about both countries: it names them, or has parts that its text alone does not
 * show. This is all that most pages are asked.
 */
export function mayNameBothCountries(page: Document): boolean {
  return namesBothCountries(page.body?.textContent ?? '') || hasShadowRoots(page);
}

/** The elements that texts are made of, and most of any page. */
const common = 'p,a,em,span,div,li,br,b,i,strong,img';

/**
 * Whether any part of the page is in a shadow tree of a custom element, which `textContent` does not
 * see into. The search is left to the browser: to ask each element would take longer than all the rest
 * of what an unrelated page costs.
 */
function hasShadowRoots(page: Document): boolean {
  for (const element of page.querySelectorAll(`:not(${common})`)) {
    if (element.shadowRoot) return true;
  }
  return false;
}
