import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { listing } from './build/listing.ts';
import { pagePaths } from './build/routes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the dashboard into `.build/dashboard`; in development, shows it over the gateway at PORT (4000). */
export default defineConfig(({ mode }) => {
  const gateway = `http://127.0.0.1:${loadEnv(mode, here('../..'), 'PORT').PORT ?? 4000}`;
  return {
    root: here('.'),
    plugins: [react(), listing(pagePaths(new URL('pages/', import.meta.url)))],
    build: {
      outDir: here('../../.build/dashboard'),
      emptyOutDir: true,
      // What is inlined would be an address that the page's policy does not allow.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_000,
    },
    server: {
      port: 5173,
      proxy: {
        // Without `changeOrigin`: the gateway takes a page for its own by the Host that it was asked for.
        '/graphql': { target: gateway, ws: true },
        '/oauth': { target: gateway },
        '/places': { target: gateway },
        '/readme': { target: gateway },
      },
    },
  };
});
