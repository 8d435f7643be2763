/** Each of the 31 operations of SuperOffice's Chat agent has a field, as docs/operations.md says. */
import { describe, expect, it } from '@jest/globals';
import { isInputObjectType, isObjectType } from 'graphql';
import { chatContract } from '../../../src/contract/generated/chat.js';
import { apiSchema } from '../../../src/subgraph/print-sdl.js';
import { chatOperations } from '../../support/chat-operations.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

const schema = apiSchema({ exposeSessionKey: false, mutations: true, admin: true });

describe('the operations of the Chat agent', () => {
  it('have a row each', () => {
    expect(chatOperations.map(([name]) => name).sort()).toEqual(Object.keys(chatContract.operations).sort());
    expect(chatOperations).toHaveLength(31);
  });

  it('have fields that there are', () => {
    for (const field of chatOperations.flatMap(([, fields]) => fields)) {
      const [typeName = '', name = ''] = field.split('.');
      const type = schema.getType(typeName);
      expect(isObjectType(type) && !isInputObjectType(type) && name in type.getFields()).toBe(true);
    }
  });

  it.each(chatOperations)('%s is called by %j', async (operation, _fields, document) => {
    await using gateway = await gatewayOnEmulator({}, { ADMIN_MUTATIONS: 'true' });
    const { errors } = await gateway.query(document);
    expect(errors).toBeUndefined();
    expect(gateway.emulator.log.map((request) => request.operation)).toContain(operation);
  });
});
