import { basePath, siteOrigin } from '../site.ts';

/** Everything may be read; the sitemap says what there is. */
export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${siteOrigin()}${basePath()}sitemap-index.xml\n`);
}
