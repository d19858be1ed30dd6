// Words of English that sentences are read by where the lexicon has no concept for just these, as far as more than
// one file needs them. Whoever brings another language finds here what stands beside function-words.yaml.

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const articles = words('the a an');
/** What points at something told of: "that region". */
export const demonstratives = words('this that these those');
/** Whose something is, of those told of: "his men". */
export const possessives = words('his her its their');
export const presentOfBe = words('is are');
export const pastOfBe = words('was were');
/** What goes on behind "it was not he". */
export const takesUpCleft = words('who that');
/** Before a day that bounds something: "until June". */
export const boundsInTime = words('after before until');
