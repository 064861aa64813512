import { DateTime } from 'luxon';
import { enquiriesCsv } from '../enquiries/enquiries-csv.ts';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { verifyRecords } from '../enquiries/verify-records.ts';
import { statusText } from '../slack/views/enquiry-card.ts';
import { type CommonOptions, openDesk } from './open-context.ts';
import type { Output, Status } from './output.ts';
import { tableLines } from './table.ts';
import { type Env, withoutSecrets, withStore } from './with-store.ts';

type Options = CommonOptions & { readonly open?: boolean; readonly csv?: boolean };

const HEAD = ['Reference', 'State', 'Deadline', 'Outlet', 'Question'] as const;

/** `media-desk enquiries [--open] [--csv]` */
export const enquiriesCommand = (options: Options, output: Output, env: Env): Promise<Status> =>
  withStore(env, async (store) => {
    const { print, columns } = withoutSecrets(output, env);
    const { zone } = openDesk(options.desk);
    const enquiries = await store.list(options.open === true ? { live: true } : {});
    if (options.json) for (const enquiry of enquiries) print(JSON.stringify(enquiry));
    // The last line break is the printer's.
    else if (options.csv) print(enquiriesCsv(enquiries).replace(/\n$/, ''));
    else if (enquiries.length === 0) print('No enquiries.');
    else
      for (const line of tableLines(
        HEAD,
        enquiries.map((enquiry) => rowOf(enquiry, zone)),
        columns,
      ))
        print(line);
    return 0;
  });

const rowOf = (enquiry: Enquiry, zone: string): string[] => [
  enquiry.reference,
  statusText(enquiry),
  enquiry.deadline === undefined
    ? 'no deadline'
    : DateTime.fromJSDate(enquiry.deadline.at, { zone }).toFormat('yyyy-MM-dd HH:mm'),
  enquiry.outlet,
  enquiry.question,
];

/** `media-desk verify` */
export const verifyCommand = (
  options: CommonOptions,
  { print, complain }: Output,
  env: Env,
): Promise<Status> =>
  withStore(env, async (store) => {
    const { enquiries, broken } = await verifyRecords(store);
    if (options.json) print(JSON.stringify({ enquiries, broken }));
    else print(`${enquiries} enquiries checked, ${broken.length} broken.`);
    for (const { reference, reason } of broken) complain(`${reference}: ${reason}`);
    return broken.length === 0 ? 0 : 1;
  });
