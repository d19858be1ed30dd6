import { useEffect, useRef } from 'preact/hooks';
import { say } from './say.ts';

/** What is copied by hand, with what to do, and the way back. */
interface CopyByHandProps {
  text: string;
  help: string;
  onBack: () => void;
}

/** A text that the reader takes along, selected so that one key copies it. */
export function CopyByHand({ text, help, onBack }: CopyByHandProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    field.current?.scrollTo({ top: 0 });
  }, []);
  return (
    <>
      <p>{help}</p>
      <textarea ref={field} readOnly value={text} aria-label={say('copyText')} />
      <footer>
        <button type="button" class="quiet" onClick={onBack}>
          {say('back')}
        </button>
      </footer>
    </>
  );
}
