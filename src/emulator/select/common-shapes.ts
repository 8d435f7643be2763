/**
 * Shapes that several carriers hold: rights, and the associate.
 */
import { shapeOf } from './shape.js';

export const tableRightShape = shapeOf({ enums: { Mask: 'None' }, texts: 'Reason' });
export const rights = { objects: { TableRight: tableRightShape }, dictionaries: 'FieldProperties' };

export const associateShape = shapeOf({
  numbers: 'AssociateId PersonId Rank GroupIdx EjUserId',
  texts: 'Name Tooltip FullName FormalName UserName',
  enums: { Type: 'Unknown' },
  booleans: 'Deleted',
  objects: rights.objects,
  dictionaries: 'ExtraFields CustomFields FieldProperties',
  newer: 'ExtraFields CustomFields',
});
