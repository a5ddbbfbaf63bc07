package tsunagi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.records.v1.MergePolicy.MERGE_POLICY_TEXT;
import static tsunagi.schema.LittleSchema.enumType;
import static tsunagi.schema.LittleSchema.merging;
import static tsunagi.schema.LittleSchema.message;
import static tsunagi.schema.LittleSchema.messageWithMap;
import static tsunagi.schema.LittleSchema.optional;
import static tsunagi.schema.LittleSchema.plain;
import static tsunagi.schema.LittleSchema.ranked;
import static tsunagi.schema.LittleSchema.record;
import static tsunagi.schema.LittleSchema.repeated;
import static tsunagi.schema.LittleSchema.service;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto.EnumReservedRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Options;

/** Changes a released little schema in each way that breaks programs in the field, and in ways that do not. */
final class WireCompatibilityTest {
    @Test
    void additions_breakNothing() {
        assertThat(breaks(
                        new LittleSchema().with(visit()).with(kind()),
                        new LittleSchema()
                                .with(visit().addField(plain("Kind", "kind", 9)))
                                .with(enumType("Kind", "KIND_UNSPECIFIED", "KIND_TALK", "KIND_TOUR"))
                                .with(message("Program"))
                                .with(service("Sync", "Exchange", "Visit", "Visit"))))
                .isEmpty();
    }

    @Test
    void field_whenRemoved_mustLeaveNumberAndNameReserved() {
        assertThat(breaks(visit(), message("Visit")))
                .containsExactly("Visit.needs was removed without its number 3 and its name being reserved");
        assertThat(breaks(visit(), message("Visit").addReservedRange(numbers(3))))
                .containsExactly("Visit.needs was removed without its number 3 and its name being reserved");
        assertThat(breaks(visit(), message("Visit").addReservedRange(numbers(3)).addReservedName("needs")))
                .isEmpty();
    }

    @Test
    void field_whenItTakesANumberGivenUp_breaks() {
        assertThat(breaks(
                        message("Visit").addReservedRange(numbers(3)), message("Visit", optional("string", "wish", 3))))
                .containsExactly("Visit.wish takes the number 3, which was given up for good");
    }

    @Test
    void field_whenRenumbered_breaks() {
        assertThat(breaks(visit(), message("Visit", optional("string", "needs", 4))))
                .containsExactly("Visit.needs had the number 3 and now has 4");
    }

    @Test
    void field_whenRenamed_breaks() {
        assertThat(breaks(visit(), message("Visit", optional("string", "wishes", 3))))
                .containsExactly(
                        "Visit.needs had the name needs and now has wishes",
                        "Visit.needs had the JSON name needs and now has wishes");
    }

    @Test
    void field_whenItsJsonNameChanges_breaks() {
        assertThat(breaks(
                        visit(), message("Visit", optional("string", "needs", 3).setJsonName("wishes"))))
                .containsExactly("Visit.needs had the JSON name needs and now has wishes");
    }

    @Test
    void field_whenRetyped_breaks() {
        assertThat(breaks(visit(), message("Visit", optional("bytes", "needs", 3))))
                .containsExactly("Visit.needs had the type string and now has bytes");
    }

    @Test
    void map_whenItsEntriesAreRetyped_breaks() {
        assertThat(breaks(
                        messageWithMap("Visit", plain("string", "notes", 1), "string"),
                        messageWithMap("Visit", plain("string", "notes", 1), "int32")))
                .containsExactly("Visit.notes had the type map<string, string> and now has map<int32, string>");
    }

    @Test
    void field_whenItsLabelChanges_breaks() {
        assertThat(breaks(visit(), message("Visit", repeated("string", "needs", 3))))
                .containsExactly("Visit.needs had the label optional and now has repeated");
        assertThat(breaks(visit(), message("Visit", plain("string", "needs", 3))))
                .containsExactly("Visit.needs had the label optional and now has none");

        DescriptorProto.Builder either =
                message("Visit", plain("string", "needs", 3).setOneofIndex(0));
        either.addOneofDeclBuilder().setName("either");
        assertThat(breaks(visit(), either))
                .containsExactly("Visit.needs had the label optional and now has oneof either");
    }

    @Test
    void field_whenItMergesInAnotherWay_breaks() {
        assertThat(breaks(visit(), message("Visit", merging(MERGE_POLICY_TEXT, optional("string", "needs", 3)))))
                .containsExactly("Visit.needs had the merge policy MERGE_POLICY_ASK and now has MERGE_POLICY_TEXT");
    }

    @Test
    void field_whenItEntersTheNaturalKey_breaks() {
        var key = optional("string", "needs", 3);
        key.getOptionsBuilder().setExtension(Options.naturalKey, true);
        assertThat(breaks(visit(), message("Visit", key)))
                .containsExactly("Visit.needs had the place in the natural key false and now has true");
    }

    @Test
    void message_whenRemovedOrAnotherRecord_breaks() {
        assertThat(breaks(visit(), message("Program"))).containsExactly("Visit was removed");
        assertThat(breaks(record(6, "Visit"), record(7, "Visit")))
                .containsExactly("Visit had the record type 6 and now has 7");
    }

    @Test
    void message_whenItsPackageMoves_breaks() {
        assertThat(WireCompatibility.breaks(
                        new LittleSchema().with(visit()).described(),
                        new LittleSchema("tsunagi.records.v2").with(visit()).described()))
                .extracting(Complaint::toString)
                .containsExactly("tsunagi.records.v1.Visit was removed");
    }

    @Test
    void enumValue_whenRemovedRenumberedOrRenamed_breaks() {
        assertThat(breaks(kind(), enumType("Kind", "KIND_UNSPECIFIED")))
                .containsExactly("Kind.KIND_TALK was removed without its number 1 and its name being reserved");
        assertThat(breaks(
                        kind(),
                        enumType("Kind", "KIND_UNSPECIFIED")
                                .addReservedRange(EnumReservedRange.newBuilder()
                                        .setStart(1)
                                        .setEnd(1))
                                .addReservedName("KIND_TALK")))
                .isEmpty();
        assertThat(breaks(kind(), enumType("Kind", "KIND_UNSPECIFIED", "KIND_TOUR")))
                .containsExactly("Kind.KIND_TALK had the name KIND_TALK and now has KIND_TOUR");

        EnumDescriptorProto.Builder renumbered = kind();
        renumbered.getValueBuilder(1).setNumber(2);
        assertThat(breaks(kind(), renumbered)).containsExactly("Kind.KIND_TALK had the number 1 and now has 2");
    }

    @Test
    void enumValue_whenItsRankChanges_breaks() {
        assertThat(breaks(kind(), ranked(kind()))).containsExactly("Kind.KIND_TALK had the rank none and now has 1");
    }

    @Test
    void enum_whenRemoved_breaks() {
        assertThat(breaks(new LittleSchema().with(kind()), new LittleSchema())).containsExactly("Kind was removed");
    }

    @Test
    void rpc_whenRemovedOrChanged_breaks() {
        LittleSchema released = withService("Exchange", "Visit", "Visit");
        assertThat(breaks(released, new LittleSchema().with(message("Visit")).with(message("Call"))))
                .containsExactly("Sync was removed");
        assertThat(breaks(released, withService("Talk", "Visit", "Visit")))
                .containsExactly("Sync.Exchange was removed");
        assertThat(breaks(released, withService("Exchange", "Call", "Call")))
                .containsExactly(
                        "Sync.Exchange had the request Visit and now has Call",
                        "Sync.Exchange had the answer Visit and now has Call");

        var streaming = service("Sync", "Exchange", "Visit", "Visit");
        streaming.getMethodBuilder(0).setClientStreaming(true).setServerStreaming(true);
        assertThat(breaks(
                        released,
                        new LittleSchema()
                                .with(message("Visit"))
                                .with(message("Call"))
                                .with(streaming)))
                .containsExactly(
                        "Sync.Exchange had the request Visit and now has stream Visit",
                        "Sync.Exchange had the answer Visit and now has stream Visit");
    }

    private static DescriptorProto.Builder visit() {
        return message("Visit", optional("string", "needs", 3));
    }

    private static EnumDescriptorProto.Builder kind() {
        return enumType("Kind", "KIND_UNSPECIFIED", "KIND_TALK");
    }

    private static LittleSchema withService(String rpc, String request, String answer) {
        return new LittleSchema()
                .with(message("Visit"))
                .with(message("Call"))
                .with(service("Sync", rpc, request, answer));
    }

    private static ReservedRange numbers(int only) {
        return ReservedRange.newBuilder().setStart(only).setEnd(only + 1).build();
    }

    private static List<String> breaks(DescriptorProto.Builder released, DescriptorProto.Builder current) {
        return breaks(new LittleSchema().with(released), new LittleSchema().with(current));
    }

    private static List<String> breaks(EnumDescriptorProto.Builder released, EnumDescriptorProto.Builder current) {
        return breaks(new LittleSchema().with(released), new LittleSchema().with(current));
    }

    private static List<String> breaks(LittleSchema released, LittleSchema current) {
        return WireCompatibility.breaks(released.described(), current.described()).stream()
                .map(complaint -> complaint.toString().replace(LittleSchema.PACKAGE + ".", ""))
                .toList();
    }
}
