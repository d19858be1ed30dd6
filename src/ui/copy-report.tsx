import { useState } from 'preact/hooks';
import type { CheckedText } from '../report/checked-text.ts';
import { CopyByHand } from './copy-by-hand.tsx';
import { type ReportForm, reportAs, reportForms } from './report.ts';
import { say } from './say.ts';

/** Copies a report on what was checked, in the form that is chosen. */
export function CopyReport({ texts }: { texts: () => Promise<readonly CheckedText[]> }) {
  const [copied, setCopied] = useState<ReportForm | null>(null);
  const [byHand, setByHand] = useState<string | null>(null);
  const copy = async (form: ReportForm) => {
    const report = reportAs(form, await texts());
    try {
      await navigator.clipboard.writeText(report);
      setCopied(form);
    } catch {
      setByHand(report);
    }
  };
  if (byHand !== null) {
    return <CopyByHand text={byHand} help={say('copyByHand')} onBack={() => setByHand(null)} />;
  }
  return (
    <div class="copy-report">
      <span>{say('copyReport')}</span>
      {reportForms.map((form) => (
        <button key={form} type="button" class="quiet" onClick={() => copy(form)}>
          {form}
        </button>
      ))}
      <span class="fine" role="status">
        {copied && say('copied')}
      </span>
    </div>
  );
}
