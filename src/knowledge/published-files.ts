/** Which files beside notes are published, by their kind. What is not listed stays where it is. */

/** By the ending of a file's name, in small letters. Nothing here can run in a page of the site. */
const endings = {
  image: ['avif', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp'],
  audio: ['aac', 'flac', 'm4a', 'mp3', 'oga', 'ogg', 'opus', 'wav'],
  video: ['m4v', 'mov', 'mp4', 'ogv', 'webm'],
  captions: ['srt', 'vtt'],
  document: ['docx', 'epub', 'hwp', 'hwpx', 'odp', 'ods', 'odt', 'pdf', 'pptx', 'rtf', 'xlsx'],
  text: ['bib', 'ics', 'ris', 'tex', 'txt'],
  data: ['csv', 'geojson', 'gz', 'ipynb', 'json', 'jsonl', 'ndjson', 'parquet', 'tsv', 'yaml', 'yml', 'zip'],
} as const;

export type FileKind = keyof typeof endings;

const kinds = new Map<string, FileKind>(
  Object.entries(endings).flatMap(([kind, names]) => names.map((name) => [name, kind as FileKind] as const)),
);

/** Every ending that is published, for a message. */
export const publishedEndings: readonly string[] = [...kinds.keys()].sort();

/** The kind of a file; null for one that is not published: programs, pages, style sheets and what nobody named. */
export function fileKind(path: string): FileKind | null {
  const ending = /\.([a-z0-9]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
  return kinds.get(ending) ?? null;
}

const settingsPattern = new RegExp(
  [
    '^(?:(?:package|package-lock|npm-shrinkwrap|composer|bower|deno|lerna|nx|turbo|vercel|firebase|renovate|biome|angular',
    '|book|appsettings|launchsettings|babel\\.config|[tj]sconfig(?:\\.[\\w-]+)?)\\.jsonc?',
    '|(?:atlas|pnpm-lock|pnpm-workspace|mkdocs|antora|pubspec|environment|(?:docker-)?compose(?:\\.[\\w-]+)?',
    '|netlify|serverless|kustomization|kubeconfig)\\.ya?ml',
    '|(?:client[-_]?)?(?:secrets?|credentials?)(?:[._][\\w.-]+)?\\.(?:jsonc?|ya?ml|txt)',
    '|(?:service|google)[-_]?account(?:[.\\-_][\\w.-]+)?\\.json)$',
  ].join(''),
  'iu',
);

/** Whether a file is named as tools name their settings, or authors their keys: nobody writes those for readers. */
export function isSettings(path: string): boolean {
  return settingsPattern.test(path.split('/').at(-1) ?? '');
}

/** Where published files lie under the site's root. */
export const filesFolder = 'files';

/** What is known of an image file. */
export interface Picture {
  /** In CSS pixels; absent for drawings that name no size. */
  width?: number;
  height?: number;
  /** Size of the file, where smaller copies may be made of it. */
  bytes?: number;
  /** Size of a file that is too large for a page: it is linked, not shown. */
  tooLarge?: number;
  /** Smaller copies that the build has made, one entry a format, the best first. */
  copies?: readonly PictureCopies[];
  /** Why it cannot be shown. */
  trouble?: string;
}

/** Copies of one picture in one format. */
export interface PictureCopies {
  /** `image/avif` */
  type: string;
  /** The narrowest first: width in pixels, and the name below `copiesFolder`. */
  files: readonly { width: number; name: string }[];
}

/** Where smaller copies of pictures lie under the site's root. Authors' folders with such a name are not published. */
export const copiesFolder = `${filesFolder}/_sized`;
