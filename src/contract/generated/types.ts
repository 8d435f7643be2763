/** The types of all agents; those that several publish are the same. Made by `npm run contract`, not by hand. */
import { chatContract } from './chat.js';

export const publishedTypes = { ...chatContract.types } as const;

type AllTypes = typeof publishedTypes;

/** An interface, so that the compiler writes its name in place of all that is in it. */
export interface PublishedTypes extends AllTypes {}
