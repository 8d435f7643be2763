/** How SuperOffice numbers its records, and how it says that there is none. */
export const maxRecordId = 2_147_483_647;

/** 0, -1, null, or nothing at all. */
export const isNoRecord = (id: unknown): boolean => id === 0 || id === -1 || id === null || id === undefined;

/** A positive int32. */
export const isRecordId = (id: unknown): id is number =>
  typeof id === 'number' && Number.isInteger(id) && id > 0 && id <= maxRecordId;
