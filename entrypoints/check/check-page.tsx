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
  const { outcome, number, attempt } = useAttempts();
  const checked = async (own: OwnText, published: string): Promise<Checked> => ({
    own,
    answer: await checkOwnText(own, published || null),
  });
  const check = () => attempt(async () => checked(held ?? pastedText(text), day));
  const take = (chosen: File) =>
    attempt(async () => {
      const own = await textOfFile(chosen);
      const published = own.source.published ?? day;
      setHeld(own);
      setDay(published);
      return checked(own, published);
    });
  const pasteLong = (long: string) =>
    attempt(async () => {
      const own = pastedText(long);
      setHeld(own);
      return checked(own, day);
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
            <HeldText held={held} remove={() => setHeld(null)} />
          ) : (
            <TextField text={text} setText={setText} pasteLong={pasteLong} />
          )}
        </KeptFocus>
        <ChooseFile word="chooseFile" name="file" accept=".txt,.html,.htm" take={take} />
        <DayField day={day} setDay={setDay} />
        <button type="submit" class="solid">
          {say('check')}
        </button>
      </form>
      <div class="outcome" aria-live="polite">
        <OutcomeOf key={number} outcome={outcome} />
      </div>
    </>
  );
}

/** Of two checks, the one that was begun last counts. */
function useAttempts() {
  const [outcome, setOutcome] = useState<Outcome>(null);
  const latest = useRef(0);
  const attempt = async (check: () => Promise<Checked>) => {
    const number = ++latest.current;
    setOutcome('checking');
    const result = await check().catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    if (number === latest.current) setOutcome(result);
  };
  return { outcome, number: latest.current, attempt };
}

interface HeldTextProps {
  held: OwnText;
  remove(): void;
}

/** A file, or a text too long for the field, by its name or size. */
function HeldText({ held: { name, text }, remove }: HeldTextProps) {
  return (
    <p class="file">
      <b dir="auto">{name ?? say('pastedText', megabytesOf(text))}</b>
      <button type="button" class="quiet" onClick={remove}>
        {say(name === null ? 'removeText' : 'removeFile')}
      </button>
    </p>
  );
}

interface TextFieldProps {
  text: string;
  setText(text: string): void;
  /** Takes a text that is too long for the field. */
  pasteLong(text: string): void;
}

function TextField({ text, setText, pasteLong }: TextFieldProps) {
  return (
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
          pasteLong(pasted);
        }}
      />
    </label>
  );
}

function DayField({ day, setDay }: { day: string; setDay(day: string): void }) {
  return (
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
  );
}

function OutcomeOf({ outcome }: { outcome: Outcome }) {
  if (outcome === null) return null;
  if (outcome === 'checking') return <p>{say('checkingOwnText')}</p>;
  if (!(outcome instanceof Refusal)) return <Results {...outcome} />;
  return (
    <p class="notice problem" role="alert">
      {outcome.message}
    </p>
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
