/**
 * Serves a small site with nginx and the configuration that its build made, and asks for what a host has to get right.
 * Says so and passes where there is no nginx.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeNginx } from '../src/outputs/write-host-files.ts';

/** What was asked and what came, a row each; null without nginx. */
export async function checkNginx(): Promise<Record<string, string | number>[] | null> {
  if (spawnSync('nginx', ['-v']).error) return null;
  const port = await findPort();
  const root = await mkdtemp(join(tmpdir(), 'atlas-nginx-'));
  const files: Record<string, string> = {
    'site/atlas/index.html': '<!doctype html><title>첫 화면</title>',
    'site/atlas/404.html': '<!doctype html><title>없는 쪽</title>',
    'site/atlas/노트/새/index.html': '<!doctype html><title>노트</title>',
    'site/atlas/노트/새.md': '# 노트',
    'site/atlas/_astro/a.12345678.js': 'export {}',
    'site/atlas/fonts/core.12345678.woff2': 'wOF2',
    'site/atlas/search-data/manifest.json': '{}',
    'site/atlas/search-data/files/data-12345678.txt': '',
    'site/atlas/_headers': 'secret',
    'site/atlas/_nginx.conf': writeNginx('/atlas/', [
      { from: '/atlas/%EB%85%B8%ED%8A%B8/old/', to: '/atlas/%EB%85%B8%ED%8A%B8/%EC%83%88/' },
    ]),
    'nginx.conf': `daemon off; pid ${root}/pid; error_log stderr; events {}
http { include /etc/nginx/mime.types; access_log off; client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy;
fastcgi_temp_path ${root}/fastcgi; uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
server { listen 127.0.0.1:${port}; root ${root}/site; include ${root}/site/atlas/_nginx.conf; } }`,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  // Its workers are to read what only this user can.
  const user = process.getuid?.() === 0 ? ['-g', 'user root;'] : [];
  const server = spawn('nginx', ['-e', 'stderr', '-c', join(root, 'nginx.conf'), ...user], {
    stdio: 'inherit',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    const ask = async (path: string) => {
      for (let turn = 0; ; turn++) {
        try {
          return await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
        } catch (error) {
          if (turn > 50) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    };
    const rows: Record<string, string | number>[] = [];
    const expectAnswer = async (path: string, status: number, headers: Record<string, string | null>) => {
      const answer = await ask(path);
      assert.equal(answer.status, status, path);
      for (const [name, value] of Object.entries(headers))
        assert.equal(answer.headers.get(name), value, `${path} ${name}`);
      rows.push({
        path,
        status,
        cache: answer.headers.get('cache-control') ?? '',
        type: answer.headers.get('content-type') ?? '',
      });
    };
    const page = {
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'content-security-policy':
        "frame-ancestors 'self'; object-src 'none'; base-uri 'none'; form-action 'self'",
    };
    await expectAnswer('/atlas/', 200, page);
    await expectAnswer(encodeURI('/atlas/노트/새/'), 200, page);
    await expectAnswer('/atlas/missing/', 404, page);
    for (const path of [
      '_astro/a.12345678.js',
      'fonts/core.12345678.woff2',
      'search-data/files/data-12345678.txt',
    ])
      await expectAnswer(`/atlas/${path}`, 200, {
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      });
    const again = { 'cache-control': page['cache-control'], 'x-content-type-options': 'nosniff' };
    await expectAnswer('/atlas/search-data/manifest.json', 200, again);
    // A file that is only just being uploaded must not be missing for a year.
    await expectAnswer('/atlas/_astro/b.12345678.js', 404, again);
    await expectAnswer(encodeURI('/atlas/노트/새.md'), 200, {
      'content-type': 'text/markdown; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    await expectAnswer(encodeURI('/atlas/노트/old/'), 301, { location: encodeURI('/atlas/노트/새/') });
    await expectAnswer('/atlas/_headers', 404, {});
    await expectAnswer('/atlas/_nginx.conf', 404, {});
    return rows;
  } finally {
    server.kill();
    await ended;
    await rm(root, { recursive: true });
  }
}

/** A port that nobody listens on. */
function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
