import type { ComponentChildren } from 'preact';
import { isWebAddress } from '../claims/web-address.ts';

interface WebLinkProps {
  to: string;
  class?: string;
  /** Shown also where the address is none of the web. */
  children: ComponentChildren;
  /** Shown only where there is a link. */
  note?: ComponentChildren;
}

/**
 * A link that leads out of Tumen: the one place where an address out of claims, packs or prose is put into
 * a link. It opens in a new tab, which hears nothing of where it came from.
 */
export function WebLink({ to, class: className, children, note }: WebLinkProps) {
  if (!isWebAddress(to)) return <>{children}</>;
  return (
    <a
      class={className}
      href={to}
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
    >
      {children}
      {note}
    </a>
  );
}
