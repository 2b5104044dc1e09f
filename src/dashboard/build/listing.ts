import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(html|js|css|svg|json)$/;
/** Below that the headers are most of an answer. */
const WORTH_IT = 512;

const encoders = {
  // The best quality takes ten times as long for a twentieth less.
  br: (text: Buffer) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (text: Buffer) => promisify(gzip)(text, { level: 9 }),
};

/** Writes every text compressed as well, and `files.json`, from which the gateway knows what to serve at which paths. */
export function listing(pages: readonly string[]): Plugin {
  return {
    name: 'listing',
    apply: 'build',
    // After everything that writes, so that what is listed is what is there.
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = await Promise.all(
          Object.values(bundle).map(async (file) => {
            const body = Buffer.from(file.type === 'chunk' ? file.code : file.source);
            const isWorthIt = TEXT.test(file.fileName) && body.length >= WORTH_IT;
            const encodings = isWorthIt ? Object.entries(encoders) : [];
            for (const [name, encode] of encodings) {
              this.emitFile({ type: 'asset', fileName: `${file.fileName}.${name}`, source: await encode(body) });
            }
            return { path: file.fileName, encodings: encodings.map(([name]) => name) };
          }),
        );
        this.emitFile({ type: 'asset', fileName: 'files.json', source: JSON.stringify({ pages, files }) });
      },
    },
  };
}
