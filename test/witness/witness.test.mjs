/**
 * `npm run test:witness`: SuperOffice's own client calls the emulator's 31 operations. All scenarios run in one process,
 * because the last one checks the results of all others.
 */
import './quiet-environment.mjs';
import './scenarios/queue.mjs';
import './scenarios/transfers.mjs';
import './scenarios/conversation.mjs';
import './scenarios/topics.mjs';
import './scenarios/people.mjs';
import './scenarios/saving.mjs';
import './scenarios/administration.mjs';
import './scenarios/both-ways.mjs';
import './scenarios/refusals.mjs';
import './scenarios/archives-and-lists.mjs';
import './scenarios/declared-types.mjs';
