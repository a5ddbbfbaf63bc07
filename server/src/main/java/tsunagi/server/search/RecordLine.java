package tsunagi.server.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/**
 * One record as lists show it.
 *
 * @param day the day it is about, or the one on which it came in; empty when nobody knows
 * @param dayIsOwn true when it is the day it is about
 * @param title its name or what is in place of one
 * @param workplace the workplace it names, or the one that speaks for that
 * @param programId ids of other records it names
 * @param people who wrote it first and whom it names as acting
 * @param bodies for whom that was, and the bodies it names
 * @param first who made its first change, and when
 * @param last who made the change that moved it last, and when
 * @param conflicts fields that wait for a choice between values
 * @param problems what the rules say about it
 * @param openQuestions questions back that have no answer
 * @param leftOut whether it is left out of totals
 */
public record RecordLine(
        RecordKey key,
        RecordType type,
        boolean deleted,
        Optional<String> day,
        boolean dayIsOwn,
        Optional<String> title,
        Optional<Workplace> workplace,
        Optional<String> programId,
        Optional<String> visitId,
        Optional<String> workshopId,
        Optional<String> roundId,
        List<String> people,
        List<String> bodies,
        Optional<Said> first,
        Optional<Said> last,
        int conflicts,
        int problems,
        int openQuestions,
        boolean leftOut) {

    /** A workplace that a record names; it has no name when it is not here or gone. */
    public record Workplace(String id, Optional<String> name) {}

    /** Who changed something, and when by the corrected clock. */
    public record Said(String personId, Instant at) {}

    public PageKey pageKey() {
        return new PageKey(day.orElse(""), key.id(), type);
    }
}
