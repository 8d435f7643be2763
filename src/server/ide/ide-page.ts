/**
 * The page at /: Altair, prepared for this gateway, with our panel beside it. All that it loads and asks is on its own origin.
 */
import type { RenderOptions } from 'altair-static';
import type { GatewayConfig } from '../../config/gateway-config.js';
import { sampleAuthorization } from '../../superoffice/forwarded-headers.js';
import { explainHeader } from '../graphql/explained-response.js';
import { exampleQueries } from './example-queries.js';

export type RenderPage = (options: RenderOptions) => string;

/** As filled in, so that each answer tells its calls; in the demo with the credentials of SuperOffice's documentation. */
function preparedHeaders({ isDemo, explain, superoffice }: GatewayConfig): Readonly<Record<string, string>> {
  return {
    [superoffice.credentialsHeader]: isDemo ? sampleAuthorization : 'Bearer <your token>',
    'SO-Language': superoffice.language,
    ...(explain && { [explainHeader]: '1' }),
  };
}

/** Nothing is kept in the browser: the headers hold credentials. */
function pageOptions(
  config: GatewayConfig,
  { endpointURL, nonce }: Pick<OwnPlaces, 'endpointURL' | 'nonce'>,
): RenderOptions {
  const initialHeaders = preparedHeaders(config);
  return {
    endpointURL,
    initialHeaders,
    initialWindows: exampleQueries(config.mutations).map(({ name, query, variables = '{}' }) => ({
      initialName: name,
      initialQuery: query,
      initialVariables: variables,
      initialHeaders,
      endpointURL,
    })),
    initialSettings: {
      theme: 'light',
      'theme.fontsize': 24,
      'theme.editorFontSize': 12,
      'response.hideExtensions': config.explain, // the panel shows them
      'alert.disableUpdateNotification': true,
      disablePushNotification: true,
      'schema.reloadOnStart': config.introspection,
    },
    preserveState: false,
    disableAccount: true,
    cspNonce: nonce,
  };
}

/** Scripts, styles and connections of our own origin and nothing else; framed by nobody. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export interface PagePlaces {
  /** Altair wants a whole address, which only the browser knows: the page replaces it. */
  readonly endpointURL: string;
  /** Where the package's files are; ends with a slash. */
  readonly packagePath: string;
  /** Run before the package's. */
  readonly scripts: readonly string[];
  readonly style: string;
}

interface OwnPlaces extends PagePlaces {
  /** New for each answer. */
  readonly nonce: string;
}

export function idePage(render: RenderPage, config: GatewayConfig, places: OwnPlaces): string {
  const { endpointURL, nonce, packagePath, scripts, style } = places;
  const html = render({ ...pageOptions(config, places), baseURL: packagePath });
  const added = [
    `<link rel="stylesheet" href="${style}" />`,
    ...scripts.map((script) => `<script nonce="${nonce}" src="${script}"></script>`),
  ];
  return html
    .replace('<html>', `<html lang="en" data-tabs="${exampleQueries(config.mutations).length}">`)
    .replace('<title>Altair</title>', '<title>SuperOffice chat: GraphQL</title>')
    .replaceAll(`endpointURL: \`${endpointURL}\``, `endpointURL: new URL('${endpointURL}', location.href).href`)
    .replace('</head>', `  ${added.join('\n    ')}\n  </head>`);
}
