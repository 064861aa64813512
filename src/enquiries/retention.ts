/** What is kept by when it arose, and for how long. Each method is one transaction. */
export type Retention = {
  /**
   * Removes what is older than its time, and nothing that somebody still works with: answers with the notes of their
   * corrections, feedback, times of duty and what was settled about the rota (but not who has the duty now).
   *
   * @returns how many rows were removed
   */
  forgetOld(limits: {
    readonly answersBefore: Date;
    readonly feedbackBefore: Date;
    readonly dutyBefore: Date;
  }): Promise<number>;
  /**
   * Removes whole records of enquiries that were erased and that were closed before this instant: their timelines go
   * with them, and every chain that is left still holds. Corrections that old go too.
   *
   * @returns references of the enquiries
   */
  removeRecords(closedBefore: Date): Promise<string[]>;
  /** Everybody who follows releases or set something, by Slack id. */
  knownFollowers(): Promise<string[]>;
  /** Removes what somebody who left followed in direct messages and set; what a channel follows stays, without their id. */
  forgetPerson(userId: string): Promise<number>;
};
