/**
 * The shapes of what agents work with: messages, presence, and the list of users. Names from the published Swagger file.
 */
import { rights } from './common-shapes.js';
import type { Property, Shape } from './shape.js';
import { shapeOf } from './shape.js';

export const chatMessageShape = shapeOf({
  numbers: 'ChatMessageId ChatSessionId ReadByCustomer',
  texts: 'Message Author SpecialParam',
  enums: { Type: 'Invalid', SpecialType: 'None' },
  dates: 'WhenPosted',
});

export const presenceShape = shapeOf({
  ...rights,
  numbers: 'UserId OngoingChats',
  texts: 'DisplayName',
  booleans: 'Present',
  numberLists: 'ChatTopics',
});

export const listItemShape: Shape = recursive('ChildItems', {
  ...rights,
  numbers: 'Id Rank ColorBlock',
  texts: 'Name ToolTip Type IconHint ExtraInfo StyleHint FullName',
  booleans: 'Deleted',
});

/** A shape whose property `name` is a list of itself. */
function recursive(name: string, members: Parameters<typeof shapeOf>[0]): Shape {
  const shape = new Map<string, Property>(shapeOf(members));
  shape.set(name.toLowerCase(), { kind: 'list', name, shape });
  return shape;
}
