package tsunagi.server.words;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;

/** A record in which every field of every part is set to something that may stand there. */
final class FullRecord {
    static final UUID TEAM = new UUID(1, 1);
    static final UUID ID = UUID.fromString("0190abcd-1234-7000-8000-000000000001");

    private static final int DEPTH_MAX = 6;

    private FullRecord() {}

    static ShownRecord of(Descriptor type) {
        int number = type.getOptions().getExtension(Options.recordType);
        return ShownRecord.of(new RecordKey(TEAM, number, ID), message(type, 0));
    }

    private static Message message(Descriptor type, int depth) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            if (depth < DEPTH_MAX && field.isMapField()) {
                message.addRepeatedField(field, entry(field, depth));
            } else if (depth < DEPTH_MAX && field.isRepeated()) {
                message.addRepeatedField(field, value(field, depth));
                message.addRepeatedField(field, value(field, depth));
            } else if (depth < DEPTH_MAX) {
                message.setField(field, value(field, depth));
            }
        }
        return message.build();
    }

    private static Message entry(FieldDescriptor map, int depth) {
        Descriptor type = map.getMessageType();
        return DynamicMessage.newBuilder(type)
                .setField(type.findFieldByNumber(1), key(map))
                .setField(type.findFieldByNumber(2), value(type.findFieldByNumber(2), depth))
                .build();
    }

    private static Object value(FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case STRING -> text(field);
            case ENUM -> field.getEnumType().getValues().get(1);
            case BOOLEAN -> true;
            case INT -> FieldKind.of(field) == FieldKind.FISCAL_YEAR ? 2024 : 2;
            case LONG -> 1_720_402_920_000L;
            case FLOAT -> 1.5f;
            case DOUBLE -> 12.5;
            case BYTE_STRING -> ByteString.copyFromUtf8("sha");
            case MESSAGE -> message(field.getMessageType(), depth + 1);
        };
    }

    private static String text(FieldDescriptor field) {
        return switch (FieldKind.of(field)) {
            case RECORD, RECORD_OF_TYPE_BESIDE, PERSON, BODY, MEMBER, TALLY_SHEET -> ID.toString();
            case THEME -> "low_back";
            case DEPARTMENT, REPORTING_GROUP -> "brewing";
            case SCOPE -> "totals";
            case STATISTIC -> "economic_census_2021";
            case DAY -> "2024-07-08";
            case MONTH_DAY -> "10-01";
            case POSTAL_CODE -> "6580000";
            default -> field.getName().endsWith("_at") ? "10:00" : "text of " + field.getName();
        };
    }

    private static String key(FieldDescriptor map) {
        return switch (KeyKind.of(map)) {
            case FISCAL_YEAR -> "2024";
            case SCHEME -> "2024/健康宣言";
            case PART -> "brewing/part_time";
            case CODES -> "0-33";
            case CENSUS -> "E/5-9";
            case THEME -> "low_back";
            case DEVICE -> "lung_age";
            case SCOPE -> "own_sheet";
            case AUDIENCE -> "everyone";
            case PLAIN -> "1-3";
            default -> ID.toString();
        };
    }
}
