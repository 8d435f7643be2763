/** Untrusted TLS, and plain HTTP in its place. SUPEROFFICE_CA_FILE extends trust; no setting switches verification off. */
import { describe, expect, it } from '@jest/globals';
import { authorityFile, certificate, selfSignedFile, type ServerCertificate } from '../support/certificates.js';
import { commandLine, urlOf } from '../support/command-line.js';
import { comesTrue } from '../support/eventually.js';
import { leftOpen, openHandles } from '../support/open-handles.js';
import { authorization, gatewayAt, queryAt } from '../support/query-gateway.js';
import { rawAnswer } from '../support/raw-answers.js';
import { scriptedUpstream, silence, write } from '../support/scripted-upstream.js';
import { codesOf, healthy, shortDeadlines } from '../support/upstream-row.js';

const query = '{ faulty: chatSession(id: 13) { status } __typename }';
const nextQuery = '{ chatSession(id: 193) { status } }';
const trusting = { SUPEROFFICE_CA_FILE: authorityFile };
const closed = { chatSession: { status: 'CLOSED' } };

describe('TLS', () => {
  it.each<readonly [string, () => ServerCertificate | null]>([
    ['self-signed', () => certificate('self-signed')],
    ['for another host', () => certificate('wrong-host')],
    ['expired', () => certificate('expired')],
    ['plain HTTP on the port for TLS', () => null],
  ])('U37 %s: UPSTREAM_UNAVAILABLE, no retry, nothing is sent', async (_name, badCertificate) => {
    const before = openHandles();
    let present = badCertificate;
    const greeting = badCertificate() ? [] : [write(rawAnswer())];
    await using upstream = await scriptedUpstream(healthy, { certificate: () => present(), greeting });
    const gateway = await gatewayAt(upstream.url, trusting);

    const { data, errors = [] } = await gateway.query(query);

    expect([data, codesOf(errors)]).toEqual([{ faulty: null, __typename: 'Query' }, ['faulty: UPSTREAM_UNAVAILABLE']]);
    expect([upstream.connections(), upstream.requests.length]).toEqual([1, 0]);
    expect(await comesTrue(() => upstream.openSockets() === 0)).toBe(true);
    await using fixed = await scriptedUpstream(healthy, { certificate: () => certificate('good') });
    await using other = await gatewayAt(fixed.url, trusting);
    expect((await other.query(nextQuery)).data).toEqual(closed);
    if (greeting.length === 0) {
      present = () => certificate('good');
      expect((await gateway.query(nextQuery)).data).toEqual(closed);
    }
    await gateway[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
    await fixed[Symbol.asyncDispose]();
    expect(await leftOpen(before)).toEqual([]);
  });

  it('U37 of an unknown authority: UPSTREAM_UNAVAILABLE, no retry', async () => {
    await using upstream = await scriptedUpstream(healthy, { certificate: () => certificate('good') });
    await using gateway = await gatewayAt(upstream.url);
    const { errors = [] } = await gateway.query(query);
    expect(codesOf(errors)).toEqual(['faulty: UPSTREAM_UNAVAILABLE']);
    expect([upstream.connections(), upstream.requests.length]).toEqual([1, 0]);
  });

  it('U37 the reason is in the log, and not in the response', async () => {
    await using upstream = await scriptedUpstream(healthy, { certificate: () => certificate('self-signed') });
    await using gateway = await gatewayAt(upstream.url, trusting);
    const { errors } = await gateway.query(query);
    expect(gateway.log()).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(JSON.stringify(errors)).not.toMatch(/cert|tls|127\.0\.0\.1/i);
  });

  it('U37 SUPEROFFICE_CA_FILE and NODE_EXTRA_CA_CERTS together: both are trusted', async () => {
    await using upstream = await scriptedUpstream(healthy, { certificate: () => certificate('good') });
    await using gateway = commandLine(['serve'], {
      HOST: '127.0.0.1',
      PORT: '0',
      SUPEROFFICE_URL: upstream.url,
      SUPEROFFICE_CA_FILE: selfSignedFile,
      NODE_EXTRA_CA_CERTS: authorityFile,
    });
    const { data } = await queryAt(await urlOf(gateway), { query: nextQuery }, { authorization });
    expect(data).toEqual(closed);
  });

  it('U37 NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment changes nothing', async () => {
    await using upstream = await scriptedUpstream(healthy, { certificate: () => certificate('self-signed') });
    await using gateway = commandLine(['serve'], {
      HOST: '127.0.0.1',
      PORT: '0',
      SUPEROFFICE_URL: upstream.url,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    });
    const { errors = [] } = await queryAt(await urlOf(gateway), { query }, { authorization });
    expect(codesOf(errors)).toEqual(['faulty: UPSTREAM_UNAVAILABLE']);
    expect(upstream.requests).toEqual([]);
    await gateway.printed(/DEPTH_ZERO_SELF_SIGNED_CERT/);
  });

  it('U4 a handshake without a response: UPSTREAM_TIMEOUT after one retry, sockets destroyed', async () => {
    await using upstream = await scriptedUpstream(() => [silence], { certificate: () => null });
    await using gateway = await gatewayAt(upstream.url, { ...trusting, ...shortDeadlines });
    const { errors = [] } = await gateway.query(query);
    expect(codesOf(errors)).toEqual(['faulty: UPSTREAM_TIMEOUT']);
    expect([upstream.connections(), upstream.requests.length]).toEqual([2, 0]);
    expect(await comesTrue(() => upstream.openSockets() === 0)).toBe(true);
  });

  it('U34 from https to http: UPSTREAM_INVALID_RESPONSE, not a byte is sent there', async () => {
    await using plain = await scriptedUpstream(healthy);
    const downgrade = rawAnswer({ status: 307, headers: { Location: plain.url } });
    await using upstream = await scriptedUpstream(() => [write(downgrade)], { certificate: () => certificate('good') });
    await using gateway = await gatewayAt(upstream.url, trusting);
    const { errors = [] } = await gateway.query(query);
    expect(codesOf(errors)).toEqual(['faulty: UPSTREAM_INVALID_RESPONSE']);
    expect([upstream.requests.length, plain.connections()]).toEqual([1, 0]);
  });
});
