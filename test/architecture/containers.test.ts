/**
 * Dockerfile, compose.yaml and the Kubernetes manifest cannot be run here; their files, commands, ports, settings and times are
 * compared with the code, and what they start is started without a container.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { emulate } from '../../src/cli/commands/emulate.js';
import { serve } from '../../src/cli/commands/serve.js';
import { gatewayConfig } from '../../src/config/gateway-config.js';
import { settings } from '../../src/config/settings.js';
import { startEmulator } from '../../src/emulator/index.js';
import { commandLine, urlOf } from '../support/command-line.js';
import { authorization, gatewayOnEmulator, queryAt } from '../support/query-gateway.js';
import { readText, root } from '../support/source-files.js';

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly string[];
  readonly read_only: boolean;
  readonly stop_grace_period?: string;
}

const steps = [...readText('Dockerfile').matchAll(/^([A-Z]+) (.*)$/gm)].map(([, name = '', words = '']) => ({
  name,
  words,
}));
const wordsOf = (instruction: string): string[] =>
  steps.filter(({ name }) => name === instruction).map(({ words }) => words);
const execForm = (words: string): string[] => JSON.parse(words.slice(words.indexOf('[')));
const imageEnvironment = Object.fromEntries(
  wordsOf('ENV').flatMap((words) => words.split(' ').map((pair) => pair.split(/=(.*)/s))),
) as Record<string, string>;

const { services } = parse(readText('compose.yaml')) as { services: { emulator: Service; gateway: Service } };
const manifests = parseAllDocuments(readText('src/config/kubernetes.yaml')).map((document) => document.toJS());
const deployment = manifests.find(({ kind }) => kind === 'Deployment');
const pod = deployment.spec.template.spec;
const [container] = pod.containers;

const defaults = gatewayConfig({ SUPEROFFICE_URL: 'https://superoffice.example' }).server;
const readNames = Object.entries(settings).flatMap(([name, more]) =>
  'isSecret' in more ? [name, `${name}_FILE`] : [name],
);

const [node = '', ...commandWords] = execForm(wordsOf('CMD').at(-1) ?? '');
const nodeFlags = commandWords.filter((word) => word.startsWith('--'));
const serveWords = commandWords.slice(nodeFlags.length);

/** The options of a command line. @throws {TypeError} the CLI has no such command or option */
function optionsOf([node, main, name, ...args]: readonly string[]) {
  const known = [serve, emulate].find((one) => one.name === name);
  expect([node, main, known?.name]).toEqual(['node', 'dist/cli/main.js', name]);
  return parseArgs({ args, options: known?.options ?? {}, allowPositionals: false }).values;
}

const exitCodeOf = ([, ...args]: readonly string[], env: Readonly<Record<string, string>>): Promise<unknown> =>
  new Promise((resolve) => execFile(process.execPath, args, { env }, (error) => resolve(error?.code ?? 0)));

const portOf = (url: string): string => new URL(url).port;

describe('Dockerfile', () => {
  it('copies existing files or results of the previous stage, and nothing that .dockerignore excludes', () => {
    const copies = wordsOf('COPY').map((words) => words.split(' '));
    expect(copies.length).toBeGreaterThan(3);
    for (const [first = '', ...others] of copies) {
      if (first === '--from=build') expect(others).toEqual(['/app/dist', 'dist']);
      else
        for (const source of [first, ...others.slice(0, -1)]) {
          expect(existsSync(join(root, source))).toBe(true);
          expect(readText('.dockerignore').split('\n')).toContain(`!${source}`);
        }
    }
    expect(JSON.parse(readText('src/tsconfig.json')).compilerOptions.outDir).toBe('../dist');
  });

  it('runs existing scripts, on the version of node that is used for development', () => {
    const scripts = wordsOf('RUN').flatMap((words) => [...words.matchAll(/npm run (\S+)/g)].map(([, name]) => name));
    expect(scripts).toEqual(['build']);
    expect(JSON.parse(readText('package.json')).scripts).toHaveProperty('build');
    for (const image of wordsOf('FROM')) expect(image.split(' ')[0]).toBe(`node:${readText('.nvmrc').trim()}-slim`);
  });

  it('starts the gateway as a user other than root, so that signals reach it', () => {
    expect(optionsOf([node, ...serveWords])).toEqual({});
    expect(wordsOf('USER')).toEqual(['node']);
    expect(wordsOf('ENTRYPOINT')).toEqual([]);
  });

  it('has the ports and the environment of the settings', () => {
    const names = Object.keys(imageEnvironment).filter((name) => !name.startsWith('NODE_'));
    expect(names.filter((name) => !readNames.includes(name))).toEqual([]);
    expect(imageEnvironment).toMatchObject({
      NODE_ENV: 'production',
      PORT: String(defaults.port),
    });
    expect(wordsOf('EXPOSE')).toEqual([String(defaults.port)]);
  });

  it('has a HEALTHCHECK that fails without a gateway', async () => {
    await using gateway = await gatewayOnEmulator();
    const check = execForm(wordsOf('HEALTHCHECK')[0] ?? '');
    expect(await exitCodeOf(check, { PORT: portOf(gateway.url) })).toBe(0);
    expect(await exitCodeOf(check, { PORT: '9' })).toBe(1);
    expect(gateway.emulator.requests).toEqual([]);
  });
});

/** Node's own file system permission: reading only. */
const readOnly = ['--permission', '--experimental-permission'].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

describe('a read-only file system', () => {
  it('is enough for the gateway: with the environment of compose it starts, responds and stops', async () => {
    await using emulator = await startEmulator();
    const environment = { ...imageEnvironment, ...services.gateway.environment, HOST: '127.0.0.1', PORT: '0' };
    const flags = [...nodeFlags, `${readOnly}`, '--allow-fs-read=*', '--disable-warning=ExperimentalWarning'];
    await using gateway = commandLine(['serve'], { ...environment, SUPEROFFICE_URL: emulator.url }, flags);
    const { data } = await queryAt(
      await urlOf(gateway),
      { query: '{ chatSession(id: 192) { id } }' },
      { authorization },
    );
    expect(data).toEqual({ chatSession: { id: '192' } });
    expect(emulator.requests).toEqual(['GetChatSessionEntity 192 $select=ChatSessionId']);
    gateway.signal('SIGTERM');
    expect(await gateway.ended).toBe(0);
  });
});

describe('compose.yaml', () => {
  const { emulator, gateway } = services;

  it('has settings that are valid together with those of the image', () => {
    const environment = gateway.environment ?? {};
    expect(Object.keys(environment).filter((name) => !readNames.includes(name))).toEqual([]);
    const config = gatewayConfig({ ...imageEnvironment, ...environment });
    const { host } = optionsOf(emulator.command ?? []);
    expect([config.isDemo, host]).toEqual([false, '0.0.0.0']);
  });

  it('has the published port of the gateway, and the address of the emulator', () => {
    const { hostname, port } = new URL(gateway.environment?.['SUPEROFFICE_URL'] ?? '');
    expect([hostname, port]).toEqual(['emulator', optionsOf(emulator.command ?? [])['port']]);
    expect(gateway.ports).toEqual([`127.0.0.1:${defaults.port}:${defaults.port}`]);
  });

  it('has a health check of the emulator that fails without it', async () => {
    await using running = await startEmulator();
    const [kind, ...check] = emulator.healthcheck?.test ?? [];
    const at = (port: string): string[] => check.map((word) => word.replace(':4010/', `:${port}/`));
    expect(kind).toBe('CMD');
    expect(await exitCodeOf(at(String(running.port)), {})).toBe(0);
    expect(await exitCodeOf(at('9'), {})).toBe(1);
  });

  it('writes nothing, and has enough time to drain', () => {
    for (const service of [emulator, gateway]) expect(service.read_only).toBe(true);
    expect(Number.parseInt(gateway.stop_grace_period ?? '') * 1000).toBeGreaterThan(defaults.drainTimeoutMs);
  });

  it('has an emulator that listens on all addresses', async () => {
    await using running = commandLine(['emulate', '--host', '0.0.0.0', '--port', '0']);
    const url = await urlOf(running);
    expect(new URL(url).hostname).toBe('0.0.0.0');
    expect((await fetch(`http://127.0.0.1:${portOf(url)}/api`)).status).toBe(200);
  });
});

describe('the Kubernetes manifest', () => {
  const environment = Object.fromEntries(
    (container.env as { name: string; value: string }[]).map(({ name, value }) => [name, value]),
  );

  it('has valid settings; secrets are mounted files', () => {
    expect(Object.keys(environment).filter((name) => !readNames.includes(name))).toEqual([]);
    const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
    expect(files.length).toBeGreaterThan(0);
    const [{ mountPath, name }] = container.volumeMounts;
    expect(pod.volumes.map((volume: { name: string }) => volume.name)).toEqual([name]);
    for (const [, path] of files) expect(path.startsWith(`${mountPath}/`)).toBe(true);
    const withoutFiles = Object.fromEntries(Object.entries(environment).filter(([key]) => !key.endsWith('_FILE')));
    const key = { PRINCIPAL_KEY: 'the-key-in-the-file-of-the-secret' };
    expect(gatewayConfig({ ...imageEnvironment, ...withoutFiles, ...key }).isDemo).toBe(false);
  });

  it('has a Redis that its replicas reach, and limits for as many replicas as there may be', () => {
    const redis = manifests.find(({ kind, metadata }) => kind === 'Service' && metadata.name.endsWith('redis'));
    const { hostname, port } = new URL(environment['REDIS_URL'] ?? '');
    expect([hostname, Number(port)]).toEqual([redis.metadata.name, redis.spec.ports[0].port]);
    const server = manifests.find(({ metadata, kind }) => kind === 'Deployment' && metadata.name === hostname);
    expect(server.spec.template.metadata.labels).toEqual(redis.spec.selector);
    const scaler = manifests.find(({ kind }) => kind === 'HorizontalPodAutoscaler');
    expect(scaler.spec.maxReplicas).toBe(Number(environment['REPLICAS']));
    expect(scaler.spec.scaleTargetRef.name).toBe(deployment.metadata.name);
  });

  it('scales by gauges that the gateway has, and evicts one replica at a time', async () => {
    await using gateway = await gatewayOnEmulator();
    const scaler = manifests.find(({ kind }) => kind === 'HorizontalPodAutoscaler');
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    const own = scaler.spec.metrics.filter(({ type }: { type: string }) => type === 'Pods');
    expect(own.length).toBeGreaterThan(0);
    for (const { pods } of own) expect(metrics).toContain(`# TYPE ${pods.metric.name} gauge`);
    const budget = manifests.find(({ kind }) => kind === 'PodDisruptionBudget');
    expect(budget.spec).toEqual({ maxUnavailable: 1, selector: deployment.spec.selector });
    expect(scaler.spec.minReplicas).toBeGreaterThan(1);
  });

  it('has a grace period that is longer than the delay and the drain together', () => {
    const { SHUTDOWN_DELAY_MS, DRAIN_TIMEOUT_MS } = environment;
    const { server } = gatewayConfig({ SHUTDOWN_DELAY_MS, DRAIN_TIMEOUT_MS });
    expect(server.shutdownDelayMs).toBe(5_000);
    expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThan(server.shutdownDelayMs + server.drainTimeoutMs);
  });

  it('probes paths that the gateway serves, on its port', async () => {
    await using gateway = await gatewayOnEmulator();
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
      const { path, port } = container[probe].httpGet;
      expect(port).toBe(container.ports[0].name);
      expect((await fetch(`${gateway.url}${path}`)).status).toBe(200);
    }
    expect(container.ports[0].containerPort).toBe(defaults.port);
  });

  it('starts next to services of any name, including its own, and allows a slow start', () => {
    const links = (service: string) => ({
      [`${service}_SERVICE_HOST`]: '10.0.0.1',
      [`${service}_SERVICE_PORT`]: '80',
      [`${service}_SERVICE_PORT_HTTP`]: '80',
      [`${service}_PORT`]: 'tcp://10.0.0.1:80',
      [`${service}_PORT_80_TCP`]: 'tcp://10.0.0.1:80',
      [`${service}_PORT_80_TCP_PROTO`]: 'tcp',
      [`${service}_PORT_80_TCP_PORT`]: '80',
      [`${service}_PORT_80_TCP_ADDR`]: '10.0.0.1',
    });
    const services = ['SUPEROFFICE_CHAT_GRAPHQL', 'SUPEROFFICE_URL', 'ROUTER_SECRET', 'METRICS', 'KUBERNETES'];
    for (const service of services) expect(gatewayConfig(links(service)).warnings).toEqual([]);
    expect(pod.enableServiceLinks).toBe(false);
    const { periodSeconds, failureThreshold } = container.startupProbe;
    expect(periodSeconds * failureThreshold).toBeGreaterThanOrEqual(60);
  });

  it('runs as a user other than root and writes nothing; the service selects it', () => {
    expect(pod.securityContext.runAsNonRoot).toBe(true);
    expect(container.securityContext).toMatchObject({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
    expect(Object.keys(container.resources).sort()).toEqual(['limits', 'requests']);
    const service = manifests.find(({ kind }) => kind === 'Service');
    expect(deployment.spec.template.metadata.labels).toMatchObject(service.spec.selector);
    expect(service.spec.ports[0].targetPort).toBe(container.ports[0].name);
  });
});
