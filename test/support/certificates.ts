/** The certificates in certificates/; its README says what is wrong with each. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

const path = (name: string): string => fileURLToPath(new URL(`certificates/${name}.pem`, import.meta.url));

/** For SUPEROFFICE_CA_FILE: issued `good`, `wrong-host` and `expired`. */
export const authorityFile = path('ca');

/** Has issued no other certificate. */
export const selfSignedFile = path('self-signed');

export function certificate(name: 'good' | 'wrong-host' | 'expired' | 'self-signed'): ServerCertificate {
  return { cert: readFileSync(path(name), 'utf8'), key: readFileSync(path('server-key'), 'utf8') };
}
