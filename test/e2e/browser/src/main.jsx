/**
 * Where the console begins: it reads where the gateway is, then asks who is there.
 */
import { createRoot } from 'react-dom/client';
import { App } from './app.jsx';
import './console.css';
import './conversation.css';
import './parts.css';

const response = await fetch('/config.json');
const { gatewayUrl, pollSeconds } = await response.json();
createRoot(document.getElementById('root')).render(<App gatewayUrl={gatewayUrl} pollSeconds={pollSeconds} />);
