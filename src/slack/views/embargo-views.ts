import type { ModalView } from '@slack/types';
import { DateTime } from 'luxon';
import { readBack, timeWords } from '../../desk/deadline-words.ts';
import type { Advance } from '../../enquiries/advance-copy.ts';
import { dayText } from '../../releases/day-text.ts';
import type { Release } from '../../releases/release.ts';
import { releaseUrl } from '../../releases/release-url.ts';
import {
  actions,
  button,
  clip,
  escapeMrkdwn,
  header,
  line,
  type Message,
  messageText,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { AdvanceValue, EmbargoValue, ID, INPUT } from '../ids.ts';
import { SAY } from '../wording.ts';
import { type ReadAs, readModal } from './read-modal.ts';

const EMBARGO = SAY.embargo;
/** More are counted out by `media-desk check`. */
const MOST_PROBLEMS = 15;

/** That a release under embargo was loaded: without a word of it, for a channel where not everybody may be staff. */
export const embargoedMessage = (mark: string): Message => ({
  text: messageText(EMBARGO.loaded),
  blocks: [
    section(escapeMrkdwn(EMBARGO.loaded)),
    actions('embargo.actions', [
      button({
        id: ID.embargoShowButton,
        text: EMBARGO.show,
        value: EmbargoValue.encode({ mark }),
      }),
    ]),
  ],
});

/** So many are listed; whoever has more looks with `media-desk check`. */
const LISTED = 15;

/** What is under embargo, for one member of staff in private. */
export function embargoedList(
  held: readonly { readonly release: Release; readonly mark: string }[],
): Message {
  const lead = held.length === 0 ? EMBARGO.none : EMBARGO.list(held.length);
  const shown = held.slice(0, LISTED);
  return {
    text: messageText([lead, ...shown.map(({ release }) => clip(release.title, 200))].join('\n')),
    blocks: [
      section(`*${escapeMrkdwn(lead)}*`),
      ...shown.flatMap(({ release, mark }, place) => [
        richText(line(words(clip(release.title, 300), { bold: true }))),
        actions(`embargo.actions.${place}`, [
          button({
            id: ID.embargoShowButton,
            text: EMBARGO.show,
            value: EmbargoValue.encode({ mark }),
          }),
        ]),
      ]),
    ],
  };
}

type Place = { readonly zone: string; readonly site?: string | undefined };

const untilIn = (embargo: Date, zone: string): string =>
  readBack(embargo, { asker: zone, desk: zone });

/** What was understood of a release before it is public, and what is wrong with it: for staff alone. */
export function embargoModal(release: Release, mark: string, { zone, site }: Place): ModalView {
  const { title, file, date, embargo, contacts, sectors, passages, problems } = release;
  const fact = (name: string, value: string) =>
    line(words(`${name}: `, { bold: true }), words(clip(value, 500)));
  const people = contacts.map((contact) =>
    [
      contact.name,
      contact.role,
      contact.organisation,
      contact.email,
      ...contact.phones.map(({ e164 }) => e164),
    ]
      .filter(Boolean)
      .join(', '),
  );
  const { fields } = EMBARGO;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: EMBARGO.title },
    close: { type: 'plain_text', text: SAY.close },
    blocks: [
      header(title),
      richText(
        fact(fields.file, file),
        fact(
          fields.date,
          date === undefined ? EMBARGO.noDate : EMBARGO.date(dayText(date.day), date.source),
        ),
        fact(fields.embargo, embargo === undefined ? '' : EMBARGO.until(untilIn(embargo, zone))),
        fact(fields.contacts, people.length === 0 ? EMBARGO.noContacts : people.join('; ')),
        fact(fields.link, releaseUrl(release, site) ?? EMBARGO.noLink),
        ...(sectors.length === 0 ? [] : [fact(fields.sectors, sectors.join(', '))]),
        fact(fields.passages, EMBARGO.passages(passages.length)),
      ),
      richText(
        line(words(`${fields.problems}: `, { bold: true })),
        ...(problems.length === 0
          ? [line(words(EMBARGO.noProblems))]
          : problems
              .slice(0, MOST_PROBLEMS)
              .map((one) =>
                line(words(`• ${clip(EMBARGO.problem(one.level, one.line, one.message), 500)}`)),
              )),
      ),
      actions('embargo.give', [
        button({
          id: ID.advanceGiveButton,
          text: EMBARGO.give,
          value: EmbargoValue.encode({ mark }),
        }),
      ]),
    ],
  };
}

/** Who is to read it in advance. */
export const advanceModal = (mark: string): ModalView => ({
  type: 'modal',
  callback_id: ID.advanceModal,
  private_metadata: EmbargoValue.encode({ mark }),
  title: { type: 'plain_text', text: EMBARGO.giveTitle },
  submit: { type: 'plain_text', text: EMBARGO.giveSubmit },
  close: { type: 'plain_text', text: SAY.cancel },
  blocks: [
    {
      type: 'input',
      block_id: INPUT.person,
      label: { type: 'plain_text', text: EMBARGO.giveTo },
      hint: { type: 'plain_text', text: EMBARGO.giveHint },
      element: { type: 'users_select', action_id: INPUT.value },
    },
  ],
});

/** What a reporter is asked to promise. Nothing of the release stands in it. */
export function advanceOfferMessage({ id, embargo }: Advance, zone: string): Message {
  const until = untilIn(embargo, zone);
  const said = [EMBARGO.offer(until), `“${EMBARGO.promise(until)}”`];
  return {
    text: messageText(said.join('\n')),
    blocks: [
      ...said.map((one) => section(escapeMrkdwn(one))),
      actions('advance.actions', [
        button({
          id: ID.advancePromiseButton,
          text: EMBARGO.promiseButton,
          style: 'primary',
          value: AdvanceValue.encode({ advance: id }),
        }),
      ]),
    ],
  };
}

/** The words of the promise, as they are written down. */
export const promiseWords = ({ embargo }: Pick<Advance, 'embargo'>, zone: string): string =>
  EMBARGO.promise(untilIn(embargo, zone));

/** Who was offered an advance copy or has promised, for the desk. Mentions people and no release. */
export function advanceWord(
  { by, userId, embargo, promise }: Advance,
  event: 'offered' | 'promised',
  zone: string,
): string {
  const until = untilIn(embargo, zone);
  return event === 'offered' || promise === undefined
    ? EMBARGO.offered(by, userId, until)
    : EMBARGO.promised(userId, timeWords(DateTime.fromJSDate(promise.at, { zone })), until);
}

/** The release to read in advance, marked on every page with its embargo, for whom it is and what was promised. */
export function advanceCopyModal(
  release: Release,
  advance: Advance & { readonly promise: NonNullable<Advance['promise']> },
  { zone, site, name, page }: Place & { readonly name: string; readonly page: number },
): ModalView {
  const until = untilIn(release.embargo ?? advance.embargo, zone);
  const at = timeWords(DateTime.fromJSDate(advance.promise.at, { zone }));
  const as: ReadAs = {
    title: EMBARGO.copyTitle,
    mark: EMBARGO.mark(until, name, at),
    pageButton: ID.advancePageButton,
    valueAt: (to) => AdvanceValue.encode({ advance: advance.id, page: to }),
  };
  return readModal(release, page, site, as);
}
