/**
 * The entry point of the console: it reads the URL of the gateway, then shows the sign-in.
 */
import { createRoot } from 'react-dom/client';
import { App } from './app.jsx';
import './console.css';
import './conversation.css';
import './parts.css';

const response = await fetch('/config.json');
const { gatewayUrl, pollSeconds, isLive } = await response.json();
createRoot(document.getElementById('root')).render(
  <App gatewayUrl={gatewayUrl} pollSeconds={pollSeconds} isLive={isLive} />,
);
