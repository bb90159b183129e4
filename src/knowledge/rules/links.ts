import type { Link, Note } from '../note.ts';
import type { Problem } from '../problem.ts';
import { hasAnchor, resolveLink } from '../resolve-link.ts';
import { findNearest } from '../text.ts';
import { inFile, type Rule } from './rule.ts';

/** Links, anchors and images that lead nowhere. */
export const findBrokenLinks: Rule = ({ library, isOwn }) => {
  const problems: Problem[] = [];
  const severity = isOwn ? 'error' : 'warning';
  const say = (
    note: Note,
    link: Link,
    kind: Problem['kind'],
    message: string,
    level: Problem['severity'] = severity,
  ) => problems.push({ ...inFile(note, link), severity: level, kind, message });
  for (const note of library.notes) {
    for (const link of note.outline.links) {
      if (link.url === '') {
        say(note, link, 'link', `"${link.text}"의 주소가 비어 있습니다`);
        continue;
      }
      const target = resolveLink(link.url, note, library.links);
      if (target.kind === 'missing') {
        say(
          note,
          link,
          'link',
          `"${target.wanted}"라는 노트가 없습니다${nearestNote(target.wanted, library.notes)}`,
        );
      } else if (target.kind === 'unsafe') {
        say(note, link, 'link', `${target.scheme}: 주소는 걸 수 없습니다`, 'error');
      } else if (target.kind === 'note' && target.anchor && !hasAnchor(target.note, target.anchor)) {
        const known = target.note.outline.sections.map((section) => section.slug);
        const [nearest] = findNearest(target.anchor, known);
        const hint = nearest
          ? `; 혹시 "#${nearest}"?`
          : known.length
            ? `; 있는 절: ${known.slice(0, 8).join(', ')}`
            : '';
        say(note, link, 'anchor', `"${target.note.title}" 노트에 "#${target.anchor}" 절이 없습니다${hint}`);
      }
    }
    for (const image of note.outline.images) {
      const target = resolveLink(image.url, note, library.links);
      if (target.kind === 'external' || image.url.startsWith('data:')) {
        say(
          note,
          image,
          'image',
          '바깥 그림은 싣지 않고 링크로 바꿉니다. 그림 파일을 노트 옆에 두십시오',
          'warning',
        );
      } else if (target.kind !== 'asset') {
        const files = [...library.links.assets];
        const [nearest] = findNearest(image.url, files);
        say(
          note,
          image,
          'image',
          `그림 파일 "${image.url}"이(가) 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`,
        );
      }
      if (!image.text && isOwn)
        say(note, image, 'image', '그림에 대체 글이 없습니다(![대체 글](…))', 'warning');
    }
  }
  return problems;
};

function nearestNote(wanted: string, notes: readonly Note[]): string {
  const name =
    wanted
      .replace(/\.mdx?$/iu, '')
      .split('/')
      .at(-1) ?? wanted;
  const [nearest] = findNearest(
    name,
    notes.map((note) => note.id.split('/').at(-1) ?? note.id),
  );
  const note = notes.find((candidate) => (candidate.id.split('/').at(-1) ?? candidate.id) === nearest);
  return note ? `; 혹시 "${note.path}"?` : '';
}
