/** SUPEROFFICE_CA_FILE: a file without a certificate is refused at the start, not at the first call. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { contextTrusting } from '../../../src/http/trusted-authorities.js';
import { authorityFile, selfSignedFile } from '../../support/certificates.js';

async function configWith(content: string | Uint8Array): Promise<() => unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'authorities-'));
  const path = join(folder, 'ca.pem');
  await writeFile(path, content);
  try {
    const { superoffice } = gatewayConfig({ SUPEROFFICE_CA_FILE: path });
    return () => superoffice.certificateAuthorities;
  } catch (error) {
    return () => {
      throw error;
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const expected = 'SUPEROFFICE_CA_FILE: expected a PEM file with certificates';
const pem = readFileSync(authorityFile, 'utf8');

describe('SUPEROFFICE_CA_FILE', () => {
  it('is read into one context, for calls, logins and the state of a tenant', () => {
    const authorities = [pem];
    expect(contextTrusting(authorities)).toBe(contextTrusting(authorities));
    expect(contextTrusting([])).toBeUndefined();
  });

  it.each<readonly [string, string | Uint8Array]>([
    ['an empty file', ''],
    ['DER', new X509Certificate(pem).raw],
    ['garbage', 'not a certificate'],
    ['a certificate that is cut off', pem.slice(0, pem.length / 2)],
    ['a good one and a broken one', `${pem}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`],
    ['a key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
  ])('%s is refused', async (_what, content) => {
    expect(await configWith(content)).toThrow(expected);
  });

  it.each([
    ['one', pem],
    ['several, with words between them', `# ours\n${pem}\n# theirs\n${readFileSync(selfSignedFile, 'utf8')}`],
    ['lines of another system', pem.replaceAll('\n', '\r\n')],
  ])('%s is accepted', async (_what, content) => {
    expect(await configWith(content)).not.toThrow();
    const [first] = (await configWith(content))() as readonly string[]; // behind it, those of NODE_EXTRA_CA_CERTS
    expect(first).toBe(content);
  });
});
