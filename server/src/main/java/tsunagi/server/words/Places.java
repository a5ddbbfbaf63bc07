package tsunagi.server.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/** Which workplace a record is about, and what that workplace calls its departments. */
final class Places {
    /** The fields that lead to the workplace, the shortest way first, and the types they name. */
    private static final List<Map.Entry<String, Integer>> WAYS = List.of(
            Map.entry("workplace_id", RecordType.RECORD_TYPE_WORKPLACE_VALUE),
            Map.entry("visit_id", RecordType.RECORD_TYPE_VISIT_VALUE),
            Map.entry("round_id", RecordType.RECORD_TYPE_ROUND_VALUE),
            Map.entry("workshop_id", RecordType.RECORD_TYPE_WORKSHOP_VALUE));

    private Places() {}

    /** The record that says more of where this one is; empty for a workplace, and for a record that is about none. */
    static Optional<RecordKey> next(RecordKey key, Part part) {
        if (key.type() == RecordType.RECORD_TYPE_WORKPLACE_VALUE) {
            return Optional.empty();
        }
        return WAYS.stream()
                .flatMap(way -> part.text(way.getKey()).flatMap(id -> NameWords.key(key, way.getValue(), id)).stream())
                .findFirst();
    }

    /** What a workplace calls a department. */
    static Optional<String> department(Part workplace, String key) {
        return workplace.entry("departments", key).flatMap(department -> department.text("name"));
    }
}
