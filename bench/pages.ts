import type { MeasuredSite } from './builds.ts';
import { kilobytes, withPage } from './transfers.ts';

/** Bytes of a note's first view (kB, gzip): our own note with a diagram, and a made-up note in larger and larger folders. */
export async function measurePages(sites: readonly MeasuredSite[]): Promise<object[]> {
  const rows: object[] = [];
  for (const { name, folder, notes } of sites) {
    const path = notes === 70 ? '/limitation/hallucination/' : '/f0/note-0/';
    rows.push({
      name,
      path,
      ...(await withPage(folder, path, (_, transfers) => Promise.resolve(kilobytes(transfers())))),
    });
  }
  return rows;
}
