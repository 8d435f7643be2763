/**
 * Which user an item of SuperOffice's list `chatuser` stands for. The item has one number: the documented ejUser id or the associate id,
 * depending on how the server creates the list. The items that match both the number and the name of a user show which one it is; then a
 * user is found by number and name together.
 * Source: facts about the list `chatuser` and its parameter `associate`.
 */
import type { AssociateCarrier, ListItemCarrier } from '../superoffice/carriers.js';
import { associateFields, associateNames } from './associate.js';
import type { CarrierView } from './carrier-view.js';
import { readText } from './conversions.js';
import { readReference } from './identifiers.js';
import type { ReadContext } from './read-context.js';

type AssociateView = CarrierView<AssociateCarrier>;

/** The user's number and names in a list item. */
export interface ListedUser {
  readonly id: string;
  readonly names: readonly string[];
}

const comparable = (name: string): string => name.trim().toLowerCase();

export function readListedUser(item: CarrierView<ListItemCarrier>, readContext: ReadContext): ListedUser | null {
  const id = readReference(item.read('Id'), readContext, {});
  const texts = [item.read('Name'), item.read('FullName')].map((name) => readText(name, readContext, {}));
  const listed = texts.filter((name) => name !== null).map(comparable);
  return id === null || listed.length === 0 ? null : { id, names: listed };
}

/** Which of a user's two numbers a list contains. */
export type UserIdKind = 'ej-user' | 'associate';

const numberFields = { 'ej-user': associateFields.ejUserId, associate: associateFields.id };

/** The undocumented kind needs this many matches in a list: two namesakes may have swapped numbers. */
const minAssociateIdMatches = 2;

const ambiguous = Symbol('ambiguous');

/** The user with that number and name; `ambiguous` where more than one has them. */
type UsersByNumberAndName = ReadonlyMap<string, AssociateView | typeof ambiguous>;

const keyOf = (number: string, name: string): string => `${number} ${name}`;

/** Index of users by number and name; both numbers of each user are known. A lookup takes constant time. */
export class UserDirectory {
  readonly #users: Readonly<Record<UserIdKind, UsersByNumberAndName>>;

  /** @param users may contain duplicates */
  constructor(users: readonly AssociateView[], readContext: ReadContext) {
    const distinct = [...new Map(users.map((user) => [associateFields.id.read(user, readContext, {}), user])).values()];
    this.#users = {
      'ej-user': indexed(distinct, 'ej-user', readContext),
      associate: indexed(distinct, 'associate', readContext),
    };
  }

  /**
   * @param listed the distinct items of a list
   * @returns the kind with which more items match both the number and the name of a user; null where that is not certain
   */
  kindOf(listed: Iterable<ListedUser>): UserIdKind | null {
    const matches = { 'ej-user': 0, associate: 0 };
    for (const item of listed) {
      const [isEjUser, isAssociate] = [this.#named(item, 'ej-user') !== null, this.#named(item, 'associate') !== null];
      if (isEjUser && !isAssociate) matches['ej-user'] += 1;
      if (isAssociate && !isEjUser) matches.associate += 1;
    }
    if (matches['ej-user'] > matches.associate) return 'ej-user';
    const isCertain = matches.associate > matches['ej-user'] && matches.associate >= minAssociateIdMatches;
    return isCertain ? 'associate' : null;
  }

  /**
   * @param kind of the list; null: only a user whose numbers are the same is certain
   * @returns null where no user has the number and the name, or several have: a transfer must not reach another user
   */
  find(listed: ListedUser, kind: UserIdKind | null): AssociateView | null {
    const found = this.#named(listed, kind ?? 'associate');
    if (found === ambiguous) return null;
    return kind !== null || found === this.#named(listed, 'ej-user') ? found : null;
  }

  /** An item has at most two names, which may belong to two users. */
  #named({ id, names }: ListedUser, kind: UserIdKind): AssociateView | typeof ambiguous | null {
    const found = new Set(names.flatMap((name) => this.#users[kind].get(keyOf(id, name)) ?? []));
    const [only = null] = found;
    return found.size > 1 ? ambiguous : only;
  }
}

function indexed(users: readonly AssociateView[], kind: UserIdKind, readContext: ReadContext): UsersByNumberAndName {
  const index = new Map<string, AssociateView | typeof ambiguous>();
  for (const user of users) {
    const number = numberFields[kind].read(user, readContext, {});
    const names = associateNames.flatMap((field) => field.read(user, readContext, {}) ?? []).map(comparable);
    if (number === null) continue;
    for (const key of new Set(names.map((name) => keyOf(number, name))))
      index.set(key, index.has(key) ? ambiguous : user);
  }
  return index;
}
