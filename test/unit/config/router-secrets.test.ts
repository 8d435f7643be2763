/** ROUTER_SECRET, its predecessor, and the settings that depend on them. */
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';

describe('the router secret', () => {
  it('can be required of all callers only where there is one', () => {
    expect(() => gatewayConfig({ ROUTER_ONLY: 'true' })).toThrow('ROUTER_ONLY: expected a ROUTER_SECRET with it');
    const { router } = gatewayConfig({ ROUTER_ONLY: 'true', ROUTER_SECRET: 'a-secret-of-16-chars' });
    expect(router).toMatchObject({ isRouterOnly: true, secret: 'a-secret-of-16-chars' });
  });

  it('is refused where it is short, without being shown', () => {
    expect(() => gatewayConfig({ ROUTER_SECRET: 'short' })).toThrow(/^ROUTER_SECRET: expected 16 to 512 [^\n]*$/);
  });
});
