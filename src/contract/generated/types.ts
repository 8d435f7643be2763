/** The types of all agents; those that several publish are the same. Made by `npm run contract`, not by hand. */
import { associateContract } from './associate.js';
import { chatContract } from './chat.js';
import { contactContract } from './contact.js';
import { personContract } from './person.js';
import { projectContract } from './project.js';
import { saleContract } from './sale.js';
import { ticketContract } from './ticket.js';

export const publishedTypes = {
  ...associateContract.types,
  ...chatContract.types,
  ...contactContract.types,
  ...personContract.types,
  ...projectContract.types,
  ...saleContract.types,
  ...ticketContract.types,
} as const;

type AllTypes = typeof publishedTypes;

/** An interface, so that the compiler writes its name in place of all that is in it. */
export interface PublishedTypes extends AllTypes {}
