import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import type { Deadline } from '../desk/deadline.ts';
import { readDeadline } from '../desk/read-deadline.ts';
import { batchLines } from './ask.ts';
import { type CommonOptions, clockOf, openDesk } from './open-context.ts';
import { Complaint, type Output, type Status } from './output.ts';

const BatchLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  now: z.iso.datetime({ offset: true }),
  zone: z.string(),
});

type Options = CommonOptions & { readonly zone?: string; readonly batch?: string };

/** `media-desk deadline TEXT --zone Z` and `media-desk deadline --batch FILE` */
export async function deadlineCommand(
  words: readonly string[],
  options: Options,
  { print }: Output,
): Promise<Status> {
  const desk = openDesk(options.desk);
  if (options.batch !== undefined) {
    for await (const { id, text, now, zone } of batchLines(options.batch, BatchLine)) {
      const deadline = readDeadline(text, { now: new Date(now), zone: checkedZone(zone), desk });
      print(JSON.stringify({ id, ...deadlineJson(deadline, zone) }));
    }
    return 0;
  }
  const zone = checkedZone(options.zone ?? desk.zone);
  const deadline = readDeadline(words.join(' '), { now: clockOf(options)(), zone, desk });
  print(options.json ? JSON.stringify(deadlineJson(deadline, zone)) : deadlineText(deadline));
  return 0;
}

function checkedZone(zone: string): string {
  if (IANAZone.isValidZone(zone)) return zone;
  throw new Complaint(`“${zone}” is no time zone: write it as Asia/Singapore or Europe/London`);
}

/** The form that is fixed for `deadline --json`. */
export const deadlineJson = (deadline: Deadline, askerZone: string) => {
  switch (deadline.kind) {
    case 'at':
      return {
        kind: deadline.kind,
        at: DateTime.fromJSDate(deadline.at, { zone: deadline.zone }).toISO({
          suppressMilliseconds: true,
        }),
        zone: deadline.zone,
        confirm: deadline.confirm,
        understood: deadline.understood,
        matched: deadline.matched,
      };
    case 'ask':
      return {
        kind: deadline.kind,
        at: null,
        zone: askerZone,
        confirm: false,
        understood: deadline.understood,
        matched: deadline.matched,
      };
    case 'none':
      return {
        kind: deadline.kind,
        at: null,
        zone: askerZone,
        confirm: false,
        understood: '',
        matched: '',
      };
  }
};

function deadlineText(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'at':
      return deadline.confirm ? `${deadline.understood}: is that right?` : deadline.understood;
    case 'ask':
      return deadline.question;
    case 'none':
      return 'No deadline is named.';
  }
}
