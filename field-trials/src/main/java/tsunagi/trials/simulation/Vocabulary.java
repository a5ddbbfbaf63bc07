package tsunagi.trials.simulation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.PhotoPermission;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;

/** What people in a run write: fields of every merge policy, and fields and values that this program does not know. */
final class Vocabulary {
    /** A type of record that only some newer program knows. */
    static final int FUTURE_TYPE = 4711;

    /** An enum value that only some newer program knows. */
    private static final int FUTURE_VALUE = 99;

    private static final int FUTURE_FIELD = 901;
    private static final int FUTURE_MAP = 902;
    private static final int TOKENS_KEPT_MAX = 6;
    private static final int LONG_PERCENT = 15;
    private static final int LONG_BYTES_MAX = 1200;

    /** Writes a new value of one field, knowing the one on the screen. */
    private interface Writer {
        ByteString write(Dice dice, ByteString onScreen, String token) throws InvalidProtocolBufferException;
    }

    private record Field(FieldPath path, Writer writer) {}

    private static final Map<Integer, List<Field>> FIELDS = Map.of(
            RecordType.RECORD_TYPE_VISIT_VALUE,
            visitFields(),
            RecordType.RECORD_TYPE_ATTENDANCE_VALUE,
            attendanceFields(),
            RecordType.RECORD_TYPE_PARTICIPANT_VALUE,
            participantFields(),
            RecordType.RECORD_TYPE_RESPONSE_VALUE,
            responseFields(),
            FUTURE_TYPE,
            futureFields());

    private Vocabulary() {}

    /** A field of a record of this type that somebody might write. */
    static FieldPath pick(Dice dice, int type) {
        return dice.pick(FIELDS.get(type)).path();
    }

    /** What they might write there; the token is theirs alone. */
    static ByteString write(Dice dice, int type, FieldPath path, ByteString onScreen, String token) {
        Field field = FIELDS.get(type).stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst()
                .orElseThrow();
        try {
            return field.writer().write(dice, onScreen, token);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Field> visitFields() {
        List<Field> fields = new ArrayList<>();
        add(fields, Visit.VISIT_ON_FIELD_NUMBER, (dice, seen, token) -> Visit.newBuilder()
                .setVisitOn("2024-07-0" + dice.between(1, 4))
                .build()
                .toByteString());
        add(fields, Visit.STARTS_AT_FIELD_NUMBER, (dice, seen, token) -> Visit.newBuilder()
                .setStartsAt(nowAndThenLong(dice, token))
                .build()
                .toByteString());
        add(fields, Visit.NEEDS_FIELD_NUMBER, (dice, seen, token) -> Visit.newBuilder()
                .setNeeds(String.join(
                        "\n", parts(dice, lines(Visit.parseFrom(seen).getNeeds()), token)))
                .build()
                .toByteString());
        add(fields, Visit.KINDS_FIELD_NUMBER, (dice, seen, token) -> Visit.newBuilder()
                .addAllKindsValue(kinds(dice, Visit.parseFrom(seen).getKindsValueList()))
                .build()
                .toByteString());
        add(fields, Visit.THEME_KEYS_FIELD_NUMBER, (dice, seen, token) -> Visit.newBuilder()
                .addAllThemeKeys(parts(dice, Visit.parseFrom(seen).getThemeKeysList(), token))
                .build()
                .toByteString());
        add(fields, Visit.PHOTO_PERMISSION_FIELD_NUMBER, (dice, seen, token) -> Visit.newBuilder()
                .setPhotoPermission(PhotoPermission.newBuilder()
                        .setConsentValue(dice.percent(10) ? FUTURE_VALUE : dice.between(1, 3)))
                .build()
                .toByteString());
        for (String person : List.of("保健師", "PT", "OT")) {
            fields.add(new Field(
                    FieldPath.entry(Visit.MEMBERS_FIELD_NUMBER, person), (dice, seen, token) -> Visit.newBuilder()
                            .putMembers(
                                    person,
                                    StaffMember.newBuilder().setName(token).build())
                            .build()
                            .toByteString()));
        }
        fields.addAll(unknownFields());
        return fields;
    }

    private static List<Field> unknownFields() {
        List<Field> fields = new ArrayList<>();
        add(
                fields,
                FUTURE_FIELD,
                (dice, seen, token) -> raw(FUTURE_FIELD, ByteString.copyFromUtf8(nowAndThenLong(dice, token))));
        for (String key : List.of("k1", "k2")) {
            fields.add(new Field(
                    FieldPath.entry(FUTURE_MAP, key),
                    (dice, seen, token) -> raw(
                            FUTURE_MAP,
                            raw(1, ByteString.copyFromUtf8(key)).concat(raw(2, ByteString.copyFromUtf8(token))))));
        }
        return fields;
    }

    private static List<Field> attendanceFields() {
        List<Field> fields = new ArrayList<>();
        add(fields, Attendance.MARK_FIELD_NUMBER, (dice, seen, token) -> Attendance.newBuilder()
                .setMark(AttendanceMark.newBuilder().setStateValue(dice.between(1, 5)))
                .build()
                .toByteString());
        return fields;
    }

    private static List<Field> participantFields() {
        List<Field> fields = new ArrayList<>();
        add(fields, Participant.NAME_FIELD_NUMBER, (dice, seen, token) -> Participant.newBuilder()
                .setName(token)
                .build()
                .toByteString());
        return fields;
    }

    private static List<Field> responseFields() {
        List<Field> fields = new ArrayList<>();
        for (String question : List.of("/腰痛/1", "/腰痛/2", "/睡眠")) {
            fields.add(new Field(
                    FieldPath.entry(Response.ANSWERS_FIELD_NUMBER, question),
                    (dice, seen, token) -> Response.newBuilder()
                            .putAnswers(
                                    question, Answer.newBuilder().setText(token).build())
                            .build()
                            .toByteString()));
        }
        return fields;
    }

    private static List<Field> futureFields() {
        List<Field> fields = new ArrayList<>();
        add(fields, 1, (dice, seen, token) -> raw(1, ByteString.copyFromUtf8(token)));
        fields.addAll(unknownFields());
        return fields;
    }

    /** Some text is too long for one message, and is not all the same, or it would pack into one piece. */
    private static String nowAndThenLong(Dice dice, String token) {
        if (!dice.percent(LONG_PERCENT)) {
            return token;
        }
        byte[] noise = dice.bytes(dice.between(LONG_BYTES_MAX / 4, LONG_BYTES_MAX));
        return token + " " + Base64.getEncoder().encodeToString(noise);
    }

    private static void add(List<Field> fields, int number, Writer writer) {
        fields.add(new Field(FieldPath.field(number), writer));
    }

    private static List<Integer> kinds(Dice dice, List<Integer> onScreen) {
        List<Integer> kinds = new ArrayList<>(onScreen);
        Integer kind = dice.percent(10) ? FUTURE_VALUE : dice.between(1, 6);
        if (!kinds.remove(kind)) {
            kinds.add(kind);
        }
        return kinds;
    }

    /** One part more, and sometimes one less. */
    private static List<String> parts(Dice dice, List<String> onScreen, String token) {
        List<String> parts = new ArrayList<>(onScreen);
        boolean takesOut = !parts.isEmpty() && (dice.percent(30) || parts.size() > TOKENS_KEPT_MAX);
        if (takesOut) {
            parts.remove(dice.below(parts.size()));
        }
        parts.add(dice.between(0, parts.size()), token);
        return parts;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1));
    }

    private static ByteString raw(int number, ByteString value) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        number,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(value)
                                .build())
                .build()
                .toByteString();
    }
}
