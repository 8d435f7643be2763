/**
 * Which user an item of SuperOffice's list `chatuser` stands for. The item has one number: the user's ejUser id as documented, or
 * the associate id, depending on how the server makes the list. So a user is found by number and name together.
 * Source: facts about the list `chatuser` and its parameter `associate`.
 */
import type { ListItemCarrier } from '../superoffice/carriers/list-item.js';
import { associateFields } from './associate.js';
import type { CarrierView } from './carrier-view.js';
import { readText } from './conversions.js';
import { readReference } from './identifiers.js';
import type { Reading } from './reading.js';
import type { AssociateView } from './views.js';

/** What a list item says of its user. */
export interface ListedUser {
  readonly id: string;
  readonly names: readonly string[];
}

const comparable = (name: string): string => name.trim().toLowerCase();

export function readListedUser(item: CarrierView<ListItemCarrier>, reading: Reading): ListedUser | null {
  const id = readReference(item.read('Id'), reading, {});
  const texts = [item.read('Name'), item.read('FullName')].map((name) => readText(name, reading, {}));
  const listed = texts.filter((name) => name !== null).map(comparable);
  return id === null || listed.length === 0 ? null : { id, names: listed };
}

const numbers = [associateFields.id, associateFields.ejUserId];
const names = [associateFields.fullName, associateFields.name, associateFields.userName];

function isUser(user: AssociateView, listed: ListedUser, reading: Reading): boolean {
  const hasNumber = numbers.some((field) => field.read(user, reading, {}) === listed.id);
  return hasNumber && names.some((field) => listed.names.includes(comparable(field.read(user, reading, {}) ?? '')));
}

/**
 * @param users those whose both numbers are known; one may be there several times
 * @returns null where no user has the number and the name, or several have: a transfer must not reach somebody else
 */
export function userOf(listed: ListedUser, users: readonly AssociateView[], reading: Reading): AssociateView | null {
  const found = new Map<string, AssociateView>();
  for (const user of users) {
    if (isUser(user, listed, reading)) found.set(associateFields.id.read(user, reading, {}), user);
  }
  const [only = null, ...others] = found.values();
  return others.length === 0 ? only : null;
}
