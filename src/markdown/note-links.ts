import type { Definition, Image, ImageReference, Link, Nodes, Parent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { filePath, pagePath } from '../knowledge/address.ts';
import { fileKind, filesFolder } from '../knowledge/published-files.ts';
import { mediaOfLink } from '../flavours/embeds.ts';
import { indexAnchors, type LinkTarget, readableUrl, resolveLink } from '../knowledge/resolve-link.ts';
import { notesWords } from '#words';
import type { Note } from '../knowledge/note.ts';
import { drawPicture, isInLink, rewriteSources } from './pictures.ts';
import { hPropertiesOf, mediaNames } from './media.ts';
import type { FindContext, RenderContext } from './render-context.ts';
import { visit, visitParents } from './visit.ts';

/**
 * Turns what authors write (`../devices/router.md#절`) into addresses that work under any base path, marks links that
 * leave the site, and replaces images that cannot be shown: no request may leave the site, no page may break.
 */
export function remarkNoteLinks(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    if (!context) return;
    const definitions = new Map<string, Definition>();
    visit(tree, 'definition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    let shown = 0;
    visitParents(tree, (node, ancestors) => {
      const parent = ancestors.at(-1) as Parent | undefined;
      const replace = (by: object) =>
        parent?.children.splice(parent.children.indexOf(node as never), 1, by as never);
      if ((node.type as string) === 'htmlElement') rewriteMedia(node, context);
      else if (node.type === 'link') rewriteLink(node, node.url, context);
      else if (node.type === 'linkReference') {
        const definition = definitions.get(node.identifier);
        if (!definition) return;
        const { title } = definition;
        const link: Link = { type: 'link', url: '', title, children: node.children };
        rewriteLink(link, definition.url, context);
        replace(link);
      } else if (node.type === 'image' || node.type === 'imageReference') {
        const source = node.type === 'image' ? node : definitions.get(node.identifier);
        if (!source) return;
        const drawn = drawImage(node, source, context, { isFirst: shown === 0, ancestors });
        if (drawn.isShown) shown++;
        replace(drawn.node);
      }
    });
  };
}

/** Where a link leads, as an `href`; null where it leads nowhere. */
export function hrefOf(target: LinkTarget, context: { base: string; note: Note | null }): string | null {
  switch (target.kind) {
    case 'note': {
      const anchor = target.anchor && indexAnchors(target.note).place(target.anchor);
      if (target.note === context.note && anchor) return `#${encodeURIComponent(anchor)}`;
      return pagePath(context.base, target.note.address, anchor);
    }
    case 'page':
      return pagePath(context.base, target.address, target.anchor);
    case 'external':
      return target.url;
    case 'asset':
      return filePath(context.base, `${filesFolder}/${target.path}`);
    case 'withheld':
    case 'unsafe':
    case 'private':
    case 'missing':
      return null;
  }
}

function rewriteLink(link: Link, url: string, context: RenderContext): void {
  const target = resolveLink(url, context.note, context.library.links);
  const href = hrefOf(target, context);
  const properties: Record<string, string | string[]> = {};
  if (href === null) {
    // A dead link becomes text that says so; a link to nowhere would only be found by clicking. Where a note is kept
    // back, not even its file name is told.
    const isDead = target.kind === 'missing';
    // `[16](Method)` is how papers are cited: both are words.
    if (isDead && /^\d+(?:[-–,] ?\d+)*$/u.test(toString(link)) && /^[^/.#?]+$/u.test(url))
      link.children = [
        { type: 'text', value: '[' },
        ...link.children,
        { type: 'text', value: `](${readableUrl(url)})` },
      ];
    Object.assign(link, {
      type: 'plainLink',
      data: {
        hName: 'span',
        hProperties: {
          ...(link.title && target.kind !== 'private' ? { title: link.title } : {}),
          ...(target.kind === 'private' ? {} : hPropertiesOf(link)),
          ...(isDead
            ? {
                className: ['dead-link'],
                title: [link.title, notesWords().noSuchNote(readableUrl(url))].filter(Boolean).join(' — '),
              }
            : {}),
        },
      },
    });
    return;
  }
  if (target.kind === 'note' && target.note !== context.note) properties['dataNote'] = target.note.id;
  if (target.kind === 'external') {
    properties['className'] = ['external'];
    properties['rel'] = ['noopener', 'external'];
  }
  const media = target.kind === 'asset' ? mediaOfLink(link) : undefined;
  if (media === 'audio' || media === 'video') {
    Object.assign(link, playMedia(link, media, href));
    return;
  }
  if (target.kind === 'asset' && !media) properties['download'] = '';
  if (!link.children.length) link.children = [{ type: 'text', value: nameTarget(target) }];
  link.url = href;
  link.data = { ...link.data, hProperties: { ...hPropertiesOf(link), ...properties } };
}

/** What stands for a link that its author gave no words: nobody could see it, and no screen reader name it. */
function nameTarget(target: LinkTarget): string {
  if (target.kind === 'note') return target.note.title;
  if (target.kind === 'external') return target.url.replace(/^https?:\/\/(?:www\.)?|\/$/giu, '').slice(0, 60);
  return target.kind === 'page' ? target.address || '/' : 'path' in target ? target.path : '';
}

/** The address of a file of the folder; null where it is none. */
function fileOf(url: string, context: RenderContext): string | null {
  const target = resolveLink(url, context.note, context.library.links);
  return target.kind === 'asset' ? hrefOf(target, context) : null;
}

/** Addresses of sound, video and further sizes of an image; what is not in the folder goes. */
function rewriteMedia(node: Nodes, context: RenderContext): void {
  const properties = hPropertiesOf(node);
  for (const name of mediaNames) {
    const value = properties[name];
    if (typeof value !== 'string') continue;
    const file = fileOf(value, context);
    if (file === null) delete properties[name];
    else properties[name] = file;
  }
  rewriteSources(properties, (url) => fileOf(url, context));
}

/** A player that needs no script, with the file as a link for whoever cannot play it. */
function playMedia(link: Link, media: 'audio' | 'video', href: string): object {
  const name = toString(link);
  const { width, height } = (link.data?.hProperties ?? {}) as { width?: number; height?: number };
  const anchor = {
    type: 'element',
    tagName: 'a',
    properties: { href, download: '' },
    children: [{ type: 'text', value: name }],
  };
  const hProperties = { controls: true, preload: 'metadata', src: href, ariaLabel: name, width, height };
  return { type: 'media', url: href, data: { hName: media, hProperties, hChildren: [anchor] } };
}

/** The image itself where the file is there; otherwise a link or a note of what is missing. */
function drawImage(
  image: Image | ImageReference,
  { url, title }: Pick<Definition, 'url' | 'title'>,
  context: RenderContext,
  place: { isFirst: boolean; ancestors: readonly Nodes[] },
): { node: object; isShown: boolean } {
  const alt = image.alt ?? '';
  const target = resolveLink(url, context.note, context.library.links);
  const otherwise = (node: object) => ({ node, isShown: false });
  const linkTo = (address: string, value: string, hProperties: object) => {
    const text = { type: 'text', value };
    if (isInLink(place.ancestors)) return otherwise(text);
    return otherwise({ type: 'link', url: address, title, children: [text], data: { hProperties } });
  };
  if (target.kind === 'asset') {
    const address = hrefOf(target, context) ?? '';
    const picture = context.library.links.pictures.get(target.path);
    const tooLarge = picture?.tooLarge;
    if (fileKind(target.path) !== 'image' || tooLarge !== undefined) {
      const value = tooLarge === undefined ? alt || target.path : notesWords().largeImage(alt, tooLarge);
      return linkTo(address, value, { download: '' });
    }
    if (picture && !picture.trouble) {
      const given = hPropertiesOf(image);
      rewriteSources(given, (source) => fileOf(source, context));
      const node = drawPicture({ address, alt, title, given, picture, base: context.base }, place);
      return { node, isShown: true };
    }
  }
  if (target.kind === 'external') {
    const hProperties = {
      className: ['external'],
      rel: ['noopener', 'external'],
      // Words of the page's own are nothing that the note says.
      ...(alt === '' ? { dataPagefindIgnore: '' } : {}),
    };
    return linkTo(target.url, alt || notesWords().outsideImage, hProperties);
  }
  const value = notesWords().missingImage(alt);
  return otherwise({
    type: 'text',
    value: `〔${value}〕`,
    data: {
      hName: 'span',
      hProperties: { className: ['missing-image'], dataPagefindIgnore: '', ...(title ? { title } : {}) },
      hChildren: [{ type: 'text', value }],
    },
  });
}
