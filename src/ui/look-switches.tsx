import type { Look } from '../settings/settings.ts';
import { say } from './say.ts';
import { Tick } from './tick.tsx';

interface LookSwitchesProps {
  look: Look;
  set(look: Partial<Look>): void;
}

/** What the reader can switch of how marks look. */
export function LookSwitches({ look, set }: LookSwitchesProps) {
  return (
    <>
      <Tick name="quietMarks" isOn={look.quiet} set={(quiet) => set({ quiet })}>
        {say('quietMarks')}
      </Tick>
      <Tick name="scrollTicks" isOn={look.ticks} set={(ticks) => set({ ticks })}>
        {say('scrollTicks')}
      </Tick>
    </>
  );
}
