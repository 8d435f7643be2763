/** `webhooks`: registers the gateway's webhook in SuperOffice, and looks after it. */
import { systemClock } from '../../base/clock.js';
import { gatewayConfig, type GatewayConfig } from '../../config/gateway-config.js';
import { InvalidSettingsError } from '../../config/invalid-settings-error.js';
import { BadUserInputError, GatewayError } from '../../errors/gateway-error.js';
import { WebhookDefinitions, type WebhookDefinition } from '../../superoffice/webhooks/webhook-definitions.js';
import { webhookSender } from '../../superoffice/webhooks/webhook-sender.js';
import type { Command, CommandInput } from '../command.js';
import { authorizationIn, locationOf, lockoutWarning, tenantIn } from '../target.js';

const warning = `${lockoutWarning}
The gateway has to run at the URL with WEBHOOK_SECRET: SuperOffice calls it at once.
Nothing was registered. Repeat the command with --yes.`;

interface Target {
  readonly definitions: WebhookDefinitions;
  readonly secret: string;
  /** Of the webhook; null: --url was not given. */
  readonly targetUrl: string | null;
  readonly input: CommandInput;
}

type Action = (target: Target) => Promise<number>;

function required<Value>(value: Value | null | undefined, problem: string): Value {
  if (value === null || value === undefined) throw new InvalidSettingsError([problem]);
  return value;
}

const urlProblem = '--url: expected the https URL of the gateway, such as https://chat.example.com';

const stateLine = ({ id, state, targetUrl, calls, errors, lastError }: WebhookDefinition): string =>
  [
    `${id}  ${state}  ${targetUrl}`,
    calls === null ? '' : `  ${calls} calls, ${errors ?? 0} errors in a row`,
    lastError === null ? '' : `  last error: ${lastError}`,
  ].join('');

/** Applies something to each of our webhooks. @returns the exit code */
async function toEach(
  { definitions, targetUrl, input }: Target,
  done: string,
  apply: (definition: WebhookDefinition) => Promise<void>,
): Promise<number> {
  const ours = await definitions.ours(targetUrl);
  for (const definition of ours) {
    await apply(definition);
    input.stdout(`${definition.id}  ${done}`);
  }
  if (ours.length === 0) input.stderr('There is no webhook of the gateway. `webhooks register` creates one.');
  return ours.length === 0 ? 1 : 0;
}

/** @returns whether the gateway has accepted a test event */
async function probe(
  definition: WebhookDefinition,
  { definitions, secret, input }: Omit<Target, 'targetUrl'>,
): Promise<boolean> {
  const startedMs = systemClock.monotonicMs();
  const failure = await definitions.test(definition, secret);
  const tookMs = Math.round(systemClock.monotonicMs() - startedMs);
  const said = failure === null ? `the gateway has accepted a test event, after ${tookMs} ms` : `failed: ${failure}`;
  input.stdout(`${definition.id}  probe  ${said}`);
  return failure === null;
}

const actions: Readonly<Record<string, Action>> = {
  register: async ({ definitions, secret, targetUrl, input }) => {
    const url = required(targetUrl, urlProblem);
    if (input.values['yes'] !== true) {
      input.stderr(warning);
      return 1;
    }
    const existing = await definitions.ours(url);
    for (const definition of existing) await definitions.restart(definition, secret);
    if (existing.length === 0) await definitions.register(url, secret);
    for (const definition of await definitions.ours(url)) input.stdout(stateLine(definition));
    return 0;
  },
  status: async ({ definitions, secret, targetUrl, input }) => {
    const ours = await definitions.ours(targetUrl);
    let isGood = ours.length > 0;
    for (const definition of ours) {
      input.stdout(stateLine(definition));
      isGood &&= definition.state === 'Active';
      if (input.values['probe'] === true) isGood = (await probe(definition, { definitions, secret, input })) && isGood;
    }
    if (ours.length === 0) input.stdout('There is no webhook of the gateway.');
    return isGood ? 0 : 1;
  },
  reset: (target) => toEach(target, 'Active', (definition) => target.definitions.restart(definition, target.secret)),
  'rotate-secret': (target) =>
    toEach(target, 'has the secret of WEBHOOK_SECRET', (definition) =>
      target.definitions.restart(definition, target.secret),
    ),
  unregister: (target) => toEach(target, 'deleted', (definition) => target.definitions.delete(definition)),
};

function targetUrlOf(url: unknown, { server, live }: GatewayConfig): string | null {
  if (url === undefined) return null;
  const { webhook } = live ?? {};
  const path = required(webhook?.path, 'SUBSCRIPTIONS: expected true, with WEBHOOK_SECRET');
  if (typeof url !== 'string' || !URL.canParse(url)) throw new InvalidSettingsError([urlProblem]);
  return `${url.replace(/\/+$/, '')}${server.basePath}${path}`;
}

async function runAction(input: CommandInput): Promise<number> {
  const { values, environment, positionals } = input;
  const [name = ''] = positionals;
  const action = required(
    Object.hasOwn(actions, name) ? actions[name] : null,
    'webhooks: expected register, status, reset, rotate-secret or unregister',
  );
  const config = tenantIn(gatewayConfig(environment), values['tenant']);
  const secret = required(config.live?.webhook?.secrets[0], 'WEBHOOK_SECRET: expected, with SUBSCRIPTIONS=true');
  const targetUrl = targetUrlOf(values['url'], config);
  const location = locationOf(config);
  const authorization = authorizationIn(values['credentials']);
  using send = webhookSender({ config: config.superoffice, baseUrl: await location.find(), authorization });
  return await action({ definitions: new WebhookDefinitions(send), secret, targetUrl, input });
}

export const webhooks: Command = {
  name: 'webhooks',
  summary: "registers the gateway's webhook in SuperOffice, and looks after it",
  help: `Usage: superoffice-chat-graphql webhooks ACTION --credentials FILE [--url URL] [--tenant NAME] [--yes] [--probe]

  register       creates the webhook at --url, or makes it active again; asks for --yes, because it may lock users out
  status         state, calls and the last error of each webhook; --probe has SuperOffice send a test event
  reset          makes webhooks active again that SuperOffice has switched off after errors
  rotate-secret  gives them the secret of WEBHOOK_SECRET; before it, all gateways need the new one there, and the old one in
                 PREVIOUS_WEBHOOK_SECRET
  unregister     deletes them

  --credentials  a file with the value of Authorization of a user with the right to administer webhooks; - is standard input
  --url          URL of the gateway, without WEBHOOK_PATH; default: webhooks of the gateway at any URL
  --tenant       one of SUPEROFFICE_TENANTS
Exit code 0: done, or all are active. 1: there is none, one is not active, or SuperOffice refuses. 2: wrong options or settings.`,
  usesSettings: true,
  takesPositionals: true,
  options: {
    credentials: { type: 'string' },
    url: { type: 'string' },
    tenant: { type: 'string' },
    yes: { type: 'boolean' },
    probe: { type: 'boolean' },
  },
  run: async (input) => {
    try {
      return await runAction(input);
    } catch (error) {
      if (error instanceof BadUserInputError)
        throw new InvalidSettingsError([
          '--credentials: expected Basic, SOTicket or Bearer with its token, on one line',
        ]);
      if (!(error instanceof GatewayError)) throw error;
      input.stderr(`SuperOffice has not done it. ${error.publicMessage}`);
      return 1;
    }
  },
};
