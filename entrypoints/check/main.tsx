import { render } from 'preact';
import { followReader } from '../../src/ui/own-page.ts';
import { say } from '../../src/ui/say.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/parts.css';
import { CheckPage } from './check-page.tsx';
import './check.css';

const app = document.getElementById('app');
await followReader(() => {
  document.title = `${say('checkText')} – Tumen`;
  if (app) render(<CheckPage />, app);
});
