/** Settings of SuperOffice's archives: lists and searches of sessions. Part of the list in settings.ts. */
import { z } from 'zod';
import { setting } from './setting.js';
import { wholeNumber } from './setting-grammars.js';

const confirmations = ['dynamic', 'time-spans'] as const;

type Confirmation = (typeof confirmations)[number];

const isConfirmation = (name: string): name is Confirmation => confirmations.some((known) => known === name);

const confirmed = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .refine((names) => names.every(isConfirmation), 'expected dynamic, time-spans, or both, separated by a comma')
  .transform((names) => names.filter(isConfirmation));

export const archiveSettings = {
  ARCHIVE: setting(
    z.enum(['off', 'own-topics', 'all'], 'expected off, own-topics or all').default('own-topics'),
    "Lists and searches of sessions by SuperOffice's archive, which knows no roles in topics: own-topics finds sessions of the caller's own topics only, all leaves it to SuperOffice, off leaves them out of the schema.",
  ),
  ARCHIVE_CONFIRMED: setting(
    confirmed.optional(),
    'What doctor has confirmed of the archive at hand, separated by a comma: dynamic (names and addresses of customers), time-spans (ranges of waitSeconds and durationSeconds).',
    'none (demo: dynamic,time-spans)',
  ),
  SESSION_BATCHES: setting(
    z.enum(['off', 'archive'], 'expected off or archive').default('off'),
    'Read many sessions of one operation by one call of the archive, once doctor has confirmed that it gives the same values.',
  ),
  SESSION_BATCH_MIN: setting(wholeNumber(2, 500, 5), 'Sessions of one operation from which SESSION_BATCHES applies.'),
} as const;
