import type { Graph } from 'schema-dts';
import { pageUrl } from '../knowledge/address.ts';
import type { NotePage } from '../knowledge/note-page.ts';
import { language } from '#words';
import { findCollection, type Subject } from '../subject/subject.ts';
import type { OutputSite } from './write-feeds.ts';

/** What search engines read of a note (https://schema.org): the article, its way from home, its citations. */
export function writeLinkedData(page: NotePage, subject: Subject, site: OutputSite): string {
  const { note } = page;
  const url = pageUrl(site.origin, site.base, note.address);
  const crumbs = [
    ...page.breadcrumbs.map(({ href, title }) => ({ href: site.origin + href, title })),
    { href: url, title: note.title },
  ];
  const { jsonld } = findCollection(subject, note.collection);
  const graph: Graph['@graph'] = [
    {
      '@type': 'Article',
      '@id': url,
      url,
      headline: note.title.slice(0, 110),
      ...(note.english ? { alternativeHeadline: note.english } : {}),
      description: note.summary,
      inLanguage: language(),
      ...(note.added ? { datePublished: note.added } : {}),
      ...((note.changed ?? note.asOf) ? { dateModified: note.changed ?? note.asOf } : {}),
      ...(note.asOf ? { contentReferenceTime: note.asOf } : {}),
      author: { '@type': 'Organization', name: site.title, url: pageUrl(site.origin, site.base, '') },
      keywords: note.tags,
      isPartOf: {
        '@type': 'WebSite',
        name: site.title,
        ...(subject.english ? { alternateName: subject.english } : {}),
        url: pageUrl(site.origin, site.base, ''),
      },
      citation: page.sources.map(({ source }) => ({
        '@type': 'CreativeWork',
        name: source.title,
        publisher: { '@type': 'Organization', name: source.publisher },
        ...(source.url ? { url: source.url } : {}),
        ...(source.date ? { datePublished: source.date } : {}),
      })),
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: crumbs.map(({ href, title }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: title,
        item: href,
      })),
    },
    ...(jsonld === undefined
      ? []
      : [describeMatter(jsonld, page, url, pageUrl(site.origin, site.base, 'glossary'))]),
  ];
  // `</script>` inside a string would end the element.
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}

/** What the note is about, of the type that its collection declares. */
function describeMatter(
  type: string,
  { note }: NotePage,
  url: string,
  glossary: string,
): Graph['@graph'][number] {
  const matter = {
    '@type': type,
    name: note.title,
    ...(note.english ? { alternateName: note.english } : {}),
    description: note.definition ?? note.summary,
    url,
    ...(type === 'DefinedTerm' ? { inDefinedTermSet: glossary } : {}),
  };
  // The type is the author's word: no list of ours can hold all that schema.org has.
  return matter as unknown as Graph['@graph'][number];
}
