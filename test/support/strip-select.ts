/**
 * A proxy in front of an emulator that removes `$select`, so that SuperOffice returns whole records. The gateway's responses
 * must be the same either way.
 */
import { forwardingProxy, type ForwardingProxy } from './forwarding-proxy.js';

const withoutSelect = (url: string): string => url.replace(/([?&])\$select=[^&]*&?/, '$1').replace(/[?&]$/, '');

export const strippingProxy = (emulatorUrl: string): Promise<ForwardingProxy> =>
  forwardingProxy(emulatorUrl, withoutSelect);
