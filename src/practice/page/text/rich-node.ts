/** A piece of formatted text, as a tree that can be drawn without ever parsing HTML. */
export type RichNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'underline'; readonly children: RichNode[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'preformatted'; readonly text: string }
  | { readonly kind: 'quote' | 'paragraph'; readonly children: RichNode[] }
  | { readonly kind: 'heading'; readonly children: RichNode[] }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      /** How deep it is nested, 0 at the margin. */
      readonly indent: number;
      readonly start: number;
      readonly items: RichNode[][];
    }
  | { readonly kind: 'table'; readonly rows: RichNode[][][] }
  | { readonly kind: 'link'; readonly url: string; readonly children: RichNode[] }
  | { readonly kind: 'user'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'channel'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'group'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'broadcast'; readonly range: string }
  | {
      readonly kind: 'date';
      /** Unix seconds. */
      readonly epoch: number;
      readonly format: string;
      readonly url: string | null;
      readonly fallback: string;
    }
  | { readonly kind: 'emoji'; readonly name: string };

/** Joins neighbouring texts, so that equal writings give equal trees. */
export function joinTexts(nodes: readonly RichNode[]): RichNode[] {
  const joined: RichNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.kind === 'text' && node.text === '') continue;
    if (node.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + node.text };
    } else {
      joined.push(node);
    }
  }
  return joined;
}
