import { render } from 'preact';
import cardCss from '../ui/card.css?inline';
import { Card, type CardProps } from '../ui/card.tsx';
import partsCss from '../ui/parts.css?inline';

/** What the card is drawn with. It is brought into a page when the first card is asked for. */
export interface CardPart {
  styles: string[];
  /** Draws a card into an element, or takes it out again. */
  draw(props: CardProps | null, element: Element): void;
}

export const cardPart: CardPart = {
  styles: [partsCss, cardCss],
  draw: (props, element) => render(props && <Card {...props} />, element),
};
