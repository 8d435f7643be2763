/** One supergraph by each composer, from subgraphs with `name`, `url` and SDL. */
import { composeServices as apolloCompose } from '@apollo/composition';
import { composeServices as guildCompose } from '@theguild/federation-composition';
import { parse } from 'graphql';

const sdlBy = (compose) => (subgraphs) => {
  const { errors, supergraphSdl } = compose(
    subgraphs.map(({ name, url, typeDefs }) => ({ name, url, typeDefs: parse(typeDefs) })),
  );
  if (errors?.length) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
};

export const composers = [
  ['@apollo/composition', sdlBy(apolloCompose)],
  ['@theguild/federation-composition', sdlBy(guildCompose)],
];
