package tsunagi.server.review;

/**
 * How much there is of what people said about records; each up to {@link ReviewLists#COUNT_MAX}.
 *
 * @param open questions without an answer
 * @param answered answered questions about records that nobody has looked at since the answer came
 * @param leftOut records that are left out of totals
 * @param unseen records that are new or changed since somebody looked; 0 where the team does not look at records
 */
public record ReviewCounts(int open, int answered, int leftOut, int unseen) {}
