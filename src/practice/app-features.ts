/** What an app's manifest tells Slack. */
export type AppFeatures = {
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usageHint: string;
    readonly shouldEscape: boolean;
  }[];
  readonly shortcuts: readonly {
    readonly callbackId: string;
    readonly name: string;
    readonly type: 'message' | 'global';
  }[];
  readonly scopes: readonly string[];
  /** Events subscribed to: `app_mention`, `message.im`… */
  readonly events: readonly string[];
  readonly unfurlDomains: readonly string[];
};

/** The parts of an app manifest (already parsed from YAML or JSON) that Slack acts on. Missing parts are empty. */
export function featuresOf(manifest: unknown): AppFeatures {
  const { features, oauth_config: oauth, settings } = (manifest ?? {}) as ManifestParts;
  return {
    commands: (features?.slash_commands ?? []).map((each) => ({
      command: each.command,
      description: each.description,
      usageHint: each.usage_hint ?? '',
      shouldEscape: each.should_escape ?? false,
    })),
    shortcuts: (features?.shortcuts ?? []).map((each) => ({
      callbackId: each.callback_id,
      name: each.name,
      type: each.type,
    })),
    scopes: oauth?.scopes?.bot ?? [],
    events: settings?.event_subscriptions?.bot_events ?? [],
    unfurlDomains: features?.unfurl_domains ?? [],
  };
}

type ManifestParts = {
  features?: {
    slash_commands?: {
      command: string;
      description: string;
      usage_hint?: string;
      should_escape?: boolean;
    }[];
    shortcuts?: { callback_id: string; name: string; type: 'message' | 'global' }[];
    unfurl_domains?: string[];
  };
  oauth_config?: { scopes?: { bot?: string[] } };
  settings?: { event_subscriptions?: { bot_events?: string[] } };
};
