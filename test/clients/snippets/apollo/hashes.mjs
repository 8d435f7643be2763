/** Apollo Client sends the hashes that codegen has published. */
import { HttpLink } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const hashes = new PersistedQueryLink({ generateHash: (document) => document.__meta__.hash });

/** @param options of HttpLink */
export const linkTo = (options) => hashes.concat(new HttpLink(options));
