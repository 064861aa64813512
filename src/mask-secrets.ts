/** Slack credentials, passwords in an address, and a token that stands in place of a user. */
const shapes =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=:\/\/[^\s:/@]*:)[^\s/@]+(?=@)|(?<=:\/\/)[^\s:/@]{20,}(?=@)/g;

/** Shorter ones would be found in the middle of words. */
const LEAST = 6;

/** Puts `[hidden]` in place of every credential in a text. */
export type Mask = (text: string) => string;

/**
 * Makes a mask for anything that looks like a credential, and for ours wherever they stand.
 *
 * @param known credentials that cannot be told by their looks, such as a signing secret
 */
export function maskFor(known: readonly (string | undefined)[]): Mask {
  const ours = known
    .filter((one) => one !== undefined && one.length >= LEAST)
    .sort((one = '', other = '') => other.length - one.length) as string[];
  return (text) =>
    ours
      .reduce((left, secret) => left.replaceAll(secret, '[hidden]'), text)
      .replace(shapes, '[hidden]');
}

type Env = Readonly<Record<string, string | undefined>>;

/** The credentials that the environment holds; a password also as it is before it is written into an address. */
export function secretsOf(env: Env): string[] {
  const inAddresses = [env.DATABASE_URL, env.RELEASES_GIT].flatMap((address = '') => {
    if (!URL.canParse(address)) return [];
    const { password } = new URL(address);
    return [password, decoded(password)];
  });
  return [
    env.SLACK_BOT_TOKEN,
    env.SLACK_APP_TOKEN,
    env.SLACK_SIGNING_SECRET,
    ...inAddresses,
  ].flatMap((one) => one ?? []);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
