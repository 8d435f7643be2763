/** The types of all agents; those that several publish are the same. Made by `npm run contract`, not by hand. */
import { chatContract } from './chat.js';

export const publishedTypes = { ...chatContract.types } as const;

export type PublishedTypes = typeof publishedTypes;
