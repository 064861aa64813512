import type { App, BlockAction, ButtonAction, SlackViewAction } from '@slack/bolt';
import { type SlackDeps, visibleRelease } from '../deps.ts';
import { type GoneDeps, goneWords } from '../gone-words.ts';
import { ID, ReleaseValue, ShareMetadata } from '../ids.ts';
import { isReadOutside } from '../read-outside.ts';
import { contactsModal } from '../views/contacts-modal.ts';
import { noticeModal } from '../views/notice-modal.ts';
import { readModal } from '../views/read-modal.ts';
import { shareMessage, shareModal } from '../views/share.ts';
import { SAY } from '../wording.ts';

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'now' | 'people' | 'log'> & GoneDeps;

/** *Read*, *Contacts* and *Share in channel*, on look-ups and on answers. */
export function registerReleaseButtons(app: App, deps: Deps): void {
  app.action<BlockAction<ButtonAction>>(ID.readButton, async ({ ack, action, body, client }) => {
    await ack();
    const release = releaseOf(deps, action);
    await client.views.open({
      trigger_id: body.trigger_id,
      view:
        release === undefined
          ? noticeModal(SAY.readTitle, await goneFor(deps, action))
          : readModal(release, 0, deps.desk().site),
    });
  });

  app.action<BlockAction<ButtonAction>>(
    new RegExp(`^${ID.pageButton}\\.`),
    async ({ ack, action, body, client }) => {
      await ack();
      const value = ReleaseValue.decode(action.value);
      const release = releaseOf(deps, action);
      if (body.view === undefined) return;
      await client.views.update({
        view_id: body.view.id,
        hash: body.view.hash,
        view:
          release === undefined
            ? noticeModal(SAY.readTitle, await goneFor(deps, action))
            : readModal(release, value?.page ?? 0, deps.desk().site),
      });
    },
  );

  app.action<BlockAction<ButtonAction>>(
    ID.contactsButton,
    async ({ ack, action, body, client }) => {
      await ack();
      const release = releaseOf(deps, action);
      const { standing } = await deps.people.person(body.user.id);
      const mobiles = standing === 'staff' || deps.desk().showMobiles !== 'staff';
      await client.views.open({
        trigger_id: body.trigger_id,
        view:
          release === undefined
            ? noticeModal(SAY.contactsTitle, await goneFor(deps, action))
            : contactsModal(release, deps.desk().site, { mobiles }),
      });
    },
  );

  app.action<BlockAction<ButtonAction>>(
    ID.shareButton,
    async ({ ack, action, body, client, respond }) => {
      await ack();
      const release = releaseOf(deps, action);
      const channel = body.channel?.id;
      if (release === undefined || channel === undefined) {
        const text = release === undefined ? await goneFor(deps, action) : SAY.gone;
        await respond({ text, response_type: 'ephemeral', replace_original: false });
        return;
      }
      const { site } = deps.desk();
      if (await isReadOutside(client, channel)) {
        await client.views.open({
          trigger_id: body.trigger_id,
          view: shareModal(release, channel, site),
        });
        return;
      }
      await respond({
        ...shareMessage(release, body.user.id, site),
        response_type: 'in_channel',
        replace_original: false,
      });
    },
  );

  app.view<SlackViewAction>(ID.shareModal, async ({ ack, body, view, client }) => {
    const asked = ShareMetadata.decode(view.private_metadata);
    const release = asked === undefined ? undefined : visibleRelease(deps, asked.id);
    // Only our own people see the button; a modal sent from elsewhere is not theirs to submit.
    const { standing } = await deps.people.person(body.user.id);
    if (asked === undefined || release === undefined || standing === 'outsider') {
      const gone =
        asked === undefined || release !== undefined ? SAY.gone : await goneWords(deps, asked.id);
      await ack({ response_action: 'update', view: noticeModal(SAY.shareTitle, gone) });
      return;
    }
    try {
      await client.chat.postMessage({
        channel: asked.channel,
        ...shareMessage(release, body.user.id, deps.desk().site),
        unfurl_links: false,
      });
      await ack();
    } catch (error) {
      deps.log.warn('release.not-shared', { error });
      await ack({ response_action: 'update', view: noticeModal(SAY.shareTitle, SAY.cannotShare) });
    }
  });
}

function releaseOf(deps: Deps, { value }: ButtonAction) {
  const decoded = ReleaseValue.decode(value);
  return decoded === undefined ? undefined : visibleRelease(deps, decoded.id);
}

async function goneFor(deps: Deps, { value }: ButtonAction): Promise<string> {
  const decoded = ReleaseValue.decode(value);
  return decoded === undefined ? SAY.gone : goneWords(deps, decoded.id);
}
