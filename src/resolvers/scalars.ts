/** DateTime and LocalTime are returned as the conversions wrote them. No input has these types yet, so parsing refuses every value. */
import { GraphQLError } from 'graphql';

/** schema/scalars.graphql describes the scalars. */
function outgoingText(name: string) {
  const refuse = (): never => {
    throw new GraphQLError(`${name} is not accepted in an input.`);
  };
  return { serialize: (value: unknown) => value, parseValue: refuse, parseLiteral: refuse };
}

export const DateTime = outgoingText('DateTime');
export const LocalTime = outgoingText('LocalTime');
