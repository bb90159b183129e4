/**
 * Short names of folders in addresses (`import Intro from '@fragments/intro.mdx'`, `![](@assets/a.png)`), as `tsconfig.json`
 * beside the sources of a site of Astro says. What they mean among the notes, or in the folder of pictures beside them, is
 * written in their place; the names of all else (components) stay.
 */
import { posix } from 'node:path';
import { createRangeTest } from '../markdown/text-places.ts';
import { listCode } from './template-code.ts';

export interface PathAliases {
  /** The folder of notes, as far as the sources of the site go. */
  root: string;
  /** By the beginning of an address, with its stroke: the folder that it means, from there. */
  folders: Readonly<Record<string, string>>;
}

const address =
  /(\bfrom\s+["']|\]\(\s*<?|\b(?:src|href|image|poster)=["'])([@~#$][\w-]*\/)([^"'\s()<>]+)(?=["'\s)>])/gu;
/** Where Astro keeps pictures. */
const pictures = /^(?:.*\/)?src\/assets\//u;

export function resolveAliases(body: string, aliases: PathAliases | undefined): string {
  if (!aliases || !/["'(<][@~#$][\w-]*\//u.test(body)) return body;
  let isCode: ((at: number) => boolean) | undefined;
  return body.replace(address, (written, before: string, prefix: string, rest: string, at: number) => {
    const folder = Object.hasOwn(aliases.folders, prefix) ? aliases.folders[prefix] : undefined;
    if (folder === undefined) return written;
    isCode ??= createRangeTest(listCode(body));
    if (isCode(at)) return written;
    const path = posix.join(aliases.root, folder, rest);
    if (path.startsWith(`${aliases.root}/`)) return before + path.slice(aliases.root.length);
    return pictures.test(path) ? `${before}/src/assets/${path.replace(pictures, '')}` : written;
  });
}
