// Builds the page as files with relative URLs, for any static host.
import { createHash } from 'node:crypto';
import { defineConfig } from 'vite';

/// Fonts that only some texts need and the module that runs functions; they are cached when they are first used, all other files on
/// the first visit.
const RARE_FILES = /Noto|InterTabular-Bold|functions/;

/** Inserts the list of files into the service worker. */
function precache() {
  return {
    name: 'precache',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = Object.keys(bundle).filter(file => file !== 'sw.js' && !RARE_FILES.test(file)).sort();
        const version = createHash('sha256');
        for (const file of files) version.update(file).update(bundle[file].code ?? bundle[file].source);
        const worker = bundle['sw.js'];
        worker.code = worker.code
          .replace('__FILES__', JSON.stringify(['./', ...files.filter(file => file !== 'index.html')]))
          .replace('__VERSION__', JSON.stringify(version.digest('hex').slice(0, 16)));
      },
    },
  };
}

/** Removes the content security policy in development: the development server injects inline styles and scripts. */
function withoutPolicy() {
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
  return { name: 'without-policy', apply: 'serve', transformIndexHtml: html => html.replace(policy, '') };
}

export default defineConfig({
  base: './',
  plugins: [precache(), withoutPolicy()],
  worker: { format: 'es' },
  server: { fs: { allow: ['../..'] } },
  optimizeDeps: { exclude: ['emberline'] },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/offline/sw.ts' },
      output: { entryFileNames: chunk => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
});
