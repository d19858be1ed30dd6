import type { ComponentChildren } from 'preact';

interface TickProps {
  name: string;
  isOn: boolean;
  set(isOn: boolean): void;
  /** What the box stands for. */
  children: ComponentChildren;
}

/** A box to tick, with what it stands for. */
export function Tick({ name, isOn, set, children }: TickProps) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        name={name}
        checked={isOn}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}
