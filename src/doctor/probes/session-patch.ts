/** The probe for whether this server changes sessions by PATCH, and compares expected values. Its patch fails in any case. */
import { actions } from '../../catalog/catalog.js';
import { recordIn } from '../probe-client.js';
import { probe, type ProbeRequest } from '../probe.js';
import { sessionIdOf, wholeSession } from './connection.js';

/** No session has the id 0: the test fails, and nothing is changed. */
const failingTest = [{ op: 'test', path: '/ChatSessionId', value: 0 }];

export const patchRequest: ProbeRequest = {
  purpose: 'a patch of the session that has to fail, so that it changes nothing',
  operation: actions.patch,
  content: (responseTo, target) => {
    const id = recordIn(responseTo(wholeSession)) === null ? null : sessionIdOf(responseTo, target);
    return id === null ? null : { pathId: id, query: '$select=ChatSessionId', body: failingTest };
  },
};

const notThere = new Set([400, 404, 405, 415, 501]);

export const sessionPatch = probe({
  id: 'session-patch',
  title: 'PATCH of a session, with a value that it does not have',
  setting: 'SESSION_CHANGES',
  requests: [patchRequest],
  advice: {
    compared: 'The value is compared, and nothing is changed: SESSION_CHANGES=patch.',
    'not compared': 'Expected values are not compared: set SESSION_CHANGES=save, and the gateway compares them.',
    missing: 'This server has no PATCH: set SESSION_CHANGES=save.',
    'without rights': 'This user may not change the session: name one of their own with --session.',
    'call failed': 'The call failed for another reason.',
  },
  judge: ([response], { config }) => {
    const { status, errorCode } = response;
    const other = config.superoffice.hasPatch ? 'decide' : 'fine';
    if (status === 409) return ['fine', 'compared'];
    if (errorCode === null && !response.isNotFound) return [other, 'not compared'];
    if (status !== null && notThere.has(status)) return [other, 'missing'];
    return ['unknown', errorCode === 'FORBIDDEN' ? 'without rights' : 'call failed'];
  },
});
