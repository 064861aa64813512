/**
 * The same things in another order, each order as likely as any (Fisher and Yates).
 *
 * @param random from 0 up to and without 1
 */
export function shuffled<One>(things: readonly One[], random: () => number): One[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.min(last, Math.floor(random() * (last + 1)));
    [order[last], order[other]] = [order[other] as One, order[last] as One];
  }
  return order;
}
