import { render } from 'preact';
import { browser } from 'wxt/browser';
import { say } from '../../src/ui/say.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/parts.css';
import { Welcome } from './welcome.tsx';
import './welcome.css';

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = `${say('welcomeTitle')} – Tumen`;
const app = document.getElementById('app');
if (app) render(<Welcome />, app);
