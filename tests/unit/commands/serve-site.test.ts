import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAllowedHost } from '../../../src/build/allowed-host.ts';
import { serveSite } from '../../../src/commands/serve-site.ts';
import { encodePath } from '../../../src/knowledge/address.ts';
import { toRoutePath } from '../../../src/knowledge/route.ts';

const names = ['가 나', ...'&+#?,;:=@$%!~()[]', '100% #1 C?', '%23', 'C++', 'a%2Fb', 'é', '😀'];
let room: string;
let server: Server;
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'atlas-serve-'));
  await writeFile(join(room, '..secret'), '비밀');
  await writeFile(join(room, '.atlas-site'), '표시');
  await writeFile(join(room, '404.html'), '없음');
  for (const name of ['_headers', '_redirects', '_nginx.conf', '.nojekyll'])
    await writeFile(join(room, name), '호스트에게');
  for (const name of names) {
    await mkdir(join(room, 'site', name), { recursive: true });
    await writeFile(join(room, 'site', name, 'index.html'), `쪽 ${name}`);
    await writeFile(join(room, 'site', `${name}.md`), `글 ${name}`);
  }
  server = await serveSite(room, 0, '/base/', '127.0.0.1');
});
afterAll(async () => {
  server.close();
  await rm(room, { recursive: true, force: true });
});

/** As the bytes go over the line: `fetch` would tidy the path first. */
function ask(
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; location?: string; range?: string }> {
  const { port } = server.address() as { port: number };
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          body,
          ...(response.headers.location ? { location: response.headers.location } : {}),
          ...(response.headers['content-range'] ? { range: response.headers['content-range'] } : {}),
        }),
      );
    });
    sent.on('error', fail);
    sent.end();
  });
}

test.each(names)('a page and a file called %s are served', async (name) => {
  const path = `/base/${encodePath(`site/${name}`)}`;
  expect(await ask(`${path}/`)).toEqual({ status: 200, body: `쪽 ${name}` });
  expect(await ask(`${path}.md`)).toEqual({ status: 200, body: `글 ${name}` });
  expect(await ask(`${path}?q=1`)).toMatchObject({ status: 301, location: `${path}/?q=1` });
});

test('nothing but GET and HEAD, nothing outside the folder, and no mark', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    expect((await ask('/base/', method)).status, method).toBe(405);
  }
  expect(await ask('/base/404.html', 'HEAD')).toEqual({ status: 200, body: '' });
  const outside = [
    '../x',
    '..%2fx',
    '%2e%2e/x',
    '..%5cx',
    '.atlas-site',
    '..secret',
    '%00',
    '%',
    '%ff',
    'site/..%2f..%2fx',
  ];
  for (const path of outside) expect((await ask(`/base/${path}`)).status, path).toBe(404);
  expect((await ask('/')).location).toBe('/base/');
  expect((await ask('/base//evil.example/..')).location ?? '').not.toMatch(/^\/\//u);
});

test('what is written for hosts is not served, however it is asked for', async () => {
  for (const path of [
    '_headers',
    '_redirects',
    '_nginx.conf',
    '.nojekyll',
    '_h%65aders',
    './_headers',
    '/_headers',
  ])
    expect(await ask(`/base/${path}`), path).toEqual({ status: 404, body: '없음' });
});

test('a part of a file is served, and one beyond its end is said to be', async () => {
  const ranged = (range: string) => ask('/base/404.html', 'GET', { range });
  expect(await ranged('bytes=0-2')).toEqual({ status: 206, body: '없', range: 'bytes 0-2/6' });
  for (const beyond of ['bytes=6-', 'bytes=99-100', 'bytes=-0'])
    expect(await ranged(beyond), beyond).toEqual({ status: 416, body: '', range: 'bytes */6' });
  expect(await ask('/base/none', 'GET', { range: 'bytes=99-' })).toEqual({ status: 404, body: '없음' });
});

test('a name that is not this machine’s is not answered: it may be a page of the web', async () => {
  const status = async (host: string) => (await ask('/base/404.html', 'GET', { host })).status;
  for (const host of [
    'evil.example',
    'evil.example:4321',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '[evil]',
    '1.2.3',
    ':80',
  ])
    expect(await status(host), host).toBe(403);
  for (const host of [
    'localhost',
    'localhost:4321',
    'LOCALHOST.',
    'a.localhost:1',
    '127.0.0.1:1',
    '[::1]:4321',
    '192.168.0.7',
  ])
    expect(await status(host), host).toBe(200);
  expect(isAllowedHost('notes.home:80', 'notes.home')).toBe(true);
  expect(isAllowedHost('notes.home:80', undefined)).toBe(false);
  for (const own of ['Desk', 'desk.local', 'desk.fritz.box'])
    for (const host of ['desk:4321', 'desk.local:4321', own])
      expect(isAllowedHost(host, '0.0.0.0', own), `${host} of ${own}`).toBe(true);
  expect(isAllowedHost('desk.evil.example', '0.0.0.0', 'desk.fritz.box')).toBe(false);
  expect(isAllowedHost('1.local', '0.0.0.0', '1.2.3.4')).toBe(false);
});

test('it listens on the loopback unless told otherwise', async () => {
  const plain = await serveSite(room, 0, '/');
  expect(plain.address()).toMatchObject({ address: '127.0.0.1' });
  plain.close();
});

test.each([
  ['/a%26b/%2B/', '/a&b/+/'],
  ['/100%25%20%231%20C%3F/', '/100%EE%80%A5%20%EE%80%A31%20C%EE%80%BF/'],
  ['/%/', '/%/'],
])('while authors write, %s is looked up as %s', (path, wanted) => {
  expect(toRoutePath(path)).toBe(wanted);
});
