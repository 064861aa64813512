import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const source = new URL('src/practice/page/', root);
const built = new URL('dist/practice/page/', root);

/** Builds the page as `npm run build` does, so that the tests see what is served. */
export default function buildPage(): void {
  const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  execFileSync(process.execPath, [compiler, '-p', fileURLToPath(source)], { stdio: 'inherit' });
  for (const file of readdirSync(source)) {
    if (/\.(?:html|css)$/.test(file)) copyFileSync(new URL(file, source), new URL(file, built));
  }
}
