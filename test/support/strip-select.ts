/**
 * A proxy in front of an emulator that takes `$select` away, so that SuperOffice answers with everything.
 * What the gateway gives out must be the same either way.
 */
import { forwardingProxy, type ForwardingProxy } from './forwarding-proxy.js';

const withoutSelect = (url: string): string => url.replace(/([?&])\$select=[^&]*&?/, '$1').replace(/[?&]$/, '');

export const strippingProxy = (emulatorUrl: string): Promise<ForwardingProxy> =>
  forwardingProxy(emulatorUrl, withoutSelect);
