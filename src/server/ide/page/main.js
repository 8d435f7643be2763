/**
 * Runs before Altair: what prepares it, and our panel.
 */
import './altair.js';
import './tabs.js';
import './unsaved.js';
import './panel.js';
