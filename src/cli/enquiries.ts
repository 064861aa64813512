import { DateTime } from 'luxon';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { verifyRecords } from '../enquiries/verify-records.ts';
import { statusText } from '../slack/views/enquiry-card.ts';
import type { CommonOptions } from './open-context.ts';
import { openDesk } from './open-context.ts';
import { Complaint, type Output, type Status } from './output.ts';
import { type Env, withStore } from './with-store.ts';

/** `media-desk enquiries [--open]` */
export const enquiriesCommand = (
  options: CommonOptions & { readonly open?: boolean },
  { print }: Output,
  env: Env,
): Promise<Status> =>
  withStore(env, async (store) => {
    const { zone } = openDesk(options.desk);
    const enquiries = await store.list(options.open === true ? { live: true } : {});
    for (const enquiry of enquiries)
      print(options.json ? JSON.stringify(enquiry) : enquiryLine(enquiry, zone));
    if (enquiries.length === 0 && !options.json) print('No enquiries.');
    return 0;
  });

const enquiryLine = (enquiry: Enquiry, zone: string): string =>
  [
    enquiry.reference,
    statusText(enquiry).padEnd(26),
    enquiry.deadline === undefined
      ? 'no deadline'.padEnd(16)
      : DateTime.fromJSDate(enquiry.deadline.at, { zone }).toFormat('yyyy-MM-dd HH:mm'),
    enquiry.question.replace(/\s+/g, ' ').slice(0, 80),
  ].join('  ');

/** `media-desk export REF` */
export const exportCommand = (reference: string, { print }: Output, env: Env): Promise<Status> =>
  withStore(env, async (store) => {
    const enquiry = await store.findByReference(reference.trim().toUpperCase());
    if (enquiry === undefined)
      throw new Complaint(
        `There is no enquiry ${reference}: “media-desk enquiries” lists those there are`,
      );
    print(JSON.stringify({ enquiry, timeline: await store.timeline(enquiry.id) }));
    return 0;
  });

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
