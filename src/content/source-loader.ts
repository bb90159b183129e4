import { openSession } from './session.ts';

/** The sources as a collection of data. */
export async function sourceLoader() {
  const { library } = await openSession().atlas();
  return library.sources;
}
