/** The configuration of SuperOffice's archives. */
import type { SettingValues } from './settings.js';

export interface ArchiveConfig {
  /** Only sessions of the caller's own topics are found. */
  readonly isOwnTopicsOnly: boolean;
  /** The provider Dynamic may be used. */
  readonly hasDynamic: boolean;
  /** Time spans can be restricted. */
  readonly hasTimeSpans: boolean;
  /** Sessions of one operation from which they are read by the archive; null: they are not. */
  readonly batchMin: number | null;
  /** Pages are generated, not found: none of their rows is left out. */
  readonly isDryRun?: true;
}

/** @returns null: there is no archive */
export function archiveConfig(values: SettingValues, isDemo: boolean): ArchiveConfig | null {
  if (values.ARCHIVE === 'off') return null;
  const confirmed = values.ARCHIVE_CONFIRMED ?? (isDemo ? ['dynamic', 'time-spans'] : []);
  return Object.freeze({
    isOwnTopicsOnly: values.ARCHIVE === 'own-topics',
    hasDynamic: confirmed.includes('dynamic'),
    hasTimeSpans: confirmed.includes('time-spans'),
    batchMin: values.SESSION_BATCHES === 'archive' ? values.SESSION_BATCH_MIN : null,
  });
}

export const archiveProblems = ({ ARCHIVE, SESSION_BATCHES }: Partial<SettingValues>): readonly string[] =>
  ARCHIVE === 'off' && SESSION_BATCHES === 'archive' ? ['SESSION_BATCHES: expected off with ARCHIVE=off'] : [];
