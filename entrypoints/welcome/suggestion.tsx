import { useState } from 'preact/hooks';
import { CopyByHand } from '../../src/ui/copy-by-hand.tsx';
import { say } from '../../src/ui/say.ts';

/** How to suggest a claim: a form to be copied and sent by the reader. */
export function Suggestion() {
  const [isCopied, setCopied] = useState(false);
  const [byHand, setByHand] = useState(false);
  const form = (['suggestClaim', 'suggestSeen', 'suggestKnown'] as const)
    .map((question) => `${say(question)}:\n\n`)
    .join('\n');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(form);
      setCopied(true);
    } catch {
      setByHand(true);
    }
  };
  if (byHand) {
    return <CopyByHand text={form} help={say('copyByHand')} onBack={() => setByHand(false)} />;
  }
  return (
    <>
      <p>{say('welcomeSuggestText')}</p>
      <button type="button" class="plain" onClick={copy}>
        {say(isCopied ? 'copied' : 'suggestCopy')}
      </button>
      <p class="unseen" role="status">
        {isCopied && say('copied')}
      </p>
    </>
  );
}
