import type { Answer } from '../answers/answer.ts';
import { answerQuestion } from '../answers/answer-question.ts';
import { chooseRoute, type Route } from '../desk/choose-route.ts';
import type { Desk } from '../desk/desk.ts';
import { sectorsIn } from '../desk/sector-of.ts';
import { splitQuestions } from '../desk/split-questions.ts';
import { dayText } from '../releases/day-text.ts';
import type { Release } from '../releases/release.ts';
import { type CommonOptions, clockOf, openDesk, openReleases } from './open-context.ts';
import type { Output, Status } from './output.ts';

/** `media-desk route QUESTION`: who would be asked and why, and what the releases say already. */
export async function routeCommand(
  words: readonly string[],
  options: CommonOptions,
  { print }: Output,
): Promise<Status> {
  const now = clockOf(options);
  const desk = openDesk(options.desk);
  const index = await openReleases(options, desk, now);
  for (const question of splitQuestions(words.join(' '))) {
    const answer = answerQuestion(index, question, {
      now: now(),
      zone: desk.zone,
      sectors: desk.sectors,
    });
    const routed = routeOf(answer, question, desk, now());
    if (options.json) print(JSON.stringify(routeJson(routed)));
    else for (const line of routeLines(routed)) print(line);
  }
  return 0;
}

type Routed = {
  readonly question: string;
  readonly kind: Answer['kind'];
  readonly cited: readonly Release[];
  readonly sector: string | undefined;
  readonly route: Route;
};

/** The same choice as an enquiry gets: by the releases quoted, then the sector, then the desk. */
function routeOf(answer: Answer, question: string, desk: Desk, now: Date): Routed {
  const quoted =
    answer.kind === 'answered' || answer.kind === 'unsure'
      ? answer.quotes.map(({ release }) => release)
      : answer.contacts.map(({ release }) => release);
  const cited = quoted.filter(
    (release, place) => quoted.findIndex(({ id }) => id === release.id) === place,
  );
  const [sector] = sectorsIn(question, desk);
  const contacts = cited.flatMap((release) =>
    release.contacts.map((contact) => ({ contact, release })),
  );
  const route = chooseRoute(
    { question, cited, contacts, ...(sector === undefined ? {} : { sector }) },
    desk,
    now,
  );
  return { question, kind: answer.kind, cited, sector, route };
}

const routeJson = ({ question, kind, cited, sector, route }: Routed) => ({
  question,
  answer: kind,
  cited: cited.map(({ id, file, title, date }) => ({ id, file, title, date: date?.day ?? null })),
  sector: sector ?? null,
  to: route.to.map(({ name, email, slackId, contact }) => ({
    name,
    email,
    slackId,
    phones: contact?.phones.map(({ e164 }) => e164) ?? [],
  })),
  skipped: route.skipped,
  via: route.via,
  because: route.because,
});

function routeLines({ question, kind, cited, sector, route }: Routed): string[] {
  const [first] = cited;
  const released =
    kind === 'answered' && first !== undefined
      ? `The releases answer it: ${first.title} (${dayText(first.date?.day)}). Asked all the same, it goes to:`
      : 'It goes to:';
  const people = route.to.map(({ name, email, slackId }) =>
    [name, email ?? slackId ?? ''].filter((part) => part !== '').join(', '),
  );
  return [
    question,
    `  ${released} ${people.length === 0 ? 'the desk' : people.join(' and ')}`,
    `  Why: ${route.because}`,
    ...(sector === undefined ? [] : [`  Sector: ${sector}`]),
    ...route.skipped.map(({ name, why }) => `  Not ${name}: ${why}`),
  ];
}
