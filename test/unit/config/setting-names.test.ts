/** Unknown names: near-misses end the start, names of other programs do not. And how settings are shown. */
import { describe, expect, it } from '@jest/globals';
import { effectiveSettings } from '../../../src/config/effective-settings.js';
import type { Environment } from '../../../src/config/environment.js';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { unknownNames } from '../../../src/config/setting-names.js';
import { settings } from '../../../src/config/settings.js';

const url = 'https://online3.superoffice.com/Cust12345';
const problemsOf = (environment: Environment): readonly string[] => unknownNames(environment).misspelled;

describe('names in the environment', () => {
  it.each([
    ['SUPEROFFICE_URI', 'SUPEROFFICE_URL'],
    ['SUPEROFFICE_TIMEZONE', 'SUPEROFFICE_TIME_ZONE'],
    ['SUPEROFFICE_APPTOKEN', 'SUPEROFFICE_APP_TOKEN'],
    ['SUPEROFFICE_APP_TOKENS_FILE', 'SUPEROFFICE_APP_TOKEN_FILE'],
    ['ROUTER_SECRETS', 'ROUTER_SECRET'],
    ['CORS_ORIGIN', 'CORS_ORIGINS'],
    ['MAX_REPRESENTATION', 'MAX_REPRESENTATIONS'],
    ['SHUTDOWN_DELAYMS', 'SHUTDOWN_DELAY_MS'],
  ])('a misspelled %s is reported with the right name: it would be ignored', (name, meant) => {
    expect(problemsOf({ [name]: 'x' })).toEqual([`${name}: there is no such setting. Did you mean ${meant}?`]);
  });

  it('no setting counts as a misspelling of another one', () => {
    for (const name of Object.keys(settings))
      expect(unknownNames({ [name]: 'x' })).toEqual({ misspelled: [], ignored: [] });
  });

  it('names of other programs are ignored, and those that begin like ours are reported', () => {
    const others = { PATH: '/bin', HOSTNAME: 'pod', MAX_WIDTH: '3', SUPEROFFICE_NOTE: 'x', SUPEROFFICE_WEB_URL: 'x' };
    expect(gatewayConfig(others).warnings).toEqual([
      'SUPEROFFICE_NOTE: there is no such setting, it is ignored.',
      'SUPEROFFICE_WEB_URL: there is no such setting, it is ignored.',
    ]);
  });

  it('are shown with their defaults, and secrets as set or not set only', () => {
    const { settings: shown } = gatewayConfig({
      ROUTER_SECRET: 'a-secret-of-the-router',
      PORT: '0',
      SUPEROFFICE_URL: url,
    });
    expect(shown).toMatchObject({ PORT: '0', SUPEROFFICE_URL: url, ROUTER_SECRET: 'set', PRINCIPAL_KEY: 'not set' });
    expect(shown['MAX_DEPTH']).toBe('12');
    expect(JSON.stringify(shown)).not.toContain('a-secret');
  });

  it('SUPEROFFICE_URL_FILE is reported: only secrets can be given by file', () => {
    expect(problemsOf({ SUPEROFFICE_URL_FILE: '/run/url' })).toEqual([
      'SUPEROFFICE_URL_FILE: only secrets can be given by file',
    ]);
  });

  it.each([
    [
      { MAX_REPRESENTATIONS: '500', MAX_UPSTREAM_CALLS: '100' },
      /^MAX_UPSTREAM_CALLS \(100\) is less than MAX_REPRESENTATIONS/,
    ],
    [
      { MAX_UPSTREAM_CALLS: '2000', MAX_UPSTREAM_QUEUE: '100' },
      /^MAX_UPSTREAM_QUEUE and MAX_UPSTREAM_CONCURRENCY \(164\)/,
    ],
  ])('limits that conflict are reported: %j', (environment, warning) => {
    expect(gatewayConfig(environment).warnings).toContainEqual(expect.stringMatching(warning));
  });

  it('sufficient limits are not reported: without a secret of the router no caller requests 1,000', () => {
    const limits = { MAX_UPSTREAM_CALLS: '500', MAX_UPSTREAM_QUEUE: '500' };
    expect(gatewayConfig(limits).warnings).toEqual([]);
    const withRouter = gatewayConfig({ ...limits, ROUTER_SECRET: 'a-secret-of-the-router' }).warnings;
    expect(withRouter).toEqual([
      expect.stringContaining('MAX_UPSTREAM_CALLS (500) is less than MAX_REPRESENTATIONS (1000)'),
    ]);
  });

  it('credentials in a URL are not shown', () => {
    const [shown] = effectiveSettings({ SUPEROFFICE_URL: 'https://user:secret@superoffice.example/Cust1' });
    expect(shown?.text).toBe('https://superoffice.example/Cust1');
  });

  it('more references alone require more calls and a longer queue', () => {
    const { limits, superoffice, warnings } = gatewayConfig({ MAX_REPRESENTATIONS: '2000' });
    expect([limits.forCallers.maxUpstreamCalls, superoffice.maxQueued, warnings]).toEqual([2_000, 2_000, []]);
  });

  it('a previous secret of the router alone would leave the router unprotected', () => {
    const environment = { PREVIOUS_ROUTER_SECRET: 'router-secret-before-it' };
    expect(() => gatewayConfig(environment)).toThrow('PREVIOUS_ROUTER_SECRET: expected a ROUTER_SECRET with it');
  });

  it('a near-miss ends the start', () => {
    expect(() => gatewayConfig({ ROUTER_SECRETS: 'x' })).toThrow(
      'ROUTER_SECRETS: there is no such setting. Did you mean ROUTER_SECRET?',
    );
  });
});
