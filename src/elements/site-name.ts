/** What a reader's deck belongs to: the site's name, the same under every address that it is served from. */
export function siteName(): string {
  return document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? document.title;
}
