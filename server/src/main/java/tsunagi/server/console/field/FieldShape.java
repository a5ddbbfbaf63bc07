package tsunagi.server.console.field;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Set;
import tsunagi.record.RecordSchema;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.Attendee;
import tsunagi.records.v1.MergePolicy;
import tsunagi.server.words.FieldKind;

/** In what form a field is filled in. */
enum FieldShape {
    /** By programs alone. */
    NOT_SHOWN,
    LINE,
    TEXT,
    NUMBER,
    DATE,
    TIME,
    MONTH_DAY,
    YES_NO,
    ENUM,
    FISCAL_YEAR,
    PERSON,
    BODY,
    THEME,
    DEPARTMENT,
    REPORTING_GROUP,
    MEMBER,
    RECORD,
    /** Several short texts, one on a line. */
    LINES,
    /** Several of few, each a box to tick. */
    CHECKS,
    RECORDS,
    GROUP,
    ROWS,
    MAP;

    private static final Set<String> LONG_TEXTS =
            Set.of("remarks", "reason", "reason_words", "description", "measure", "answer", "question", "findings");
    private static final int MAP_VALUE = 2;

    static FieldShape of(FieldDescriptor field) {
        if (field.isMapField()) {
            FieldDescriptor value = field.getMessageType().findFieldByNumber(MAP_VALUE);
            return value.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? MAP : NOT_SHOWN;
        }
        return field.isRepeated() ? several(field) : one(field);
    }

    private static FieldShape several(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> ROWS;
            case ENUM -> CHECKS;
            case STRING ->
                switch (FieldKind.of(field)) {
                    case RECORD -> RECORDS;
                    case PERSON, BODY, THEME, DEPARTMENT, MEMBER, SCOPE -> CHECKS;
                    default -> LINES;
                };
            default -> NOT_SHOWN;
        };
    }

    private static FieldShape one(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> isFile(field.getMessageType()) ? NOT_SHOWN : GROUP;
            case ENUM -> ENUM;
            case BOOLEAN -> YES_NO;
            case INT, LONG, FLOAT, DOUBLE -> number(field);
            case STRING -> isToldByKey(field) ? NOT_SHOWN : text(field);
            case BYTE_STRING -> NOT_SHOWN;
        };
    }

    /** The contact of an attendee is the key of the entry. */
    private static boolean isToldByKey(FieldDescriptor field) {
        return field.getFullName().equals(Attendee.getDescriptor().getFullName() + ".contact_id");
    }

    private static FieldShape number(FieldDescriptor field) {
        return switch (FieldKind.of(field)) {
            case MOMENT -> NOT_SHOWN;
            case FISCAL_YEAR -> FISCAL_YEAR;
            default -> field.getContainingType().equals(Attachment.getDescriptor()) ? NOT_SHOWN : NUMBER;
        };
    }

    private static FieldShape text(FieldDescriptor field) {
        return switch (FieldKind.of(field)) {
            case RECORD -> RECORD;
            case PERSON -> PERSON;
            case BODY -> BODY;
            case THEME -> THEME;
            case DEPARTMENT -> DEPARTMENT;
            case REPORTING_GROUP -> REPORTING_GROUP;
            case MEMBER -> MEMBER;
            case DAY -> DATE;
            case MONTH_DAY -> MONTH_DAY;
            default -> plainText(field);
        };
    }

    private static FieldShape plainText(FieldDescriptor field) {
        if (field.getName().equals("starts_at") || field.getName().equals("ends_at")) {
            return TIME;
        }
        if (field.getContainingType()
                .getFullName()
                .equals(Attachment.getDescriptor().getFullName())) {
            return field.getName().equals("caption") ? LINE : NOT_SHOWN;
        }
        boolean isLong =
                RecordSchema.policyOf(field) == MergePolicy.MERGE_POLICY_TEXT || LONG_TEXTS.contains(field.getName());
        return isLong ? TEXT : LINE;
    }

    private static boolean isFile(Descriptor message) {
        return message.getFullName().equals(Attachment.getDescriptor().getFullName());
    }
}
