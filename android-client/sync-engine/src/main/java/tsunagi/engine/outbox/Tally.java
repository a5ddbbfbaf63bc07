package tsunagi.engine.outbox;

/**
 * How many changes stand how.
 *
 * @param recorded all that were saved on this tablet
 * @param safe those the server holds, parked ones among them
 * @param waiting those it does not hold yet, as far as this tablet knows
 * @param parked those that wait on the server for a person
 * @param unseen those with a word of the server that a person should see and has not
 */
public record Tally(long recorded, long safe, long waiting, long parked, long unseen) {}
