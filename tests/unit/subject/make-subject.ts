import { readDeclaration } from '../../../src/subject/read-declaration.ts';
import type { Subject } from '../../../src/subject/subject.ts';

/** A subject as its `atlas.yaml` declares it; without one, what a plain folder is. */
export function makeSubject(yaml = ''): Subject {
  return readDeclaration(yaml, { title: 'folder', language: 'ko' }).subject;
}
