/**
 * The properties that only some versions of SuperOffice have, and what this gateway's own one is found to make of them. The operator is
 * told of names that it refuses.
 */
import { chatSessionEntity } from '../entities/chat-session.js';
import { topicAgentEntity } from '../entities/topic-agent.js';
import { versionedPaths } from '../entities/versioned-paths.js';
import type { Clock } from '../observability/clock.js';
import type { Logger } from '../observability/logger.js';
import { refusedNames, type RefusedNames } from '../superoffice/refused-names.js';

const versioned = versionedPaths([chatSessionEntity, topicAgentEntity]);

export const versionedNames = (logger: Logger, clock: Clock): RefusedNames =>
  refusedNames({
    versioned,
    clock,
    onRefused: (paths) =>
      logger.warn(
        { event: 'names-refused', paths },
        'SuperOffice refuses these properties in $select: until the next start they come with what they are part of, or not at all',
      ),
  });
