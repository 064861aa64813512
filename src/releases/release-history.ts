import type { Release } from './release.ts';
import { sentencesOf } from './release-difference.ts';

/** One version of a release, as it was first seen. */
export type ReleaseVersion = {
  readonly releaseId: string;
  readonly version: string;
  readonly file: string;
  readonly title: string;
  readonly status: Release['status'];
  readonly sentences: readonly string[];
  readonly seenAt: Date;
};

/** Where the versions of releases are kept. Each method is one transaction. */
export type ReleaseHistory = {
  /**
   * Keeps versions that are not kept yet.
   *
   * @returns ids of releases that were known before and are now seen in another version
   */
  keepVersions(versions: readonly ReleaseVersion[]): Promise<readonly string[]>;
  /** Oldest first; by the id of a release or by its file. */
  versionsOf(idOrFile: string): Promise<ReleaseVersion[]>;
};

/** A release as its history keeps it. */
export const versionOf = (release: Release, seenAt: Date): ReleaseVersion => ({
  releaseId: release.id,
  version: release.version,
  file: release.file,
  title: release.title,
  status: release.status,
  sentences: sentencesOf(release),
  seenAt,
});
