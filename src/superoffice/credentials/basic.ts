/** Basic credentials, for SuperOffice on site. They cannot be renewed. */
import type { BasicConfig } from '../../config/gateway-credentials.js';
import type { LoginFlow } from './token.js';

export function basicFlow({ userAndPassword }: BasicConfig): LoginFlow {
  const authorization = `Basic ${Buffer.from(userAndPassword, 'utf8').toString('base64')}`;
  return {
    kind: 'basic',
    isRenewable: false,
    login: async () => ({ headers: { authorization }, validForMs: null, isSliding: false }),
  };
}
