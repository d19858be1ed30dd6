// Words of English that sentences are read by where the lexicon has no concept for just these. Whoever brings
// another language finds here what stands beside its concepts in function-words.yaml.

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const presentOfBe = words('is are');
export const pastOfBe = words('was were');
