/**
 * The fallback for properties that only some versions of SuperOffice have. Names that the server refuses are logged.
 */
import { allOperations } from '../../catalog/catalog.js';
import { versionedPaths } from '../../entities/versioned-paths.js';
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import { selectFallback, type SelectFallback } from '../../superoffice/select-fallback.js';

const versioned = versionedPaths(allOperations.flatMap(({ entity }) => entity ?? []));

export const versionedNames = (logger: Logger, clock: Clock): SelectFallback =>
  selectFallback({
    versioned,
    clock,
    onRefused: (paths) =>
      logger.warn(
        { event: 'names-refused', paths },
        'SuperOffice refuses these properties in $select: until the next start the gateway requests their parent property, or omits them',
      ),
  });
