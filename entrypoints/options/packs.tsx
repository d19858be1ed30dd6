import { useEffect, useId, useState } from 'preact/hooks';
import { send } from '../../src/messages/messages.ts';
import type { PackChange, PackEntry } from '../../src/packs/pack-list.ts';
import { loadPackList, watchPacks } from '../../src/packs/store.ts';
import { isPackOn, loadPolicy, noPolicy, watchPolicy } from '../../src/policy/policy.ts';
import { ChooseFile } from '../../src/ui/choose-file.tsx';
import { KeptFocus } from '../../src/ui/kept-focus.tsx';
import { sayProblem } from '../../src/ui/problem.ts';
import { formatDay, say, sayCount } from '../../src/ui/say.ts';
import { WebLink } from '../../src/ui/web-link.tsx';
import { importPack, PackRefusal } from './import-pack.ts';

/** What was done, or why it could not be. */
interface Told {
  isProblem: boolean;
  text: string;
  reasons: readonly string[];
  /** Whether the reasons are faults of a file, which are told in English. */
  areFaults: boolean;
}

/** Reasons that are listed; the others are counted. */
const shownReasons = 8;

/** The packs that the reader has imported, and the way to import another. */
export function Packs() {
  const { packs, policy } = useImportedPacks();
  const { told, take, change } = usePackChanges();
  return (
    <>
      <KeptFocus class="entries">
        {packs.length === 0 ? (
          <p class="none">{say('settingsNone')}</p>
        ) : (
          <ul class="packs">
            {packs.map((pack) => (
              <Pack
                key={pack.header.id}
                pack={pack}
                forced={isPackOn(policy, pack.header.id)}
                change={change}
              />
            ))}
          </ul>
        )}
      </KeptFocus>
      {policy.allowsPackImport ? (
        <div class="row">
          <ChooseFile word="packImport" name="pack" accept=".yaml,.yml,.json" take={take} />
        </div>
      ) : (
        <p class="locked">{say('packImportForbidden')}</p>
      )}
      <div role="status">
        {told && (
          <div class={told.isProblem ? 'notice problem' : 'notice'}>
            <p dir="auto">{told.text}</p>
            <Reasons {...told} />
          </div>
        )}
      </div>
    </>
  );
}

/** The packs as they are kept, and what the organisation has set of them, also when they change elsewhere. */
function useImportedPacks() {
  const [packs, setPacks] = useState<readonly PackEntry[]>([]);
  const [policy, setPolicy] = useState(noPolicy);
  useEffect(() => {
    const end = new AbortController();
    const load = () => void loadPackList().then(setPacks);
    watchPacks(load, end.signal);
    watchPolicy(setPolicy, end.signal);
    load();
    void loadPolicy().then(setPolicy);
    return () => end.abort();
  }, []);
  return { packs, policy };
}

/** What can be done with packs, and what came of the last of it. */
function usePackChanges() {
  const [told, setTold] = useState<Told | null>(null);
  const tell = (text: string, more: Partial<Told> = {}) =>
    setTold({ isProblem: false, reasons: [], areFaults: false, ...more, text });
  const take = async (file: File) => {
    tell(say('packImporting', file.name));
    try {
      const { name, passedOver } = await importPack(file);
      const reasons = passedOver.length > 0 ? [say('packPassedOver', passedOver.join(', '))] : [];
      tell(say('packImported', name), { reasons });
    } catch (error) {
      const { reasons, areFaults } =
        error instanceof PackRefusal ? error : new PackRefusal([sayProblem(error)]);
      tell(say('packRefused', file.name), { isProblem: true, reasons, areFaults });
    }
  };
  const change = async (what: PackChange, done: string | null) => {
    try {
      await send('change-packs', what);
      if (done === null) setTold(null);
      else tell(done);
    } catch (error) {
      tell(say('packNotChanged', sayProblem(error)), { isProblem: true });
    }
  };

  return { told, take, change };
}

function Reasons({ reasons, areFaults }: Pick<Told, 'reasons' | 'areFaults'>) {
  const rest = reasons.length - shownReasons;
  return (
    <>
      {areFaults && <p class="reason">{say('packFaults')}</p>}
      {reasons.slice(0, shownReasons).map((reason) => (
        <p key={reason} class="reason" dir="auto" lang={areFaults ? 'en' : undefined}>
          {reason}
        </p>
      ))}
      {rest > 0 && <p class="reason">{sayCount('packMoreFaults', rest)}</p>}
    </>
  );
}

interface PackProps {
  pack: PackEntry;
  /** Whether it is on as the organisation wants it; null where the reader decides. */
  forced: boolean | null;
  change(what: PackChange, done: string | null): void;
}

function Pack({ pack: { header, claims, isOn }, forced, change }: PackProps) {
  const { id, name, by, homepage, edition } = header;
  const about = useId();
  const facts = [
    by === null ? say('packByUnnamed') : say('packBy', by),
    sayCount('claimCount', claims),
    ...(edition ? [say('packEdition', formatDay(edition))] : []),
  ];
  return (
    <li>
      <div>
        <label class="tick">
          <input
            type="checkbox"
            name={`pack-${id}`}
            checked={forced ?? isOn}
            disabled={forced !== null}
            aria-describedby={about}
            onChange={({ currentTarget }) =>
              change({ kind: 'switch', id, isOn: currentTarget.checked }, null)
            }
          />
          <b dir="auto">{name}</b>
        </label>
        <p class="fine" id={about} dir="auto">
          {facts.join(' · ')}
        </p>
        {forced !== null && <p class="locked">{say('setByOrganisation')}</p>}
        {homepage !== null && (
          <WebLink
            class="fine"
            to={homepage}
            note={<span class="unseen"> ({say('opensInNewTab')})</span>}
          >
            {homepage}
          </WebLink>
        )}
      </div>
      {forced !== true && (
        <button
          type="button"
          class="quiet"
          onClick={() => change({ kind: 'remove', id }, say('packRemoved', name))}
        >
          {say('packRemove')}
          <span class="unseen">: {name}</span>
        </button>
      )}
    </li>
  );
}
