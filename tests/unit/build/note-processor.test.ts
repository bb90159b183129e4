import { afterEach, expect, test, vi } from 'vitest';
import { codeOptions, noteProcessor } from '../../../src/build/note-processor.ts';

afterEach(() => vi.restoreAllMocks());

test('code has the same colours however slow the machine is', async () => {
  const { render } = await noteProcessor.createRenderer({ image: {}, ...codeOptions });
  const note = `\`\`\`js\nconst line = "가나다";\nconst long = "${'x'.repeat(6000)}";\n\`\`\`\n`;
  const usual = (await render(note, { frontmatter: {} })).code;
  // Every look at the clock finds that a minute has passed.
  let now = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 60_000));
  expect((await render(note, { frontmatter: {} })).code).toBe(usual);
  expect(usual).toContain('code-keyword');
  expect(usual.match(/code-keyword">const/gu)).toHaveLength(1);
}, 60_000);
