/**
 * Reads many sessions of one tick by one call of an archive, where it has a column for everything that is selected. What the archive does not
 * return is read by id: sessions of other topics, of which the archive knows no rights, those that do not exist, and unreadable ones. So
 * the same caller gets the same sessions as by id.
 */
import { hasDates, sourcesFor, type SessionArchive } from '../catalog/archive/archive-columns.js';
import { chatArchive, dynamicArchive } from '../catalog/archive/session-archives.js';
import type { SessionRow } from '../catalog/archive-calls.js';
import { reads } from '../catalog/catalog.js';
import type { CallOperation } from '../catalog/operation-calls.js';
import type { ArchiveConfig } from '../config/archive-config.js';
import type { RunWithin } from '../observability/batch-trace.js';
import type { JsonRecord } from '../base/json-record.js';
import { allOf, equalsOneOf, isOneOf } from '../superoffice/archive/restriction.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import type { FetchMissing } from './joining-loader.js';
import { emptyProjection, ownListKey, type ListLoader } from './read-loader.js';
import { withoutList } from './record-fetching.js';

/** SuperOffice's own examples have thousands; a response of more rows would be large. */
const maxIds = 500;

export interface BatchSources {
  readonly config: ArchiveConfig;
  readonly call: CallOperation;
  /** The caller requests no zone for dates: archives do not follow it. */
  readonly hasPlainDates: boolean;
  /** The caller's topics. */
  readonly topics: ListLoader;
  /** What loads under way will require of topics. */
  expectedProjections(): readonly Projection[];
  fetchOne(id: string, projection: Projection): Promise<JsonRecord | null>;
  onSaved(loads: number): void;
}

type Missing = readonly (readonly [id: string, projection: Projection])[];

const readOf = (archive: SessionArchive) => (archive === chatArchive ? reads.sessionRows : reads.dynamicRows);

class ArchiveBatches {
  constructor(private readonly sources: BatchSources) {}

  /** The caller's topics, whatever ARCHIVE is: a read by id shows less of sessions of other topics, and a batch must not show more. */
  async #topics(): Promise<readonly number[]> {
    const { topics, expectedProjections } = this.sources;
    const records = await topics.load(ownListKey, [emptyProjection, ...expectedProjections()].reduce(joinProjections));
    return (records ?? []).map((topic) => Number(topic['ChatTopicId']));
  }

  async #rows(archive: SessionArchive, part: Missing): Promise<ReadonlyMap<string, SessionRow>> {
    const topics = await this.#topics();
    const ids = part.map(([id]) => Number(id));
    const restriction = allOf([isOneOf(archive.id, ids), equalsOneOf(archive.topicId, topics)]);
    if (restriction.kind === 'none') return new Map();
    const allowed = [
      { column: archive.id, values: ids },
      { column: archive.topicId, values: topics },
    ];
    const parameters = { restriction, order: archive.id, top: ids.length, allowed, more: [archive.topicId] };
    const projection = part.map(([, required]) => required).reduce(joinProjections);
    const rows = await this.sources.call(readOf(archive), { parameters, projection });
    return new Map(rows.sessions.map((row) => [row.id, row]));
  }

  #covers(archive: SessionArchive, projection: Projection): boolean {
    return sourcesFor(archive, projection) !== null && (this.sources.hasPlainDates || !hasDates(projection));
  }

  /** By archive; null: no archive has all that is selected. */
  #grouped(missing: Missing): ReadonlyMap<SessionArchive | null, Missing> {
    const archives = this.sources.config.hasDynamic ? [chatArchive, dynamicArchive] : [chatArchive];
    const groups = new Map<SessionArchive | null, (readonly [string, Projection])[]>();
    for (const entry of missing) {
      const archive = archives.find((one) => this.#covers(one, entry[1])) ?? null;
      groups.set(archive, [...(groups.get(archive) ?? []), entry]);
    }
    return groups;
  }

  fetch(missing: ReadonlyMap<string, Projection>, within: RunWithin): ReadonlyMap<string, Promise<JsonRecord | null>> {
    const { config, fetchOne } = this.sources;
    const found = new Map<string, Promise<JsonRecord | null>>();
    const one = (id: string, projection: Projection) => within(() => fetchOne(id, projection));
    for (const [archive, group] of this.#grouped([...missing])) {
      if (archive === null || group.length < (config.batchMin ?? Infinity))
        for (const [id, projection] of group) found.set(id, one(id, projection));
      else this.#fetchGroup({ archive, group, within, one }, found);
    }
    return found;
  }

  #fetchGroup({ archive, group, within, one }: Group, found: Map<string, Promise<JsonRecord | null>>): void {
    for (let first = 0; first < group.length; first += maxIds) {
      const part = group.slice(first, first + maxIds);
      const rows = within(() => this.#rows(archive, part)).catch(withoutList);
      for (const [id, projection] of part)
        found.set(
          id,
          this.#found(rows, id, () => one(id, projection)),
        );
    }
  }

  async #found(
    rows: Promise<ReadonlyMap<string, SessionRow> | null>,
    id: string,
    fetchOne: () => Promise<JsonRecord | null>,
  ): Promise<JsonRecord | null> {
    const session = (await rows)?.get(id)?.session ?? null;
    if (session) this.sources.onSaved(1);
    return session ?? fetchOne();
  }
}

interface Group {
  readonly archive: SessionArchive;
  readonly group: Missing;
  readonly within: RunWithin;
  one(id: string, projection: Projection): Promise<JsonRecord | null>;
}

export function fetchByArchive(sources: BatchSources): FetchMissing<Projection, JsonRecord | null> {
  const batches = new ArchiveBatches(sources);
  return (missing, within) => batches.fetch(missing, within);
}
