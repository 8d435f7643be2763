/** SuperOffice's record ids, and the values that mean: no record. */
export const maxRecordId = 2_147_483_647;

export const isNoRecord = (id: unknown): boolean => id === 0 || id === -1 || id === null || id === undefined;

/** A positive int32. */
export const isRecordId = (id: unknown): id is number =>
  typeof id === 'number' && Number.isInteger(id) && id > 0 && id <= maxRecordId;
