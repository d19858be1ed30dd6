// biome-ignore-all lint/suspicious/noArrayIndexKey: prose is drawn once, and its order never changes
import type { Inline, ProseBlock } from '../claims/library.ts';
import { WebLink } from '../ui/web-link.tsx';
import { WideTable } from './wide-table.tsx';

/** A page of prose, such as the one on method. */
export function Prose({ blocks }: { blocks: readonly ProseBlock[] }) {
  return (
    <article class="prose" lang="en">
      {blocks.map((block, index) => (
        <Block key={`${index} ${block.kind}`} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { block: ProseBlock }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h1' : block.level === 2 ? 'h2' : 'h3';
      return (
        <Heading>
          <Line parts={block.parts} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Line parts={block.parts} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={`${index}`}>
              <Line parts={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <Table {...block} />;
  }
}

function Table({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  return (
    <WideTable label={head.map(textOf).join(', ')}>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={`${index}`} scope="col">
              <Line parts={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = [], ...others], index) => (
          <tr key={`${index}`}>
            <th scope="row">
              <Line parts={first} />
            </th>
            {others.map((cell, column) => (
              <td key={`${column}`}>
                <Line parts={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function textOf(parts: readonly Inline[]): string {
  return parts.map(({ text }) => text).join('');
}

function Line({ parts }: { parts: readonly Inline[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <Part key={`${index}`} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { part: Inline }) {
  switch (part.kind) {
    case 'text':
      return <>{part.text}</>;
    case 'code':
      return <code>{part.text}</code>;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'emphasis':
      return <em>{part.text}</em>;
    case 'link':
      return part.to.startsWith('#') ? (
        <a href={part.to}>{part.text}</a>
      ) : (
        <WebLink to={part.to}>{part.text}</WebLink>
      );
  }
}
