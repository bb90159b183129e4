import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { hostile as root, hostileSite as site, listHostilePages } from './sites.ts';

const batches = 4;
const pages = listHostilePages();

test.describe.configure({ timeout: 180_000 });

for (let batch = 0; batch < batches; batch++) {
  test(`nothing that a note holds runs, asks elsewhere or leads away (${batch + 1} of ${batches})`, async ({
    page,
  }, { project }) => {
    test.skip(project.name !== 'desktop', 'notes run or do not, whatever the width');
    const harm: string[] = [];
    let here = '';
    page.on('dialog', (dialog) => {
      harm.push(`${here} dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => harm.push(`${here} popup ${popup.url()}`));
    page.on('download', (download) => harm.push(`${here} download ${download.url()}`));
    page.on('pageerror', (error) => harm.push(`${here} error ${error.message}`));
    page.on('framenavigated', (frame) => {
      if (decodeURI(frame.url()).split('#')[0] !== decodeURI(here))
        harm.push(`${here} navigates to ${frame.url()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(root) && !/^(?:data|blob):/u.test(url)) harm.push(`${here} asks for ${url}`);
    });
    await page.exposeFunction('tellViolation', (text: string) => harm.push(`${here} violates ${text}`));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const { tellViolation } = window as unknown as { tellViolation: (text: string) => void };
        tellViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    expect(pages.length).toBeGreaterThan(80);
    for (const path of pages.filter((_, index) => index % batches === batch)) {
      here = root + path;
      await page.goto(here);
      // The scripts of the page come when a reader acts.
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const wrong: string[] = [];
        // The site brings its own scripts by an address that holds one (`src/security.ts`).
        for (const element of document.querySelectorAll('*:not(head > script)')) {
          for (const { name, value } of element.attributes) {
            if (/^on/u.test(name)) wrong.push(`${element.localName} ${name}`);
            if (/^(?:href|src|action|formaction|data|xlink:href|poster|ping|background)$/u.test(name)) {
              const url = URL.parse(value, document.baseURI);
              const isData = url?.protocol === 'data:' && element.localName === 'img';
              if (!isData && !/^(?:https?|mailto|tel):$/u.test(url?.protocol ?? ''))
                wrong.push(`${name}=${value}`);
              if (url && url.origin !== location.origin && element.localName !== 'a' && !isData)
                if (!element.matches('link[rel=canonical], link[rel=alternate]'))
                  wrong.push(`${element.localName} ${name}=${value}`);
            }
          }
        }
        for (const element of document.querySelectorAll('main *')) {
          if (
            /^(?:script|style|iframe|frame|object|embed|base|meta|link|form|foreignobject)$/iu.test(
              element.localName,
            )
          )
            if (!element.closest('form[role=search], [data-search-panel], svg.drawing, mermaid-diagram'))
              wrong.push(`<${element.localName}>`);
        }
        // Nothing covers the page: its own heading can be seen and touched.
        const heading = document.querySelector('h1');
        heading?.scrollIntoView({ block: 'center' });
        const box = heading?.getBoundingClientRect();
        const top =
          box && document.elementFromPoint(box.x + Math.min(20, box.width / 2), box.y + box.height / 2);
        const isSeen =
          heading?.textContent?.trim() && !heading.matches('.visually-hidden') && (box?.width ?? 0) > 8;
        if (heading && isSeen && !heading.contains(top ?? null))
          wrong.push(`covered by ${top?.outerHTML.slice(0, 80)}`);
        if (typeof document.querySelector !== 'function' || !(document.body instanceof HTMLBodyElement))
          wrong.push('clobbered');
        if ('polluted' in Object.prototype) wrong.push('polluted');
        return wrong;
      });
      harm.push(...found.map((what) => `${here} ${what}`));
    }
    expect(harm).toEqual([]);
  });
}

test('sound that lies beside a note plays, and a hostile picture is only a picture', async ({ page }, {
  project,
}) => {
  test.skip(project.name !== 'desktop', 'the same at any width');
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/u.test(message.text())) violations.push(message.text());
  });
  await page.goto(`${root}media/`);
  const players = page.locator('main audio');
  await expect(players).toHaveCount(2);
  for (const player of await players.all()) {
    await player.evaluate((element: HTMLAudioElement) => {
      element.muted = true;
      return element.play();
    });
    expect(await player.evaluate((element: HTMLAudioElement) => element.error)).toBeNull();
  }
  expect(violations).toEqual([]);
  const files = readdirSync(join(site, 'files'));
  expect(files.filter((name) => /\.(?:html|js|xml)$/u.test(name))).toEqual([]);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(root)) dialogs.push(request.url());
  });
  await page.goto(`${root}files/bad.svg`);
  await page.waitForTimeout(300);
  expect(dialogs).toEqual([]);
  expect(readFileSync(join(site, 'files/bad.svg'), 'utf8')).not.toMatch(
    /script|evil|foreignObject|<a\b|on[a-z]+=/u,
  );
});
