import type { Answer } from '../answers/answer.ts';
import type { Release } from '../releases/release.ts';
import { releaseUrl } from '../releases/release-url.ts';
import { answerText } from '../slack/views/answer-text.ts';
import { contactJson } from './contact-json.ts';

const short = ({ file, title, date }: Release) => ({ file, title, date: date?.day ?? null });

/** An answer in the form that is fixed for `ask --json`. The lines of a contact block count as quotes. */
export const askJson = (answer: Answer, site: string | undefined) => ({
  question: answer.question,
  kind: answer.kind,
  quotes: quotesJson(answer, site),
  later: answer.kind === 'answered' || answer.kind === 'unsure' ? answer.later.map(short) : [],
  nearest: answer.nearest === undefined ? null : short(answer.nearest),
  searched: {
    releases: answer.searched.releases,
    from: answer.searched.from ?? null,
    to: answer.searched.to ?? null,
  },
  contacts: answer.contacts.map(({ contact, release }) => ({
    ...contactJson(contact),
    file: release.file,
  })),
  score: answer.score,
  text: answerText(answer, { site, mobiles: true }),
});

const quoteJson = (
  release: Release,
  site: string | undefined,
  quote: { heading: string | undefined; paragraph: string | undefined; text: string },
) => ({
  id: release.id,
  file: release.file,
  title: release.title,
  date: release.date?.day ?? null,
  heading: quote.heading ?? null,
  paragraph: quote.paragraph ?? null,
  text: quote.text,
  version: release.version,
  url: releaseUrl(release, site) ?? null,
});

function quotesJson(answer: Answer, site: string | undefined) {
  switch (answer.kind) {
    case 'answered':
    case 'unsure':
      return answer.quotes.map(({ release, passage, text }) =>
        quoteJson(release, site, {
          heading: passage.heading.at(-1),
          paragraph: passage.paragraph,
          text,
        }),
      );
    case 'contact':
      return answer.contacts.map(({ contact, release }) =>
        quoteJson(release, site, {
          heading: undefined,
          paragraph: undefined,
          text: contact.lines.join('\n'),
        }),
      );
    case 'not-found':
      return [];
  }
}
