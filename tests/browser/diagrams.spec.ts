import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { note } from './sites.ts';

/** Errors and warnings of the page; every test ends with looking here. */
let complaints: string[] = [];

test.beforeEach(({ page }) => {
  complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
});

test.afterEach(() => {
  expect(complaints).toEqual([]);
});

async function openNote(page: Page): Promise<Locator> {
  await page.goto(note);
  const figure = page.locator('[data-pagefind-body] figure.diagram').first();
  await figure.getByRole('button', { name: /Edit/u }).waitFor();
  return figure;
}

async function enlarge(page: Page): Promise<Locator> {
  const figure = await openNote(page);
  await figure.locator('.diagram-enlarge').click();
  const dialog = page.locator('dialog.diagram-viewer');
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('.viewer-stage > svg')).toBeVisible();
  return dialog;
}

async function edit(
  page: Page,
): Promise<{ dialog: Locator; field: Locator; drawing: Locator; state: Locator }> {
  const figure = await openNote(page);
  await figure.getByRole('button', { name: /Edit/u }).click();
  const dialog = page.locator('dialog.diagram-viewer');
  const field = dialog.getByRole('textbox', { name: 'Mermaid source' });
  await expect(field).toBeFocused();
  return {
    dialog,
    field,
    drawing: dialog.locator('.viewer-stage > svg'),
    state: dialog.locator('.editor-state'),
  };
}

const view = (dialog: Locator) =>
  dialog.locator('.viewer-stage > svg').evaluate((svg) => {
    const box = svg.getBoundingClientRect();
    return [box.x, box.y, box.width].map(Math.round);
  });
const width = async (dialog: Locator) => (await view(dialog))[2] ?? 0;

test('the tools are there, large enough, and bring no Mermaid', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  const figure = await openNote(page);
  for (const button of await figure.locator('figcaption button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await figure.locator('.diagram-enlarge').click();
  await expect(page.locator('dialog.diagram-viewer')).toBeVisible();
  await page.waitForTimeout(300);
  expect(scripts.filter((url) => /mermaid\.core|flowDiagram|draw-diagram/u.test(url))).toEqual([]);
});

test('keys, wheel and buttons zoom and move; fit and 1:1 come back', async ({ page }) => {
  const dialog = await enlarge(page);
  const fitted = await view(dialog);
  await page.keyboard.press('+');
  expect(await width(dialog)).toBeGreaterThan(fitted[2] ?? 0);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  expect(await width(dialog)).toBeLessThan(fitted[2] ?? 0);
  await page.keyboard.press('0');
  expect(await view(dialog)).toEqual(fitted);
  await page.keyboard.press('ArrowRight');
  expect((await view(dialog))[0]).toBe((fitted[0] ?? 0) - 60);
  await dialog.getByRole('button', { name: /1:1/u }).click();
  const natural = await dialog
    .locator('.viewer-stage > svg')
    .evaluate((svg) => (svg as SVGSVGElement).viewBox.baseVal.width);
  expect(await width(dialog)).toBe(Math.round(natural));
  await dialog.getByRole('button', { name: 'Zoom in' }).click();
  expect(await width(dialog)).toBeGreaterThan(natural);
  await dialog.getByRole('button', { name: 'Zoom out' }).click();
  await dialog.getByRole('button', { name: 'Fit' }).click();
  expect(await view(dialog)).toEqual(fitted);
});

test('the wheel zooms at the pointer, and a drag moves', async ({ page, isMobile }) => {
  test.skip(isMobile, 'phones have neither');
  const dialog = await enlarge(page);
  const [x = 0, y = 0, before = 0] = await view(dialog);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -200);
  await expect.poll(() => width(dialog)).toBeGreaterThan(before);
  // The point under the pointer has stayed.
  expect(Math.abs(((await view(dialog))[0] ?? 0) - x)).toBeLessThanOrEqual(1);
  const wide = await width(dialog);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 200);
  await page.keyboard.up('Control');
  await expect.poll(() => width(dialog)).toBeLessThan(wide);
  await page.keyboard.press('0');
  const [from = 0] = await view(dialog);
  await page.mouse.move(300, 700);
  await page.mouse.down();
  await page.mouse.move(380, 650, { steps: 4 });
  await page.mouse.up();
  expect((await view(dialog))[0]).toBe(from + 80);
});

test('two fingers pinch and a double tap zooms', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'fingers');
  const dialog = await enlarge(page);
  const before = await width(dialog);
  await page.touchscreen.tap(30, 600);
  await page.touchscreen.tap(30, 600);
  await expect.poll(() => width(dialog)).toBeGreaterThan(before * 1.8);
  await dialog.getByRole('button', { name: 'Fit' }).click();
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', gap: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: 180, y: 400 - gap, id: 0 },
              { x: 180, y: 400 + gap, id: 1 },
            ],
    });
  await touch('touchStart', 40);
  for (const gap of [50, 60, 80, 100]) await touch('touchMove', gap);
  await touch('touchEnd', 0);
  await expect.poll(() => width(dialog)).toBeGreaterThan(before * 1.8);
});

test('the focus stays inside and comes back', async ({ page }) => {
  const dialog = await enlarge(page);
  const isInside = () => dialog.evaluate((element) => element.contains(document.activeElement));
  for (let press = 0; press < 24; press += 1) {
    await page.keyboard.press(press % 5 === 4 ? 'Shift+Tab' : 'Tab');
    expect(await isInside()).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.diagram-enlarge').first()).toBeFocused();
});

test('letters in the opened dialog have 12 px, and it opens at the place that was tapped', async ({
  page,
}) => {
  const figure = await openNote(page);
  const drawing = figure.locator('.diagram-frame > svg:visible, .diagram-narrow > svg:visible');
  const label = drawing.locator('g:not(a g) > text').last();
  await label.scrollIntoViewIfNeeded();
  const words = await label.textContent();
  await label.click();
  const dialog = page.locator('dialog.diagram-viewer');
  await expect(dialog.locator('.viewer-stage > svg')).toBeVisible();
  const { least, isSeen } = await dialog.locator('.viewer-stage').evaluate((stage, wanted) => {
    const svg = stage.querySelector('svg') as SVGSVGElement;
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const texts = [...svg.querySelectorAll('text')];
    const box = texts.find((text) => text.textContent === wanted)?.getBoundingClientRect();
    const frame = stage.getBoundingClientRect();
    return {
      least: Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * scale)),
      isSeen: box !== undefined && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1,
    };
  }, words);
  expect(least).toBeGreaterThanOrEqual(12);
  expect(isSeen).toBe(true);
});

test('a word that a search led to is marked in the drawing and scrolled into its frame', async ({ page }) => {
  await page.goto(`${note}?mark=${encodeURIComponent('Browning')}`);
  const mark = page.locator('figure.diagram svg:visible .found').first();
  await expect(mark).toBeAttached();
  const isInFrame = await mark.evaluate((element) => {
    const frame = element.closest('.diagram-frame, .diagram-narrow')?.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    return frame !== undefined && box.left >= frame.left - 1 && box.right <= frame.right + 1;
  });
  expect(isInFrame).toBe(true);
  await page.getByRole('button', { name: 'Clear search marks' }).click();
  await expect(page.locator('svg .found')).toHaveCount(0);
});

test('no figure is wider than its frame, and no letter smaller than 12 px', async ({ page }) => {
  await page.goto(note);
  for (const width of [360, 390, 768, 1360, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const faults = await page.evaluate(() =>
      [...document.querySelectorAll('figure.diagram')].flatMap((figure) => {
        const shown = [
          ...figure.querySelectorAll<SVGSVGElement>('.diagram-frame > svg, .diagram-narrow > svg'),
        ].filter((svg) => svg.getBoundingClientRect().width > 0);
        const [svg] = shown;
        if (!svg || shown.length > 1) return [`${figure.id}: ${shown.length} forms`];
        const box = svg.getBoundingClientRect();
        const scale = box.width / svg.viewBox.baseVal.width;
        const least = Math.min(
          ...[...svg.querySelectorAll('text')].map(
            (text) => parseFloat(getComputedStyle(text).fontSize) * scale,
          ),
        );
        const frame = svg.parentElement as HTMLElement;
        return [
          ...(frame.scrollWidth > frame.clientWidth + 1 ? [`${figure.id} is wider than its frame`] : []),
          ...(least < 11.99 ? [`${figure.id} has letters of ${least} px`] : []),
        ];
      }),
    );
    expect(faults, String(width)).toEqual([]);
  }
});

test('links in the enlarged drawing lead on', async ({ page }) => {
  const dialog = await enlarge(page);
  const link = dialog.locator('.viewer-stage svg a').first();
  const href = (await link.getAttribute('href')) ?? '';
  await link.click();
  await page.waitForURL((url) => url.pathname === new URL(href, page.url()).pathname);
});

test('the view outlives a change of scheme, and the drawing follows it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const dialog = await enlarge(page);
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowDown');
  const before = await view(dialog);
  const fill = () =>
    dialog
      .locator('.viewer-stage .n')
      .first()
      .evaluate((shape) => getComputedStyle(shape).fill);
  const light = await fill();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(fill).not.toBe(light);
  expect(await view(dialog)).toEqual(before);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the open dialog, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const { dialog, field, state } = await edit(page);
    await field.fill('flowchart TD\n  A[열림 --> B');
    await expect(state).toContainText('Line 2');
    const { violations } = await new AxeBuilder({ page }).include('dialog.diagram-viewer').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
      [],
    );
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  test(`the exported files stand on their own, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const figure = await openNote(page);
    const more = figure.getByRole('button', { name: /Save and copy/u });
    const save = async (name: string) => {
      await more.click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name }).click();
      const file = await download;
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
    };
    const title = (await figure.locator('.figure-title').textContent()) ?? '';
    const svg = await save('Save as SVG');
    expect(svg.name).toBe(`${title}.svg`);
    const text = svg.bytes.toString('utf8');
    expect(text).not.toMatch(/var\(|light-dark|oklch|class=|<script|<style/u);
    expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
    const problem = await page.evaluate(
      (source) =>
        new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror')?.textContent,
      text,
    );
    expect(problem ?? '').toBe('');
    const png = await save('Save as PNG (2×)');
    expect(png.name).toBe(`${title}.png`);
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    const natural = await figure
      .locator('.diagram-frame > svg:visible, .diagram-narrow > svg:visible')
      .evaluate((element) => (element as SVGSVGElement).viewBox.baseVal.width);
    expect(png.bytes.readUInt32BE(16)).toBe(natural * 2);
    // Every label has ink: its box is not of one colour.
    const blank = await figure
      .locator('.diagram-frame > svg:visible, .diagram-narrow > svg:visible')
      .evaluate(async (element, data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        const svg = element as SVGSVGElement;
        const toDrawing = svg.getCTM()?.inverse() ?? new DOMMatrix();
        const { x: left, y: top } = svg.viewBox.baseVal;
        return [...svg.querySelectorAll('text')].flatMap((text) => {
          const box = text.getBBox();
          const matrix = toDrawing.multiply(text.getCTM() ?? new DOMMatrix());
          const { x, y } = new DOMPoint(box.x, box.y).matrixTransform(matrix);
          // The underline of a link alone does not count.
          const { data: pixels } = context.getImageData(
            (x - left) * 2,
            (y - top) * 2,
            box.width * 2,
            box.height * 1.5,
          );
          const colours = new Set<number>();
          for (let at = 0; at < pixels.length; at += 4)
            colours.add(((pixels[at] ?? 0) << 8) | (pixels[at + 1] ?? 0));
          return colours.size < 4 ? [text.textContent] : [];
        });
      }, png.bytes.toString('base64'));
    expect(blank).toEqual([]);
  });
}

test('the menu copies the source and opens the words', async ({ page }) => {
  const figure = await openNote(page);
  const more = figure.getByRole('button', { name: /Save and copy/u });
  await more.click();
  await page.getByRole('menuitem', { name: 'Copy source' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Source copied' })).toBeVisible();
  const source = await figure.locator('.mermaid-source').textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(source);
  await more.click();
  await page.getByRole('menuitem', { name: 'Read as text' }).click();
  await expect(figure.locator('details.diagram-text')).toHaveAttribute('open', '');
});

test('edits are drawn; a mistake names its line and keeps the last good drawing', async ({ page }) => {
  const { dialog, field, drawing, state } = await edit(page);
  await field.fill('flowchart TD\n  A["처음"] --> B["다음 칸"]');
  await expect(drawing).toContainText('다음 칸');
  await field.fill('flowchart TD\n  A["처음"] --> B["다음 칸"]\n  B --> C[열림');
  await expect(state).toContainText('Line 3');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.locator('.editor-numbers .is-problem')).toHaveText('3');
  await expect(drawing).toContainText('다음 칸');
  await field.fill('flowchart TD\n  A["처음"] --> D["고침"]');
  await expect(drawing).toContainText('고침');
  await expect(state).toHaveText('');
  await dialog.getByRole('button', { name: 'Revert' }).click();
  await expect(drawing).not.toContainText('고침');
});

test('the keyboard of a phone covers neither the drawing nor its source', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'a desk has its keyboard before the screen');
  // No browser of these tests has such a keyboard: it makes what is seen smaller, and not the page.
  await page.addInitScript(() => {
    const view = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
    Object.defineProperty(window, 'visualViewport', { value: view });
  });
  const { dialog, field, drawing } = await edit(page);
  const seen = 400;
  await page.evaluate((height) => {
    const view = Object.assign(window.visualViewport as EventTarget, { height });
    view.dispatchEvent(new Event('resize'));
  }, seen);
  await expect.poll(async () => (await dialog.boundingBox())?.height).toBe(seen);
  const box = await field.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(seen);
  await expect(drawing).toBeInViewport();
});

test('an unchanged source is drawn as the build drew it', async ({ page }) => {
  const { field, drawing } = await edit(page);
  const code = await field.inputValue();
  await field.fill('flowchart TD\n  A["잠깐"]');
  await expect(drawing).toContainText('잠깐');
  await field.fill(code);
  await expect(drawing).not.toContainText('잠깐');
  const shapes = (scope: string) =>
    page.evaluate(
      (selector) =>
        [...document.querySelectorAll(`${selector} > svg [data-node]`)].map((node) =>
          node.outerHTML.replace(/-z(?=-)/gu, ''),
        ),
      scope,
    );
  const drawn = await shapes('.viewer-stage');
  const built = [await shapes('.diagram-frame'), await shapes('.diagram-narrow')];
  expect(built.some((nodes) => isAlike(nodes.slice(0, drawn.length).join('\n'), drawn.join('\n')))).toBe(
    true,
  );
});

/** The same markup, each number within a tenth or two of a pixel: browsers of different age round letters differently. */
function isAlike(one: string, other: string): boolean {
  const number = /-?\d+(?:\.\d+)?/gu;
  const [numbers, others] = [one.match(number) ?? [], other.match(number) ?? []];
  return (
    one.replace(number, '0') === other.replace(number, '0') &&
    numbers.every((value, at) => Math.abs(Number(value) - Number(others[at])) < 0.25)
  );
}

test('Tab indents, and leaves after Esc', async ({ page }) => {
  const { dialog, field } = await edit(page);
  await field.press('Tab');
  await expect(field).toBeFocused();
  expect((await field.inputValue()).startsWith('  ')).toBe(true);
  await field.press('Escape');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(field).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('an edited diagram travels in the address and nowhere else', async ({ page }) => {
  const { dialog, field, drawing } = await edit(page);
  await field.fill('flowchart LR\n  A["보낸 것"] --> B["받은 것"]');
  await expect(drawing).toContainText('받은 것');
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Link to the edited diagram copied' }),
  ).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#diagram=[\w-]+\.[\w-]+$/u);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.goto('about:blank');
  await page.goto(link);
  await expect(dialog.getByRole('textbox')).toHaveValue('flowchart LR\n  A["보낸 것"] --> B["받은 것"]');
  await expect(drawing).toContainText('받은 것');
  expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect.poll(() => page.url()).not.toContain('#diagram');
});

test('a shared edit says that it differs, and offers the note’s own figure', async ({ page }) => {
  const { dialog, field } = await edit(page);
  const own = await field.inputValue();
  await field.fill('flowchart LR\n  A["보낸 것"] --> B["받은 것"]');
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Link to the edited diagram copied' }),
  ).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(dialog.getByText('The diagram in this link differs from the note’s figure.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Note’s figure' }).click();
  await expect(field).toHaveValue(own);
  await dialog.getByRole('button', { name: 'Shared diagram' }).click();
  await expect(field).toHaveValue(/받은 것/u);
});

test('a broken link of an edited diagram is only a link to the note', async ({ page }) => {
  await page.goto(`${note}#diagram=nothing.%%%`);
  await page.locator('.diagram-tools').first().waitFor();
  await page.goto(`${note}#diagram=f-000.AAAA`);
  await expect(page.locator('dialog.diagram-viewer')).toHaveCount(0);
});

const hostile: Record<string, string> = {
  script: 'flowchart TD\n  A["<script>window.hacked = 1</script>글자"] --> B["둘"]',
  image: 'flowchart TD\n  A["<img src=x onerror=window.hacked=1>글자"] --> B["둘"]',
  'javascript link':
    'flowchart TD\n  A["글자"] --> B["둘"]\n  click A "javascript:window.hacked=1"\n  click B href "java\tscript:window.hacked=1"',
  callback: 'flowchart TD\n  A["글자"] --> B["둘"]\n  click A call alert("hacked")',
  directive:
    '%%{init: {"securityLevel": "loose", "htmlLabels": true, "themeCSS": "@import url(//foreign.example/x.css)"}}%%\nflowchart TD\n  A["<b onclick=window.hacked=1>글자</b>"] --> B["둘"]\n  click A call alert("hacked")',
  'front matter':
    '---\nconfig:\n  securityLevel: loose\n  dompurifyConfig:\n    ADD_TAGS: [script]\n---\nflowchart TD\n  A["<iframe src=//foreign.example></iframe>글자"] --> B["둘"]',
  style:
    'flowchart TD\n  A["글자"] --> B["둘"]\n  style A fill:url(https://foreign.example/x.svg),background:url(https://foreign.example/y.png)',
  sequence:
    'sequenceDiagram\n  participant A as 글자\n  link A: 둘 @ javascript:window.hacked=1\n  A->>A: <svg onload=window.hacked=1>',
};

test('hostile sources do nothing', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:blob|data):/u.test(request.url()) && !request.url().startsWith(baseURL ?? ''))
      foreign.push(request.url());
  });
  const { field, drawing, state } = await edit(page);
  for (const [name, source] of Object.entries(hostile)) {
    await field.fill('flowchart TD\n  A["사이"]');
    await expect(drawing).toContainText('사이');
    await field.fill(source);
    // Drawn, or refused with a reason: both are harmless.
    await expect
      .poll(
        async () => !(await drawing.textContent())?.includes('사이') || (await state.textContent()) !== '',
        { message: name },
      )
      .toBe(true);
    const found = await drawing.evaluate((svg) =>
      [...svg.querySelectorAll('*')].flatMap((element) => [
        ...(/^(?:script|style|foreignObject|iframe|image|img|use|animate|set)$/iu.test(element.localName)
          ? [element.localName]
          : []),
        ...[...element.attributes].flatMap(({ name: attribute, value }) =>
          attribute.startsWith('on') || /script:|\/\/foreign/iu.test(value) ? [`${attribute}=${value}`] : [],
        ),
      ]),
    );
    expect(found, name).toEqual([]);
  }
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(foreign).toEqual([]);
  // From 156 on Chromium reports a handler that the sanitiser reads in a document of its own, where nothing can run.
  complaints = complaints.filter((text) => !text.startsWith('Executing inline event handler violates'));
});

test('a source that is too long is refused with a reason', async ({ page }) => {
  const { field, drawing, state } = await edit(page);
  await field.fill('flowchart TD\n  A["작은 것"]');
  await expect(drawing).toContainText('작은 것');
  // Typing that much takes longer than the test has.
  await field.evaluate((element: HTMLTextAreaElement) => {
    element.value = `flowchart TD\n${`  A["${'가'.repeat(2000)}"] --> B\n`.repeat(60)}`;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(state).toContainText('too long');
  await expect(drawing).toContainText('작은 것');
  await field.fill(
    `flowchart TD\n${Array.from({ length: 600 }, (_, index) => `  N${index}["칸 ${index}"]`).join('\n')}`,
  );
  await expect(state).toContainText('too many');
});

test.describe('diagrams that the build could not draw', () => {
  /** The page as a build without a browser writes it; `change` may spoil the sources. */
  async function undraw(
    page: Page,
    change: (source: string) => string = (source) => source,
  ): Promise<Locator> {
    await page.route(`**${note}`, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html
        .replace(/<div class="diagram-narrow"[^>]*>.*?<\/svg><\/div>/gsu, '')
        .replace(/(<figure class="diagram)( has-narrow)?([^>]*?)( data-room="\w+")/gu, '$1$3')
        .replace(
          /<mermaid-diagram ([^>]*)>(<div class="diagram-frame"[^>]*>).*?<\/div><pre([^>]*class="mermaid-source"[^>]*)>(.*?)<\/pre>/gsu,
          (_, data: string, frame: string, pre: string, source: string) =>
            `<mermaid-diagram ${data} data-undrawn>${frame}<pre class="diagram-source"><code>${change(source)}</code></pre></div><pre${pre}>${change(source)}</pre>`,
        );
      await route.fulfill({ response, body });
    });
    await page.goto(note);
    const figure = page.locator('[data-pagefind-body] figure.diagram').first();
    await figure.scrollIntoViewIfNeeded();
    return figure;
  }

  test('are drawn by the reader’s browser when they come near', async ({ page }) => {
    const figure = await undraw(page);
    // On a phone the narrow form is shown.
    const drawn = figure.locator('.diagram-frame > svg.drawing, .diagram-narrow > svg.drawing');
    await expect(drawn.filter({ visible: true })).toHaveCount(1);
    await expect(figure.locator('mermaid-diagram')).not.toHaveAttribute('data-undrawn', /.*/u);
    await expect(figure.locator('.diagram-enlarge')).toBeVisible();
  });

  test('stay as their source when that fails too', async ({ page }) => {
    const figure = await undraw(page, (source) => `${source}\n  broken[열림`);
    await expect(figure.locator('.diagram-undrawn')).toContainText(
      'Source of a diagram that could not be drawn',
    );
    await expect(figure.locator('.diagram-source')).toBeVisible();
    await expect(figure.locator('svg.drawing, svg[aria-roledescription="error"]')).toHaveCount(0);
  });
});

test('print shows light, whole drawings without tools', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const figure = await openNote(page);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.setViewportSize({ width: 673, height: 900 });
  await expect(figure.locator('.diagram-tools')).toBeHidden();
  const paint = await figure
    .locator('.drawing .n')
    .first()
    .evaluate((shape) => getComputedStyle(shape).fill);
  expect(paint).toBe('rgb(254, 253, 252)');
  const fits = await figure
    .locator('.diagram-frame')
    .evaluate(
      (frame) => frame.scrollWidth <= frame.clientWidth + 1 && frame.scrollHeight <= frame.clientHeight + 1,
    );
  expect(fits).toBe(true);
});

test('forced colours take the place of those that an author gave', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  await openNote(page);
  const fills = await page.locator('main').evaluate((main) => {
    main.innerHTML = `<svg class="drawing"><rect fill="#036" stroke="light-dark(#f00,#0f0)"/>
      <text fill="light-dark(#fff,#000)">x</text><text style="fill:CanvasText;stroke:Canvas">y</text></svg>`;
    return [...main.querySelectorAll('rect, text')].map((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return { fill, stroke };
    });
  });
  const [shape, word, system] = fills;
  expect(shape).toEqual({ fill: system?.stroke, stroke: system?.fill });
  expect(word?.fill).toBe(system?.fill);
});

test('no node lies under the ground of a group', async ({ page }) => {
  await page.goto('/roasting/');
  const covered = await page.evaluate(() =>
    [...document.querySelectorAll('.drawing [data-node] > .n')].flatMap((shape) => {
      shape.scrollIntoView({ block: 'center', inline: 'center' });
      const box = shape.getBoundingClientRect();
      const top = box.width > 0 && document.elementFromPoint(box.x + box.width / 2, box.y + 5);
      return top && top.matches('.g') ? [shape.parentElement?.textContent] : [];
    }),
  );
  expect(covered).toEqual([]);
});
