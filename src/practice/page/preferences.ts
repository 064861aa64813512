/** Small choices kept in this browser; where it keeps nothing, they last as long as the page. */
const memory = new Map<string, string>();

/** A choice made earlier, or `null`. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`practice.${name}`) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

/** Keeps a choice. */
export function remember(name: string, value: string): void {
  memory.set(name, value);
  try {
    localStorage.setItem(`practice.${name}`, value);
  } catch {
    // Private windows may refuse; the memory above is enough.
  }
}

/** Whether the person wants things to stay still. */
export const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
