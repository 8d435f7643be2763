/** DateTime and LocalTime go out as the conversions wrote them; nothing takes one in yet, so parsing only refuses. */
import { GraphQLError } from 'graphql';

/** What it means is written in schema/scalars.graphql. */
function outgoingText(name: string) {
  const refuse = (): never => {
    throw new GraphQLError(`${name} is not accepted in an input.`);
  };
  return { serialize: (value: unknown) => value, parseValue: refuse, parseLiteral: refuse };
}

export const DateTime = outgoingText('DateTime');
export const LocalTime = outgoingText('LocalTime');
