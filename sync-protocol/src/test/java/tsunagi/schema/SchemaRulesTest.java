package tsunagi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.records.v1.MergePolicy.MERGE_POLICY_STRONGEST;
import static tsunagi.records.v1.MergePolicy.MERGE_POLICY_TEXT;
import static tsunagi.records.v1.MergePolicy.MERGE_POLICY_UNION;
import static tsunagi.schema.LittleSchema.enumType;
import static tsunagi.schema.LittleSchema.merging;
import static tsunagi.schema.LittleSchema.message;
import static tsunagi.schema.LittleSchema.messageWithMap;
import static tsunagi.schema.LittleSchema.optional;
import static tsunagi.schema.LittleSchema.plain;
import static tsunagi.schema.LittleSchema.ranked;
import static tsunagi.schema.LittleSchema.record;
import static tsunagi.schema.LittleSchema.referring;
import static tsunagi.schema.LittleSchema.repeated;
import static tsunagi.schema.LittleSchema.service;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows each rule a schema that breaks it, and one that is almost that but keeps it. */
final class SchemaRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Visit",
                "Visit.visit_on",
                "Visit.Part",
                "Visit.Part.name",
                "Visit.Kind",
                "Visit.Kind.KIND_UNSPECIFIED",
                "State",
                "State.STATE_UNSPECIFIED",
                "Sync",
                "Sync.Exchange"
            })
    void comment_whenMissing_isMissed(String element) {
        LittleSchema schema = new LittleSchema()
                .with(message("Visit", optional("string", "visit_on", 1))
                        .addNestedType(message("Part", optional("string", "name", 1)))
                        .addEnumType(enumType("Kind", "KIND_UNSPECIFIED")))
                .with(enumType("State", "STATE_UNSPECIFIED"))
                .with(service("Sync", "Exchange", "Visit", "Visit"));

        String silent = LittleSchema.PACKAGE + "." + element;
        assertThat(complaints(
                        new CommentRule(),
                        schema.commentedOn(candidate -> !candidate.getFullName().equals(silent))))
                .containsExactly(element + " has no comment");
    }

    @Test
    void enum_whenAValueLacksItsName_isRefused() {
        assertThat(complaints(new EnumRule(), with(enumType("VisitKind", "VISIT_KIND_UNSPECIFIED", "TALK"))))
                .containsExactly("VisitKind.TALK must begin with VISIT_KIND_");
    }

    @Test
    void enum_whenZeroSaysSomething_isRefused() {
        assertThat(complaints(new EnumRule(), with(enumType("VisitKind", "VISIT_KIND_TALK"))))
                .containsExactly("VisitKind must have VISIT_KIND_UNSPECIFIED = 0");
    }

    @Test
    void recordField_whenZeroAndClearedWouldBeOne_isRefused() {
        assertThat(complaints(
                        new RecordFieldRule(),
                        new LittleSchema()
                                .with(message(
                                        "Visit",
                                        plain("int32", "workers", 1),
                                        plain("Kind", "kind", 2),
                                        optional("int32", "helpers", 3),
                                        repeated("string", "themes", 4),
                                        plain("Visit", "planned", 5)))
                                .with(enumType("Kind", "KIND_UNSPECIFIED"))
                                .described()))
                .containsExactly(
                        "Visit.workers must be optional, so that zero and cleared differ",
                        "Visit.kind must be optional, so that zero and cleared differ");
    }

    @Test
    void recordField_whenItShutsOutAnother_isRefused() {
        var visit = message("Visit", plain("string", "phone", 1).setOneofIndex(0));
        visit.addOneofDeclBuilder().setName("reached_by");
        assertThat(complaints(new RecordFieldRule(), with(visit)))
                .containsExactly("Visit.reached_by is a oneof, which merging cannot take field by field");
    }

    @Test
    void recordField_whenAMapIsKeyedByAnythingButStrings_isRefused() {
        assertThat(complaints(
                        new RecordFieldRule(), with(messageWithMap("Visit", plain("string", "notes", 1), "int32"))))
                .containsExactly("Visit.notes is a map whose key is not a string");
        assertThat(complaints(
                        new RecordFieldRule(), with(messageWithMap("Visit", plain("string", "notes", 1), "string"))))
                .isEmpty();
    }

    @Test
    void union_whenTheFieldIsNoList_isRefused() {
        var map = messageWithMap("Visit", merging(MERGE_POLICY_UNION, plain("string", "notes", 1)), "string");
        assertThat(complaints(new MergePolicyRule(), with(map)))
                .containsExactly("Visit.notes merges by UNION but is not a list");
        assertThat(complaints(
                        new MergePolicyRule(),
                        with(message(
                                "Visit",
                                merging(MERGE_POLICY_UNION, optional("string", "needs", 1)),
                                merging(MERGE_POLICY_UNION, repeated("string", "themes", 2))))))
                .containsExactly("Visit.needs merges by UNION but is not a list");
    }

    @Test
    void text_whenTheFieldIsNoString_isRefused() {
        assertThat(complaints(
                        new MergePolicyRule(),
                        with(message(
                                "Visit",
                                merging(MERGE_POLICY_TEXT, optional("bytes", "photo", 1)),
                                merging(MERGE_POLICY_TEXT, repeated("string", "themes", 2)),
                                merging(MERGE_POLICY_TEXT, optional("string", "needs", 3))))))
                .containsExactly(
                        "Visit.photo merges by TEXT but is not a string",
                        "Visit.themes merges by TEXT but is not a string");
    }

    @Test
    void strongest_whenNothingIsRanked_isRefused() {
        assertThat(complaints(
                        new MergePolicyRule(),
                        new LittleSchema()
                                .with(message(
                                        "Attendance",
                                        merging(MERGE_POLICY_STRONGEST, optional("Mood", "mood", 1)),
                                        merging(MERGE_POLICY_STRONGEST, plain("Place", "place", 2)),
                                        merging(MERGE_POLICY_STRONGEST, repeated("State", "states", 3)),
                                        merging(MERGE_POLICY_STRONGEST, optional("State", "state", 4)),
                                        merging(MERGE_POLICY_STRONGEST, plain("Mark", "mark", 5))))
                                .with(message("Place", optional("string", "name", 1)))
                                .with(message("Mark", optional("State", "state", 1)))
                                .with(enumType("Mood", "MOOD_UNSPECIFIED", "MOOD_FINE"))
                                .with(ranked(enumType("State", "STATE_UNSPECIFIED", "STATE_PRESENT")))
                                .described()))
                .containsExactly(
                        "Attendance.mood merges by STRONGEST but has no ranked state",
                        "Attendance.place merges by STRONGEST but has no ranked state",
                        "Attendance.states merges by STRONGEST but has no ranked state");
    }

    @Test
    void reference_whenNoSuchRecordExists_isRefused() {
        assertThat(complaints(
                        new RecordTypeRule(),
                        new LittleSchema()
                                .with(enumType("RecordType", "RECORD_TYPE_UNSPECIFIED", "RECORD_TYPE_VISIT"))
                                .with(record(
                                        1,
                                        "Visit",
                                        referring(1, optional("string", "first_id", 1)),
                                        referring(2, optional("string", "program_id", 2)),
                                        referring(0, optional("string", "nothing_id", 3)),
                                        referring(1, optional("int64", "numbered_id", 4))))
                                .described()))
                .containsExactly(
                        "Visit.program_id refers to 2, which is no RecordType",
                        "Visit.nothing_id refers to 0, which is no RecordType",
                        "Visit.numbered_id refers to a record but is not a string");
    }

    @Test
    void recordType_whenNotTheBodyOfExactlyOneMessage_isRefused() {
        assertThat(complaints(
                        new RecordTypeRule(),
                        new LittleSchema()
                                .with(enumType(
                                        "RecordType",
                                        "RECORD_TYPE_UNSPECIFIED",
                                        "RECORD_TYPE_VISIT",
                                        "RECORD_TYPE_PROGRAM"))
                                .with(record(1, "Visit"))
                                .with(record(1, "Call"))
                                .with(record(3, "Course"))
                                .described()))
                .containsExactly(
                        "RecordType.RECORD_TYPE_PROGRAM is the body of no message",
                        "Course has record_type 3, which is no RecordType",
                        "Visit shares record_type 1 with another message",
                        "Call shares record_type 1 with another message");
    }

    private static Schema with(DescriptorProto.Builder message) {
        return new LittleSchema().with(message).described();
    }

    private static Schema with(EnumDescriptorProto.Builder type) {
        return new LittleSchema().with(type).described();
    }

    private static List<String> complaints(SchemaRule rule, Schema schema) {
        return rule.complaints(schema)
                .map(complaint -> complaint.toString().replace(LittleSchema.PACKAGE + ".", ""))
                .toList();
    }
}
