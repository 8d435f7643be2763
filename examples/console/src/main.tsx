/**
 * The entry point of the console: it reads its configuration, then shows the sign-in.
 */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readConfig } from './config.ts';
import './console.css';
import './conversation.css';
import './parts.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App config={await readConfig()} />);
