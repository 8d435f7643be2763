/** What SuperOffice publishes about its Associate agent. Made by `npm run contract`, not by hand. */
export const associateContract = {
  agent: 'Associate',
  types: {
    Associate: {
      AssociateId: 'int',
      Name: 'text',
      PersonId: 'int',
      Rank: 'int',
      Tooltip: 'text',
      Type: {
        oneOf: [
          'Unknown',
          'InternalAssociate',
          'ResourceAssociate',
          'ExternalAssociate',
          'AnonymousAssociate',
          'SystemAssociate',
        ],
      },
      GroupIdx: 'int',
      FullName: 'text',
      FormalName: 'text',
      Deleted: 'boolean',
      EjUserId: 'int',
      UserName: 'text',
      ExtraFields: { map: 'text' },
      CustomFields: { map: 'text' },
      TableRight: { of: 'TableRight' },
      FieldProperties: { map: { of: 'FieldProperty' } },
    },
    FieldProperty: { FieldRight: { of: 'FieldRight' }, FieldType: 'text', FieldLength: 'int' },
    FieldRight: { Mask: 'text', Reason: 'text' },
    TableRight: { Mask: 'text', Reason: 'text' },
  },
  operations: {
    GetAssociateList: { query: {}, body: { list: 'int' }, result: { list: { of: 'Associate' } }, takesSelect: true },
  },
} as const;
