import type { ClaimRule, Rules, RulesFile } from '../../src/claims/rules.ts';
import type { Statement } from '../../src/claims/statement.ts';
import { loadRules } from '../../src/claims/stored-rules.ts';

/** The rules with so many made-up claims added, each about a matter of its own with two names. */
export function withSyntheticClaims(rules: Rules, count: number): Rules {
  const { file } = rules;
  const concepts: RulesFile['lexicon']['concepts'] = [];
  const claims: ClaimRule[] = [];
  for (let number = 0; number < count; number++) {
    const model = file.claims[number % file.claims.length];
    if (!model) break;
    const id = `matter-${number}`;
    const names = [`matter ${number}`, `affair ${number}`];
    concepts.push({
      id,
      forms: { xx: { name: names } },
    });
    const statements = model.statements.map(
      (statement): Statement => ({
        ...statement,
        mentions: [...(statement.mentions ?? []), [id]],
      }),
    );
    claims.push({ ...model, id: `synthetic-${number}`, aliases: [], statements });
  }
  return loadRules({
    ...file,
    claims: [...file.claims, ...claims],
    lexicon: { ...file.lexicon, concepts: [...file.lexicon.concepts, ...concepts] },
  } satisfies RulesFile);
}
