import { useEffect, useState } from 'preact/hooks';
import { packListKey } from '../packs/store.ts';
import { settingsKey } from '../settings/store.ts';
import {
  dropSetAside,
  loadSetAside,
  type SetAside,
  setAsideFile,
  watchSetAside,
} from '../storage/set-aside.ts';
import { KeptFocus } from './kept-focus.tsx';
import { sayReason } from './problem.ts';
import { saveFile } from './save-file.ts';
import { formatDay, say } from './say.ts';

/** What can be set aside, and what is said of it. */
const kinds = [
  { key: settingsKey, word: 'settingsAside' },
  { key: packListKey, word: 'packsAside' },
] as const;

interface Kept extends SetAside {
  word: (typeof kinds)[number]['word'];
}

/** Tells that something stored could not be used, in short. */
export function SetAsideHint({ onSee }: { onSee: () => void }) {
  const last = useSetAside().at(-1);
  if (!last) return null;
  return (
    <div class="notice problem" role="status">
      <p dir="auto">{say(last.word, sayReason(last.reason))}</p>
      <button type="button" class="quiet" onClick={onSee}>
        {say('setAsideSee')}
      </button>
    </div>
  );
}

/** All that was set aside, to be saved or deleted. */
export function SetAsideList() {
  const kept = useSetAside();
  return <KeptFocus>{kept.length > 0 && <KeptNotice kept={kept} />}</KeptFocus>;
}

function KeptNotice({ kept }: { kept: readonly Kept[] }) {
  const save = () => saveFile(setAsideFile(kept), 'tumen-set-aside.json');
  const drop = () => Promise.all(kinds.map(({ key }) => dropSetAside(key)));
  return (
    <div class="notice problem" role="status">
      {kept.map(({ word, reason, at }) => (
        <p key={`${word} ${at}`} dir="auto">
          {say(word, sayReason(reason))}{' '}
          <span class="fine">{say('setAsideOn', formatDay(at.slice(0, 10)))}</span>
        </p>
      ))}
      <div class="row">
        <button type="button" class="quiet" onClick={save}>
          {say('setAsideSave')}
        </button>
        <button type="button" class="quiet" onClick={drop}>
          {say('setAsideDrop')}
        </button>
      </div>
    </div>
  );
}

function useSetAside(): readonly Kept[] {
  const [kept, setKept] = useState<readonly Kept[]>([]);
  useEffect(() => {
    const end = new AbortController();
    const load = async () => {
      const lists = await Promise.all(
        kinds.map(async ({ key, word }) =>
          (await loadSetAside(key)).map((one): Kept => ({ ...one, word })),
        ),
      );
      if (!end.signal.aborted) setKept(lists.flat());
    };
    for (const { key } of kinds) watchSetAside(key, load, end.signal);
    void load();
    return () => end.abort();
  }, []);
  return kept;
}
