package tsunagi.server.export;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.server.export.ExportColumn.Kind;
import tsunagi.server.plaintables.EnumWords;
import tsunagi.server.words.FieldKind;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;

/** The columns in which the fields of one type of record stand: one for each that occurs once, one for all of those that occur often. */
final class RecordColumns {
    /** What a sheet says, and whose it is, is exported with its round or not at all. */
    private static final Set<String> NOT_SHOWN =
            Set.of("Response.answers", "Response.consents", "Response.participant_id");

    private static final String ID_ENDING = "_id";

    private final Language language;
    private final RecordWords words;
    private final List<RecordColumn> columns = new ArrayList<>();
    private final List<RecordColumn> ids = new ArrayList<>();

    private RecordColumns(Language language) {
        this.language = language;
        this.words = RecordWords.in(language);
    }

    static List<RecordColumn> of(Descriptor record, Language language) {
        RecordColumns all = new RecordColumns(language);
        all.add(record, List.of(), "", "");
        return all.columns;
    }

    /** The ids of other records that it names. */
    static List<RecordColumn> idsOf(Descriptor record, Language language) {
        RecordColumns all = new RecordColumns(language);
        all.add(record, List.of(), "", "");
        return all.ids;
    }

    private void add(Descriptor message, List<FieldDescriptor> way, String idBefore, String headingBefore) {
        for (FieldDescriptor field : message.getFields()) {
            if (NOT_SHOWN.contains(message.getName() + "." + field.getName())) {
                continue;
            }
            List<FieldDescriptor> longer = new ArrayList<>(way);
            longer.add(field);
            String id = idBefore + field.getName();
            String own = words.field(field);
            String heading = headingBefore.isEmpty() ? own : Said.PART.in(language, headingBefore, own);
            if (isPart(field)) {
                add(field.getMessageType(), longer, id + ".", heading);
            } else {
                addField(longer, field, id, heading);
            }
        }
    }

    private void addField(List<FieldDescriptor> way, FieldDescriptor field, String id, String heading) {
        boolean namesRecord = FieldKind.of(field) == FieldKind.RECORD && !field.isRepeated();
        String shownId = namesRecord ? id.substring(0, id.length() - ID_ENDING.length()) : id;
        String hint = words.hint(field).orElse("");
        columns.add(new RecordColumn(
                way, new ExportColumn(shownId, heading, kind(field), hint, unit(field), choices(field)), false));
        if (namesRecord) {
            ids.add(new RecordColumn(way, ExportColumn.of(id, Said.ID_OF.in(language, heading), Kind.ID), true));
        }
    }

    private static boolean isPart(FieldDescriptor field) {
        return !field.isRepeated()
                && field.getJavaType() == JavaType.MESSAGE
                && !field.getMessageType().equals(Attachment.getDescriptor());
    }

    private static Kind kind(FieldDescriptor field) {
        if (field.getJavaType() == JavaType.ENUM) {
            return field.isRepeated() ? Kind.CHOICES : Kind.CHOICE;
        }
        if (field.isRepeated()) {
            return Kind.TEXT;
        }
        return switch (FieldKind.of(field)) {
            case DAY -> Kind.DAY;
            case MOMENT -> Kind.MOMENT;
            case FIELD_NUMBER -> Kind.TEXT;
            default -> ofValue(field);
        };
    }

    private static Kind ofValue(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT, LONG, FLOAT, DOUBLE -> Kind.NUMBER;
            case BOOLEAN -> Kind.CHOICE;
            case STRING, BYTE_STRING, MESSAGE, ENUM -> Kind.TEXT;
        };
    }

    private String unit(FieldDescriptor field) {
        if (kind(field) != Kind.NUMBER) {
            return "";
        }
        boolean isJapanese = language == Language.JAPANESE;
        String name = field.getName();
        if (FieldKind.of(field) == FieldKind.MINUTES) {
            return isJapanese ? "分" : "minutes";
        } else if (FieldKind.of(field) == FieldKind.FISCAL_YEAR) {
            return isJapanese ? "年度（4月に始まる年）" : "fiscal year (in which its April lies)";
        } else if (name.endsWith("people") || name.equals("met_workers")) {
            return isJapanese ? "人" : "people";
        } else if (name.equals("visits") || name.equals("workshops") || name.equals("times")) {
            return isJapanese ? "回" : "times";
        } else if (name.equals("copies")) {
            return isJapanese ? "部" : "copies";
        }
        return name.endsWith("workplaces") ? (isJapanese ? "か所" : "workplaces") : "";
    }

    private List<Cell.Choice> choices(FieldDescriptor field) {
        if (field.getJavaType() == JavaType.BOOLEAN) {
            return yesOrNo(language);
        } else if (field.getJavaType() != JavaType.ENUM || field.getEnumType().equals(RecordType.getDescriptor())) {
            return List.of();
        }
        EnumWords codes = new EnumWords(field.getEnumType());
        return field.getEnumType().getValues().stream()
                .filter(value -> value.getNumber() != 0)
                .map(value -> new Cell.Choice(words.value(value), codes.of(value)))
                .collect(Collectors.toList());
    }

    /** Whose a sheet of a named round is. */
    static RecordColumn participant(Language language) {
        FieldDescriptor field = Response.getDescriptor().findFieldByName("participant_id");
        return new RecordColumn(
                List.of(field),
                ExportColumn.of("participant", RecordWords.in(language).field(field), Kind.TEXT),
                false);
    }

    static List<Cell.Choice> yesOrNo(Language language) {
        return List.of(yesOrNo(language, true), yesOrNo(language, false));
    }

    static Cell.Choice yesOrNo(Language language, boolean isTrue) {
        return new Cell.Choice((isTrue ? Said.YES : Said.NO).in(language), Boolean.toString(isTrue));
    }
}
