/** The groups of concepts that statements ask for, each with a number of its own. */
export class ConceptGroups {
  private readonly byFirst = new Map<string, number[]>();
  private readonly byConcept = new Map<string, number[]>();
  private readonly concepts: (readonly string[])[] = [];
  /** How many statements require each. */
  private readonly uses: number[] = [];

  /** How many groups there are. */
  get count(): number {
    return this.concepts.length;
  }

  /** The number of a group, a new one where it has none yet. */
  numberOf(group: readonly string[]): number {
    const [first = ''] = group;
    const known = this.byFirst.get(first)?.find((number) => this.isSame(number, group));
    if (known !== undefined) return known;
    const number = this.concepts.length;
    addTo(this.byFirst, first, number);
    this.concepts.push(group);
    this.uses.push(0);
    for (const concept of group) addTo(this.byConcept, concept, number);
    return number;
  }

  private isSame(number: number, group: readonly string[]): boolean {
    const known = this.concepts[number] ?? [];
    return known.length === group.length && known.every((concept, at) => concept === group[at]);
  }

  /** The number of a group that a statement requires. */
  require(group: readonly string[]): number {
    const number = this.numberOf(group);
    this.uses[number] = (this.uses[number] ?? 0) + 1;
    return number;
  }

  /** The concepts of the group of this number; none for no number. */
  conceptsOf(number: number | undefined): readonly string[] {
    return number === undefined ? [] : (this.concepts[number] ?? []);
  }

  /** The numbers of the groups that hold a concept. */
  holding(concept: string): readonly number[] {
    return this.byConcept.get(concept) ?? [];
  }

  /** How often statements require any concept of each group: the higher, the more often a text names one. */
  costs(): number[] {
    const ofConcept = new Map<string, number>();
    for (const [concept, numbers] of this.byConcept) {
      let uses = 0;
      for (const number of numbers) uses += this.uses[number] ?? 0;
      ofConcept.set(concept, uses);
    }
    return this.concepts.map((group) => {
      let cost = 0;
      for (const concept of group) cost += ofConcept.get(concept) ?? 0;
      return cost;
    });
  }
}

/** Adds a value to the list of a key. */
export function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
