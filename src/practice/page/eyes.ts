import type { Person, SeatState } from '../seat-api.ts';

/** How one seat reads what is shown: whom and what it knows by name, in which zone, at what time. */
export type Eyes = {
  readonly me: Person;
  readonly personOf: (id: string) => Person | undefined;
  readonly channelName: (id: string) => string | undefined;
  readonly people: readonly Person[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly zone: string;
  readonly now: Date;
};

/** The eyes of a seat at this moment. */
export function eyesOf(state: SeatState): Eyes {
  const people = new Map(state.people.map((person) => [person.id, person]));
  people.set(state.me.id, state.me);
  const named = new Map((state.channelNames ?? []).map(({ id, name }) => [id, name]));
  const channels = state.conversations.filter(({ kind }) => kind !== 'im');
  return {
    me: state.me,
    personOf: (id) => people.get(id),
    channelName: (id) => named.get(id),
    people: [...people.values()],
    channels,
    zone: state.me.zone,
    now: new Date(state.now),
  };
}
