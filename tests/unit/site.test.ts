import { afterEach, beforeEach, expect, test } from 'vitest';
import { declareOrigin, findAddressTrouble, isExampleOrigin, siteOrigin } from '../../src/site.ts';

const before = { ...process.env };
const set = (url: string | undefined, base = '') => {
  process.env['BASE_PATH'] = base;
  if (url === undefined) delete process.env['SITE_URL'];
  else process.env['SITE_URL'] = url;
};
beforeEach(() => declareOrigin(undefined));
afterEach(() => {
  process.env = { ...before };
});

test('an example is the address of a site only where nobody gave one', () => {
  set(undefined);
  expect([siteOrigin(), isExampleOrigin()]).toEqual(['https://genai-atlas.example', true]);
  declareOrigin('https://atlas.example');
  expect(isExampleOrigin()).toBe(true);
  declareOrigin('https://notes.example.org');
  expect([siteOrigin(), isExampleOrigin()]).toEqual(['https://notes.example.org', false]);
  set(' https://my.example/ ');
  expect([siteOrigin(), isExampleOrigin()]).toEqual(['https://my.example', false]);
});

test.each(['https://example.org', 'https://example.org/', 'http://localhost:4321', '', undefined])(
  '%s is an address',
  (url) => {
    set(url, '/atlas/');
    expect(findAddressTrouble()).toBeNull();
  },
);

test.each([
  'example.org',
  'javascript:alert(1)',
  'https://',
  'https://example.org/atlas',
  'https://example.org/?a=1',
  'https://user@example.org',
  'file:///srv',
])('%s is none', (url) => {
  set(url);
  expect(findAddressTrouble()).toContain(`SITE_URL=${url}`);
});

test.each(['https://example.org/', '/a b/', '/a"; }/', '/../', '/a?b/'])('%s is no path', (base) => {
  set('https://example.org', base);
  expect(findAddressTrouble()).toContain(`BASE_PATH=${base}`);
});
