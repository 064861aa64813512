import type { Postings, Text, Texts, WeightedTerm } from './postings-types.ts';

/** How soon repeating a word stops helping, and how much long texts are held back: best on SQuAD, flat around. */
const TEXT = { k: 0.9, b: 0.4 } as const;
const GROUP = { k: 1.2, b: 0.6 } as const;

/** A group is as well found by five words in an ordinary text as by one of weight 25. */
const ORDINARY = 5;

/** A posting is one number: the slot, and in the lowest bits how often the term stands there. */
const COUNT_BITS = 6;
const MOST_COUNTED = 2 ** COUNT_BITS - 1;

/** Dead postings are skipped; when they are this share of all, they are swept out. */
const MOST_DEAD = 0.25;

type Slot = {
  readonly own: Int32Array;
  /** Own and context terms, each once. */
  readonly bag: Int32Array;
  readonly length: number;
};

type Group = {
  readonly slots: readonly number[];
  readonly bag: Int32Array;
  readonly length: number;
};

export const createPostings = (): Postings => {
  const ids = new Map<string, number>();
  let postings: number[][] = [];
  const frequencies: number[] = [];
  const groupFrequencies: number[] = [];
  /** Scratch for `add`: how often each term stands in the text at hand. */
  const counts: number[] = [];
  const slots: (Slot | undefined)[] = [];
  const groups = new Map<number, Group>();
  const groupLengths: number[] = [];
  // What scoring needs of each slot, close together in memory. The group of a slot that is gone is `GONE`.
  let slotGroups = new Int32Array(1024);
  let slotLengths = new Int32Array(1024);
  let slotWeights = new Int32Array(1024);
  let slotSums = new Float64Array(1024);
  let groupSums = new Float64Array(256);
  const total = { texts: 0, length: 0, groupLength: 0, postings: 0, dead: 0 };

  const idFor = (term: string) => {
    let id = ids.get(term);
    if (id === undefined) {
      id = postings.length;
      ids.set(term, id);
      postings.push([]);
      for (const statistic of [frequencies, groupFrequencies, counts]) statistic.push(0);
    }
    return id;
  };

  /** @param ids numbers of the terms that the text names by their places */
  const addText = (
    group: number,
    ids: Int32Array,
    { terms, weight }: Text,
    context: readonly number[],
  ): Slot => {
    const slot = slots.length;
    const distinct: number[] = [];
    const count = (id: number) => {
      const before = counts[id] ?? 0;
      if (before === 0) distinct.push(id);
      counts[id] = before + 1;
    };
    const own = new Int32Array(terms.length);
    for (let at = 0; at < terms.length; at += 1) {
      const id = ids[terms[at] ?? 0] ?? 0;
      own[at] = id;
      count(id);
    }
    for (let at = 0; at < context.length; at += 1) count(ids[context[at] ?? 0] ?? 0);
    const bag = new Int32Array(distinct.length);
    for (let at = 0; at < distinct.length; at += 1) {
      const id = distinct[at] ?? 0;
      bag[at] = id;
      postings[id]?.push((slot << COUNT_BITS) | Math.min(counts[id] ?? 0, MOST_COUNTED));
      counts[id] = 0;
    }
    const length = terms.length + context.length;
    const text = { own, bag, length };
    slots.push(text);
    if (slot >= slotSums.length) {
      const most = slotSums.length * 2;
      slotGroups = copied(slotGroups, new Int32Array(most));
      slotLengths = copied(slotLengths, new Int32Array(most));
      slotWeights = copied(slotWeights, new Int32Array(most));
      slotSums = copied(slotSums, new Float64Array(most));
    }
    slotGroups[slot] = group;
    slotLengths[slot] = length;
    slotWeights[slot] = weight;
    return text;
  };

  /** Counts a text in (`by` 1) or out (`by` -1). */
  const countText = ({ bag, length }: Slot, by: 1 | -1) => {
    for (const id of bag) frequencies[id] = (frequencies[id] ?? 0) + by;
    total.texts += by;
    total.length += by * length;
    total.postings += by * bag.length;
  };

  const countGroup = ({ bag, length }: Group, by: 1 | -1) => {
    for (const id of bag) groupFrequencies[id] = (groupFrequencies[id] ?? 0) + by;
    total.groupLength += by * length;
  };

  /** Texts that fit best are then met first, and the others are soon seen to be worse. */
  const rarestFirst = (terms: readonly WeightedTerm[]) =>
    terms
      .flatMap(({ term, weight }) => {
        const id = ids.get(term);
        const frequency = id === undefined ? 0 : (frequencies[id] ?? 0);
        return id === undefined || frequency === 0 ? [] : [{ term, id, weight, frequency }];
      })
      .sort((one, other) => one.frequency - other.frequency || (one.term < other.term ? -1 : 1));

  const sweep = () => {
    postings = postings.map((list) => list.filter((posting) => slots[posting >>> COUNT_BITS]));
    total.dead = 0;
  };

  return {
    add(group, { terms, contexts, texts }: Texts) {
      const first = slots.length;
      const bag = new Int32Array(terms.length);
      for (let at = 0; at < terms.length; at += 1) bag[at] = idFor(terms[at] ?? '');
      let length = 0;
      for (const text of texts) {
        const added = addText(group, bag, text, contexts[text.context] ?? []);
        countText(added, 1);
        length += added.length * text.weight;
      }
      const whole = { slots: texts.map((_, index) => first + index), bag, length };
      groups.set(group, whole);
      countGroup(whole, 1);
      groupLengths[group] = whole.length;
      if (group >= groupSums.length) groupSums = copied(groupSums, new Float64Array(group * 2));
      return first;
    },

    remove(group) {
      const whole = groups.get(group);
      if (whole === undefined) return;
      for (const slot of whole.slots) {
        const text = slots[slot];
        if (text === undefined) continue;
        countText(text, -1);
        total.dead += text.bag.length;
        slots[slot] = undefined;
        slotGroups[slot] = GONE;
      }
      countGroup(whole, -1);
      groups.delete(group);
      if (total.dead > 1000 && total.dead > MOST_DEAD * (total.postings + total.dead)) sweep();
    },

    fits(terms) {
      const averageLength = total.length / total.texts;
      const averageGroup = total.groupLength / groups.size;
      groupSums.fill(0);
      const addToGroup = (group: number, worth: number, count: number) => {
        const norm = 1 - GROUP.b + (GROUP.b * (groupLengths[group] ?? 0)) / averageGroup;
        const added = (worth * count) / (count + GROUP.k * ORDINARY * norm);
        groupSums[group] = (groupSums[group] ?? 0) + added;
      };
      const least = TEXT.k * (1 - TEXT.b);
      const rise = (TEXT.k * TEXT.b) / averageLength;
      const touched: number[] = [];
      for (const { id, weight, frequency } of rarestFirst(terms)) {
        const worth = weight * idfOf(total.texts, frequency) * (TEXT.k + 1);
        const groupWorth = weight * idfOf(groups.size, groupFrequencies[id] ?? 0) * (GROUP.k + 1);
        let group = GONE;
        let inGroup = 0;
        for (const posting of postings[id] ?? []) {
          const slot = posting >>> COUNT_BITS;
          const slotGroup = slotGroups[slot] ?? GONE;
          if (slotGroup === GONE) continue;
          const count = posting & MOST_COUNTED;
          const sum = slotSums[slot] ?? 0;
          if (sum === 0) touched.push(slot);
          slotSums[slot] =
            sum + (worth * count) / (count + least + rise * (slotLengths[slot] ?? 0));
          if (slotGroup !== group) {
            if (group !== GONE) addToGroup(group, groupWorth, inGroup);
            group = slotGroup;
            inGroup = 0;
          }
          inGroup += count * (slotWeights[slot] ?? 0);
        }
        if (group !== GONE) addToGroup(group, groupWorth, inGroup);
      }
      let bestGroupFit = 0;
      for (const fit of groupSums) if (fit > bestGroupFit) bestGroupFit = fit;
      const slotFits = touched.map((slot) => slotSums[slot] ?? 0);
      const touchedGroups = touched.map((slot) => slotGroups[slot] ?? GONE);
      for (const slot of touched) slotSums[slot] = 0;
      return {
        slots: touched,
        slotFits,
        slotGroups: touchedGroups,
        groupFits: groupSums,
        bestGroupFit,
      };
    },

    frequency(term) {
      const id = ids.get(term);
      return id === undefined ? 0 : (frequencies[id] ?? 0);
    },

    idf(term) {
      const id = ids.get(term);
      return idfOf(total.texts, id === undefined ? 0 : (frequencies[id] ?? 0));
    },

    holding(term) {
      const id = ids.get(term);
      if (id === undefined) return [];
      const held = (postings[id] ?? []).map((posting) => posting >>> COUNT_BITS);
      return held.filter((slot) => slots[slot] !== undefined);
    },

    termsIn: (slot) => slots[slot]?.own ?? NOTHING,
    idOf: (term) => ids.get(term),
  };
};

const NOTHING = new Int32Array();

const GONE = -1;

const idfOf = (all: number, frequency: number) =>
  Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5));

const copied = <Numbers extends { set(from: Numbers): void }>(
  from: Numbers,
  into: Numbers,
): Numbers => {
  into.set(from);
  return into;
};
