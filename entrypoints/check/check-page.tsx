import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ChooseFile } from '../../src/ui/choose-file.tsx';
import { KeptFocus } from '../../src/ui/kept-focus.tsx';
import { say } from '../../src/ui/say.ts';
import {
  checkOwnText,
  megabytesOf,
  type OwnText,
  pastedText,
  Refusal,
  textOfFile,
} from './own-text.ts';
import { type Checked, Results } from './results.tsx';

/** A field is slow to draw with more letters than this in it; a longer text is held beside it. */
const mostInField = 200_000;

/** What came of the last text that was given. */
type Outcome = Checked | 'checking' | Refusal | null;

/** Takes a text or a file and shows which known claims it makes. */
export function CheckPage() {
  const [text, setText] = useState('');
  const [held, setHeld] = useState<OwnText | null>(null);
  const [day, setDay] = useState('');
  const [outcome, setOutcome] = useState<Outcome>(null);
  const latest = useRef(0);

  /** Of two checks, the one that was begun last counts. */
  const attempt = async (check: () => Promise<Checked | null>) => {
    const number = ++latest.current;
    setOutcome('checking');
    const result = await check().catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    if (number === latest.current) setOutcome(result);
  };
  const check = () =>
    attempt(async () => {
      const own = held ?? pastedText(text);
      return { own, answer: await checkOwnText(own, day || null) };
    });
  const take = (chosen: File) =>
    attempt(async () => {
      const own = await textOfFile(chosen);
      const published = own.source.published ?? (day || null);
      setHeld(own);
      setDay(published ?? '');
      return { own, answer: await checkOwnText(own, published) };
    });
  const paste = (long: string) =>
    attempt(async () => {
      const own = pastedText(long);
      setHeld(own);
      return { own, answer: await checkOwnText(own, day || null) };
    });
  useDroppedFile(take);

  return (
    <>
      <header>
        <img src="/icons/32.png" alt="" width="24" height="24" />
        <h1>{say('checkText')}</h1>
      </header>
      <p>{say('checkTextIntro')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <KeptFocus class="text">
          {held ? (
            <p class="file">
              <b dir="auto">{held.name ?? say('pastedText', megabytesOf(held.text))}</b>
              <button type="button" class="quiet" onClick={() => setHeld(null)}>
                {say(held.name === null ? 'removeText' : 'removeFile')}
              </button>
            </p>
          ) : (
            <label>
              {say('textToCheck')}
              <textarea
                name="text"
                dir="auto"
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
                onPaste={(event) => {
                  const pasted = event.clipboardData?.getData('text/plain') ?? '';
                  if (pasted.length <= mostInField) return;
                  event.preventDefault();
                  void paste(pasted);
                }}
              />
            </label>
          )}
        </KeptFocus>
        <ChooseFile word="chooseFile" name="file" accept=".txt,.html,.htm" take={take} />
        <label>
          {say('publicationDay')}
          <input
            type="date"
            name="day"
            value={day}
            aria-describedby="day-help"
            onInput={(event) => setDay(event.currentTarget.value)}
          />
          <span class="fine" id="day-help">
            {say('publicationDayHelp')}
          </span>
        </label>
        <button type="submit" class="solid">
          {say('check')}
        </button>
      </form>
      <div class="outcome" aria-live="polite">
        {outcome === 'checking' && <p>{say('checkingOwnText')}</p>}
        {outcome instanceof Refusal && (
          <p class="notice problem" role="alert">
            {outcome.message}
          </p>
        )}
        {outcome !== null && outcome !== 'checking' && !(outcome instanceof Refusal) && (
          <Results key={latest.current} {...outcome} />
        )}
      </div>
    </>
  );
}

/** A file may be dropped anywhere; without this the browser would leave the page for it. */
function useDroppedFile(take: (file: File) => void): void {
  const current = useRef(take);
  current.current = take;
  // At once: a page that is not in front gets to other effects only later, and a file dropped meanwhile would be lost.
  useLayoutEffect(() => {
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      current.current(file);
    };
    addEventListener('dragover', hold);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', hold);
      removeEventListener('drop', drop);
    };
  }, []);
}
