/**
 * The page at /: Altair, prepared for this gateway, with our panel next to it. It loads from and sends to its own origin only.
 */
import type { RenderOptions } from 'altair-static';
import type { GatewayConfig } from '../../config/gateway-config.js';
import { sampleAuthorization } from '../../superoffice/forwarded-headers.js';
import { explainHeader } from '../graphql/request-context.js';
import { exampleQueries } from './example-queries.js';

/** The initial headers: responses list their calls, and the demo uses the credentials of SuperOffice's documentation. */
const initialHeadersOf = ({ isDemo, explain, superoffice }: GatewayConfig): Readonly<Record<string, string>> => ({
  [superoffice.credentialsHeader]: isDemo ? sampleAuthorization : 'Bearer <your token>',
  'SO-Language': superoffice.language,
  ...(explain && { [explainHeader]: '1' }),
});

function altairOptions(config: GatewayConfig, endpointURL: string): RenderOptions {
  const initialHeaders = initialHeadersOf(config);
  const bySocket = {
    subscriptionsEndpoint: endpointURL,
    initialSubscriptionRequestHandlerId: 'graphql-ws',
    initialSubscriptionsPayload: initialHeaders,
  } as const;
  return {
    endpointURL,
    ...(config.subscriptions && bySocket),
    initialHeaders,
    initialWindows: exampleQueries(config).map(({ name, query, variables = '{}' }) => ({
      initialName: name,
      initialQuery: query,
      initialVariables: variables,
      initialHeaders,
      endpointURL,
      ...(config.subscriptions && bySocket),
    })),
    initialSettings: {
      theme: 'light',
      'theme.dark': 'dark', // where the system is dark
      'theme.fontsize': 24,
      'theme.editorFontSize': 12,
      'response.hideExtensions': config.explain, // the panel shows them
      'alert.disableUpdateNotification': true,
      disablePushNotification: true,
      'schema.reloadOnStart': config.introspection,
    },
    preserveState: false, // the headers hold credentials
    disableAccount: true,
  };
}

/**
 * Allows scripts, styles and connections of our own origin only; no page may frame it. Altair's libraries write style attributes in HTML:
 * they are allowed, and they can neither run a script nor load from elsewhere.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export interface PageParts {
  /** Where Altair's files are, without the base path; ends with a slash. */
  readonly altairPath: string;
  /** Where our own files are. */
  readonly pagePath: string;
  /** Each response has its own. */
  readonly nonce: string;
}

/** What our scripts know of the configuration. */
function dataAttributes(config: GatewayConfig): string {
  const { isDemo, superoffice } = config;
  const tabs = `data-tabs="${exampleQueries(config).length}"`;
  return `${tabs} data-credentials-header="${superoffice.credentialsHeader}"${isDemo ? ' data-demo' : ''}`;
}

export function idePage(
  render: (options: RenderOptions) => string,
  config: GatewayConfig,
  { altairPath, pagePath, nonce }: PageParts,
): string {
  const { basePath } = config.server;
  const endpointURL = `${basePath}/graphql`;
  const html = render({ ...altairOptions(config, endpointURL), baseURL: `${basePath}${altairPath}`, cspNonce: nonce });
  const added = [
    `<link rel="stylesheet" href="${basePath}${pagePath}panel.css" />`,
    `<script type="module" nonce="${nonce}" src="${basePath}${pagePath}main.js"></script>`,
  ];
  return (
    html
      .replace('<html>', `<html lang="en" ${dataAttributes(config)}>`)
      .replace('<title>Altair</title>', '<title>SuperOffice chat: GraphQL</title>')
      // Altair needs an absolute URL, which is known only in the browser.
      .replaceAll(`endpointURL: \`${endpointURL}\``, `endpointURL: new URL('${endpointURL}', location.href).href`)
      .replaceAll(
        `subscriptionsEndpoint: \`${endpointURL}\``,
        `subscriptionsEndpoint: new URL('${endpointURL}', location.href).href.replace('http', 'ws')`,
      )
      .replace('</head>', `  ${added.join('\n    ')}\n  </head>`)
  );
}
