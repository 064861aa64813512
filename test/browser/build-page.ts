import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const page = new URL('src/practice/page/', root);
const built = new URL('dist/practice/page/', root);

/** Builds what is served, as `npm run build` does. Types are judged by `npm run check`; here the output counts. */
export function setup(): void {
  const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  for (const project of ['src/', 'src/practice/page/']) {
    const folder = fileURLToPath(new URL(project, root));
    spawnSync(process.execPath, [compiler, '-p', folder], { stdio: 'inherit' });
  }
  for (const file of readdirSync(page)) {
    if (/\.(?:html|css)$/.test(file)) copyFileSync(new URL(file, page), new URL(file, built));
  }
}
