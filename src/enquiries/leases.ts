/** Rights that one process holds for a while, so that of several replicas one does the work. */
export type Leases = {
  /**
   * Takes or renews a lease. A lease of the same holder is prolonged.
   *
   * @returns false while another holds it
   */
  takeLease(lease: {
    readonly name: string;
    readonly holder: string;
    readonly now: Date;
    readonly forMs: number;
  }): Promise<boolean>;
  /** Gives a lease up early; nothing happens if another holds it. */
  releaseLease(name: string, holder: string): Promise<void>;
};
