import { exportEnquiry } from '../enquiries/export-enquiry.ts';
import { exportMarkdown } from '../enquiries/export-markdown.ts';
import { type CommonOptions, openDesk } from './open-context.ts';
import { Complaint, type Output, type Status } from './output.ts';
import { type Env, withoutSecrets, withStore } from './with-store.ts';

type Options = CommonOptions & { readonly format?: 'json' | 'md'; readonly redact?: boolean };

/** `media-desk export REF [--format json|md] [--redact]` */
export const exportCommand = (
  reference: string,
  options: Options,
  output: Output,
  env: Env,
): Promise<Status> =>
  withStore(env, async (store) => {
    const { print } = withoutSecrets(output, env);
    const enquiry = await store.findByReference(reference.trim().toUpperCase());
    const record = enquiry === undefined ? undefined : await store.record(enquiry.id);
    if (enquiry === undefined || record === undefined)
      throw new Complaint(
        `There is no enquiry ${reference}: “media-desk enquiries” lists those there are`,
      );
    const versions = await Promise.all(enquiry.cited.map(({ id }) => store.versionsOf(id)));
    const exported = exportEnquiry(
      record,
      options.redact === true ? 'redacted' : 'full',
      versions.flat(),
    );
    if (options.format === 'md' && options.json !== true) {
      const { zone, people } = openDesk(options.desk);
      const names = people.flatMap(({ slackId, name }) =>
        slackId === undefined || name === undefined || options.redact === true
          ? []
          : [[slackId, name] as const],
      );
      print(exportMarkdown(exported, zone, new Map(names)));
    } else print(JSON.stringify(exported));
    return 0;
  });
