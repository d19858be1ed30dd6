import { render } from 'preact';
import { followReader } from '../../src/ui/own-page.ts';
import { say } from '../../src/ui/say.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/parts.css';
import { Welcome } from './welcome.tsx';
import './welcome.css';

const app = document.getElementById('app');
await followReader((settings) => {
  document.title = `${say('welcomeTitle')} – Tumen`;
  if (app) render(<Welcome settings={settings} />, app);
});
