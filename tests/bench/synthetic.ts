import type { ClaimRule, Rules, RulesFile, SurfaceForm } from '../../src/claims/rules.ts';
import { firstWordOf, loadRules } from '../../src/claims/rules.ts';
import type { Statement } from '../../src/claims/statement.ts';

/** The rules with so many made-up claims added, each about a matter of its own with two names. */
export function withSyntheticClaims(rules: Rules, count: number): Rules {
  const { file } = rules;
  const forms: SurfaceForm[] = [];
  const concepts: RulesFile['lexicon']['concepts'] = [];
  const claims: ClaimRule[] = [];
  for (let number = 0; number < count; number++) {
    const model = file.claims[number % file.claims.length];
    if (!model) break;
    const id = `matter-${number}`;
    const index = file.lexicon.concepts.length + number;
    concepts.push({ id, name: id, is: [id], for: null, in: null, roles: 'plain' });
    forms.push([`matter ${number}`, index, 'name'], [`affair ${number}`, index, 'name']);
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
    lexicon: {
      concepts: [...file.lexicon.concepts, ...concepts],
      forms: {
        ...file.lexicon.forms,
        xx: Object.groupBy(forms, ([text]) => firstWordOf(text)) as Record<string, SurfaceForm[]>,
      },
    },
  } satisfies RulesFile);
}
