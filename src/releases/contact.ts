/** A telephone number as printed, with the form that a machine can dial. */
export type Phone = {
  /** E.164, such as `+6596441674`. */
  readonly e164: string;
  /** As it stands in the release, such as `+65 9644 1674`. */
  readonly printed: string;
  /** A mobile is personal: it is shown to staff and, in private, to the person who asked. */
  readonly kind: 'mobile' | 'office';
};

/** A person (or a press desk) in the media-contact block at the foot of a release. What is not printed is `null`. */
export type Contact = {
  /** As printed, without honorific. */
  readonly name: string | null;
  readonly honorific: string | null;
  /** Everything printed between name and organisation; a department alone counts. */
  readonly role: string | null;
  readonly organisation: string | null;
  readonly phones: readonly Phone[];
  /** The visible address, never the target of the link. */
  readonly email: string | null;
  /** The printed lines, markup removed, so that they can be quoted as they stand. */
  readonly lines: readonly string[];
  /** 1-based line of the file where the contact starts. */
  readonly line: number;
};
