/** DateTime and LocalTime go out as the conversions wrote them; nothing takes one in yet, so parsing only refuses. */
import { GraphQLError, GraphQLScalarType } from 'graphql';

const outgoingText = (name: string): GraphQLScalarType<string, unknown> =>
  new GraphQLScalarType<string, unknown>({
    name,
    serialize: (value) => value,
    parseValue: () => {
      throw new GraphQLError(`${name} is not accepted in an input.`);
    },
  });

export const DateTime = outgoingText('DateTime');
export const LocalTime = outgoingText('LocalTime');
