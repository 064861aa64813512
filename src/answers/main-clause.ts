import { auxiliary } from './noun-phrase.ts';

/** "If we are still married, does …", "In May 2023, did …": what is asked comes behind the comma. */
const leadIn =
  /^(?:if|when|while|since|after|before|because|as|in|on|at|by|for|from|under|during|with|given|of|to|between|among|once|now that)\b[^?]*?,\s*(?=\S)/i;

const questionStart = new RegExp(
  `^(?:${auxiliary}|what|how|which|when|where|who|whose|whom|why)\\b`,
  'i',
);

/** "When did …", "In which year …": the lead is what is asked. */
const asksAtOnce = new RegExp(
  `^(?:when(?:,| (?:${auxiliary})\\b)|\\w+ (?:which|what|whose|how)\\b)`,
  'i',
);

/** A question without the clause that leads in; as it is where none does. */
export const mainClause = (part: string): string => {
  let from = asksAtOnce.test(part) ? undefined : leadIn.exec(part)?.[0].length;
  while (from !== undefined) {
    const rest = part.slice(from);
    if (questionStart.test(rest)) return rest;
    const next = /^[^?]*?,\s*(?=\S)/.exec(rest)?.[0].length;
    from = next === undefined ? undefined : from + next;
  }
  return part;
};
