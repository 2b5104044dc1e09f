import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { closeWorlds, startWorld, type World, type WorldOptions } from '../../support/world.ts';
import { type Built, buildDashboard } from './built.ts';

/** How a page is looked at; default: on a wide screen, in light colours. */
export interface View {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
}

/** Chromium before gateways that serve the built dashboard. */
export interface Stage {
  /** A world with the dashboard, at an address that it keeps over restarts; `starter` may be that of a closed one. */
  start(options?: WorldOptions, starter?: typeof startWorld): Promise<World>;
  /** Opens a path in a tab of its own; what fails in it is among `faultsOf(page)`. */
  openPage(world: World, path: string, view?: View): Promise<Page>;
  /** What the browser complained about in that tab so far: exceptions, and errors on its console. */
  faultsOf(page: Page): readonly string[];
}

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const OUTPUT = join(import.meta.dirname, '../output');
const HEIGHT = 800;

/** Describes what is to be seen in Chromium; where there is none, it says so and skips. */
export function describeInBrowser(title: string, tests: (stage: Stage) => void): void {
  if (!existsSync(CHROMIUM)) {
    describe.skip(`${title} (no Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM_PATH)`, () =>
      tests(absent));
    return;
  }
  describe(title, () => {
    let browser: Browser;
    let built: Built;
    const faults = new WeakMap<Page, string[]>();
    beforeAll(async () => {
      built = await buildDashboard();
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser.close();
      await closeWorlds();
      built.remove();
    });

    tests({
      start: async (options = {}, starter = startWorld) => {
        const env = { PORT: String(await freePort()), ...options.env };
        return starter({ dashboard: built.folder, ...options, env });
      },
      async openPage(world, path, { width = 1280, scheme = 'light' } = {}) {
        const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme: scheme });
        const seen: string[] = [];
        faults.set(page, seen);
        page.on('pageerror', ({ message }) => seen.push(message));
        page.on('console', (said) => {
          if (said.type() === 'error') seen.push(said.text());
        });
        await page.goto(`${world.url}${path}`);
        return page;
      },
      faultsOf: (page) => faults.get(page) ?? [],
    });
  });
}

/** Stands in where tests are only named, to be skipped. */
const absent: Stage = {
  start: () => Promise.reject(new Error('There is no Chromium here')),
  openPage: () => Promise.reject(new Error('There is no Chromium here')),
  faultsOf: () => [],
};

/** Fails on what axe-core finds that keeps somebody from using the page: its serious and critical findings. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');

  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** Fails where something is wider than the screen. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);

  expect(content).toBeLessThanOrEqual(Number(screen));
}

/** Keeps the whole page as a picture under `test/dashboard/output/`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  await page.screenshot({ path: join(OUTPUT, `${name}.png`), fullPage: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
