import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  allowInline,
  bootScript,
  contentSecurityPolicy,
  deferModules,
  lateScript,
} from '../../src/security.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the policy', () => {
  test('allows its inline scripts by their hashes, and no others', () => {
    const policy = contentSecurityPolicy(bootScript, lateScript);
    const scripts = policy.split('; ').find((part) => part.startsWith('script-src')) ?? '';
    expect(scripts).toContain(hashOf(bootScript));
    expect(scripts).toContain(hashOf(lateScript));
    expect(scripts).not.toContain('unsafe-inline');
    // Not by where its file lies: a note could bring one along.
    expect(scripts).toContain("'strict-dynamic'");
  });

  test('takes in what is put into the page later', () => {
    const html = allowInline(`<meta content="${contentSecurityPolicy()}">`, { script: 's()', style: 'b{}' });
    expect(html).toContain(`script-src 'self' ${hashOf('s()')}`);
    expect(html).toContain(`style-src 'self' ${hashOf('b{}')}`);
  });
});

describe('modules', () => {
  const late = `<script data-late>${lateScript}</script>`;

  test('are handed to the script in the head, each once, in their order', () => {
    const html =
      `<head>${late}</head><body><script type="module" src="/_astro/b.js"></script><p>$&</p>` +
      '<script type="module" src="/_astro/a.js"></script><script type="module" src="/_astro/b.js"></script></body>';
    expect(deferModules(html)).toBe(
      `<head><script data-modules="/_astro/b.js /_astro/a.js">${lateScript}</script></head><body><p>$&</p></body>`,
    );
  });

  test('stay where they are in a page without it', () => {
    const html = '<script type="module" src="/a.js"></script>';
    expect(deferModules(html)).toBe(html);
  });

  test('a page without any keeps no script for them', () => {
    expect(deferModules(`<head>${late}</head>`)).toBe('<head></head>');
  });
});
