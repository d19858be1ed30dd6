import { useRef } from 'preact/hooks';
import { say } from './say.ts';
import type { Word } from './texts.ts';

interface ChooseFileProps {
  word: Word;
  name: string;
  accept: string;
  take(file: File): void;
}

/** A button that has the reader choose a file. */
export function ChooseFile({ word, name, accept, take }: ChooseFileProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="plain" onClick={() => chooser.current?.click()}>
        {say(word)}
      </button>
      <input
        ref={chooser}
        type="file"
        name={name}
        accept={accept}
        aria-label={say(word)}
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) take(file);
          // So that the same file can be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
