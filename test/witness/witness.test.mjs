/**
 * `npm run test:witness`: SuperOffice's own client drives the emulator's twenty operations. One process, so that the last
 * scenario can look back on all the others.
 */
import './quiet-environment.mjs';
import './scenarios/queue.mjs';
import './scenarios/hand-over.mjs';
import './scenarios/conversation.mjs';
import './scenarios/topics.mjs';
import './scenarios/people.mjs';
import './scenarios/saving.mjs';
import './scenarios/refusals.mjs';
import './scenarios/promises.mjs';
