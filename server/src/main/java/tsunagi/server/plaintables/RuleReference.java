package tsunagi.server.plaintables;

import java.util.List;
import tsunagi.records.v1.RecordType;

/**
 * A column by which rules look at another record; when that record moves, those that name it are checked again.
 *
 * @param table the table of the records whose rules look
 * @param lookedAt the type of the record they look at
 */
record RuleReference(String table, String column, RecordType lookedAt) {
    static final List<RuleReference> ALL = List.of(
            program("approach"),
            program("request"),
            program("visit"),
            program("referral"),
            program("workshop"),
            program("consultation"),
            program("measuring"),
            program("round"),
            program("action"),
            program("meeting"),
            workplace("visit"),
            workplace("participant"),
            workplace("action"),
            new RuleReference("observation", "visit_id", RecordType.RECORD_TYPE_VISIT),
            new RuleReference("follow_up", "visit_id", RecordType.RECORD_TYPE_VISIT),
            new RuleReference("attendance", "workshop_id", RecordType.RECORD_TYPE_WORKSHOP),
            new RuleReference("response", "round_id", RecordType.RECORD_TYPE_ROUND),
            new RuleReference("round", "paired_round_id", RecordType.RECORD_TYPE_ROUND),
            new RuleReference("response", "meeting_id", RecordType.RECORD_TYPE_MEETING));

    private static RuleReference program(String table) {
        return new RuleReference(table, "program_id", RecordType.RECORD_TYPE_PROGRAM);
    }

    private static RuleReference workplace(String table) {
        return new RuleReference(table, "workplace_id", RecordType.RECORD_TYPE_WORKPLACE);
    }
}
