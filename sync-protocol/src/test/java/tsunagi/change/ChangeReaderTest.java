package tsunagi.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.ClockReading;
import tsunagi.sync.v1.ParkReason;

class ChangeReaderTest {
    private static final UUID TEAM = new UUID(1, 1);
    private static final UUID CHANGE = new UUID(2, 2);
    private static final RecordKey VISIT = new RecordKey(TEAM, RecordType.RECORD_TYPE_VISIT_VALUE, new UUID(3, 3));

    private final ChangeReader reader = new ChangeReader(RecordSchemas.standard(), new ChangeLimits(4000, 1000));

    @ParameterizedTest
    @ValueSource(strings = {"体操👩🏽‍⚕️", "ﾊﾝｶｸｶﾅ", "𠮷野家", "", "a\nb\tc"})
    void read_ofTextPeopleWrite_isReadable(String text) {
        Change change = readable(
                change(Visit.newBuilder().setNeeds(text).build().toByteString()).build());

        assertThat(change.values().get(FieldPath.field(Visit.NEEDS_FIELD_NUMBER)))
                .isEqualTo(Visit.newBuilder().setNeeds(text).build().toByteString());
    }

    @Test
    void read_whenTheHeaderDoesNotParse_isMalformed_underAnIdMadeFromItsBytes() {
        var broken = tsunagi.sync.v1.Change.newBuilder()
                .setHeader(ByteString.copyFromUtf8("\u0007 not a header"))
                .build();

        assertThat(unreadable(broken).reason()).isEqualTo(ParkReason.PARK_REASON_MALFORMED);
        assertThat(unreadable(broken).changeId()).isEqualTo(unreadable(broken).changeId());
    }

    @Test
    void read_whenTheBodyDoesNotParse_isMalformed_underItsOwnId() {
        Reading.Unreadable unreadable = unreadable(
                change(ByteString.copyFrom(new byte[] {0x0a, 0x7f, 0x01})).build());

        assertThat(unreadable.reason()).isEqualTo(ParkReason.PARK_REASON_MALFORMED);
        assertThat(unreadable.changeId()).isEqualTo(CHANGE);
    }

    @Test
    void read_whenATextHoldsNul_namesTheField() {
        Reading.Unreadable unreadable = unreadable(
                change(Visit.newBuilder().setNeeds("a\u0000b").build().toByteString())
                        .build());

        assertThat(unreadable.reason()).isEqualTo(ParkReason.PARK_REASON_UNSTORABLE_TEXT);
        assertThat(unreadable.path()).contains(FieldPath.field(Visit.NEEDS_FIELD_NUMBER));
    }

    @Test
    void read_whenATextHoldsHalfAPair_isUnstorable() {
        byte[] halfPair = {0x72, 3, (byte) 0xed, (byte) 0xa0, (byte) 0x80};

        assertThat(unreadable(change(ByteString.copyFrom(halfPair)).build()).reason())
                .isEqualTo(ParkReason.PARK_REASON_UNSTORABLE_TEXT);
    }

    @Test
    void read_whenATextDeepInAMapEntryHoldsNul_isUnstorable() {
        Visit visit = Visit.newBuilder()
                .putMembers("k", StaffMember.newBuilder().setName("\u0000").build())
                .build();

        assertThat(unreadable(change(visit.toByteString()).build()).path())
                .contains(FieldPath.entry(Visit.MEMBERS_FIELD_NUMBER, "k"));
    }

    @Test
    void read_whenOneFieldIsTooLarge_saysWhichAndByHowMuch() {
        Visit visit = Visit.newBuilder().setFindings("あ".repeat(400)).build();
        Reading.Unreadable unreadable = unreadable(change(visit.toByteString()).build());

        assertThat(unreadable.reason()).isEqualTo(ParkReason.PARK_REASON_TOO_LARGE);
        assertThat(unreadable.detail()).contains("field 15", "1203 bytes", "limit 1000");
    }

    @Test
    void read_whenTheWholeIsTooLarge_isParkedAsTooLarge() {
        assertThat(unreadable(change(ByteString.copyFrom(new byte[5000])).build())
                        .reason())
                .isEqualTo(ParkReason.PARK_REASON_TOO_LARGE);
    }

    @Test
    void read_ofAnUnknownTypeAndUnknownFields_isReadable_andMapsMergeByEntryIfTheHeaderSaysSo() {
        ByteString entry = ByteString.copyFrom(new byte[] {0x0a, 1, 'k', 0x12, 1, 'v'});
        ByteString body = UnknownFieldSet.newBuilder()
                .addField(
                        40,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(entry)
                                .build())
                .build()
                .toByteString();
        Change change = readable(change(body, h -> h.setRecordType(4711).addMapFieldNumbers(40)));

        assertThat(change.values().paths()).containsExactly(FieldPath.entry(40, "k"));
        assertThat(change.values().join()).isEqualTo(body);
    }

    @Test
    void read_ofAnActionThatIsNotKnownHere_isMalformed() {
        assertThat(unreadable(change(ByteString.EMPTY, h -> h.setActionValue(99)))
                        .detail())
                .contains("action");
    }

    @Test
    void read_forAnotherTeamThanItsBatch_isMalformed() {
        Reading reading = reader.read(new UUID(9, 9), change(ByteString.EMPTY).build());

        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void hash_coversHeaderAndBody_andNotHowTheyAreCutApart() {
        tsunagi.sync.v1.Change one = tsunagi.sync.v1.Change.newBuilder()
                .setHeader(ByteString.copyFromUtf8("ab"))
                .setBody(ByteString.copyFromUtf8("c"))
                .build();
        tsunagi.sync.v1.Change other = tsunagi.sync.v1.Change.newBuilder()
                .setHeader(ByteString.copyFromUtf8("a"))
                .setBody(ByteString.copyFromUtf8("bc"))
                .build();

        assertThat(ContentHash.of(one)).isNotEqualTo(ContentHash.of(other)).isEqualTo(ContentHash.of(one));
    }

    private static tsunagi.sync.v1.Change.Builder change(ByteString body) {
        return ChangeWriter.change(CHANGE, VISIT, Action.ACTION_EDIT)
                .by(new UUID(5, 5).toString(), ClockReading.getDefaultInstance())
                .write()
                .toBuilder()
                .setBody(body);
    }

    private static tsunagi.sync.v1.Change change(ByteString body, UnaryOperator<ChangeHeader.Builder> header) {
        tsunagi.sync.v1.Change.Builder change = change(body);
        try {
            ChangeHeader.Builder builder = ChangeHeader.parseFrom(change.getHeader()).toBuilder();
            return change.setHeader(header.apply(builder).build().toByteString())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private Change readable(tsunagi.sync.v1.Change wire) {
        return ((Reading.Readable) reader.read(TEAM, wire)).change();
    }

    private Reading.Unreadable unreadable(tsunagi.sync.v1.Change wire) {
        return (Reading.Unreadable) reader.read(TEAM, wire);
    }
}
