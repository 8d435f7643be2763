/** DateTime goes out as the conversions wrote it; nothing takes one in yet, so parsing only refuses. */
import { GraphQLError, GraphQLScalarType } from 'graphql';

export const DateTime = new GraphQLScalarType<string, unknown>({
  name: 'DateTime',
  serialize: (value) => value,
  parseValue: () => {
    throw new GraphQLError('DateTime is not accepted as an input.');
  },
});
