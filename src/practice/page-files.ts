import { readFile } from 'node:fs/promises';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  map: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** The page may ask nobody but this server. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * A file of the practice page.
 *
 * @param path of the URL, such as `/` or `/page.js`
 * @returns `undefined` where there is none, or the name reaches outside the page's folder
 */
export async function pageFile(path: string): Promise<{ body: Buffer; type: string } | undefined> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = types[name.split('.').at(-1) ?? ''];
  if (type === undefined || !/^[\w-]+(?:[./][\w-]+)*$/.test(name)) return undefined;
  try {
    return { body: await readFile(new URL(`./page/${name}`, import.meta.url)), type };
  } catch {
    return undefined;
  }
}
