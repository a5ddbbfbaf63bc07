package tsunagi.server.imports;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.rules.Problem;
import tsunagi.rules.Rules;
import tsunagi.server.desk.DeskEdit;

/**
 * Brings what a row says into a record: fills what is empty, adds to lists, and leaves alone what somebody wrote otherwise, unless told to
 * overwrite.
 */
final class Filling {
    private final boolean overwrites;
    private final TeamRecords records;

    Filling(boolean overwrites, TeamRecords records) {
        this.overwrites = overwrites;
        this.records = records;
    }

    /** The edit, which may say nothing; the row is told what is left alone and what the rules say. */
    DeskEdit edit(RecordState there, Message wanted, ImportRow row) {
        boolean isThere = there.exists() && there.life().isAlive();
        TreeMap<FieldPath, ByteString> values = new TreeMap<>();
        FieldValues.of(wanted).asMap().forEach((path, value) -> {
            ByteString standing =
                    isThere ? there.field(path).map(StampedValue::value).orElse(ByteString.EMPTY) : ByteString.EMPTY;
            if (standing.isEmpty()) {
                values.put(path, value);
            } else if (!standing.equals(value)) {
                different(wanted, path, standing, value, values, row);
            }
        });
        DeskEdit edit = new DeskEdit(there, FieldValues.of(values), Set.of());
        checkRules(edit, isThere, row);
        return edit;
    }

    private void different(
            Message type,
            FieldPath path,
            ByteString standing,
            ByteString value,
            Map<FieldPath, ByteString> values,
            ImportRow row) {
        FieldDescriptor field = type.getDescriptorForType().findFieldByNumber(path.number());
        if (field.isRepeated() && !field.isMapField()) {
            ByteString union = union(type, field, standing, value);
            if (!union.equals(standing)) {
                values.put(path, union);
            }
            return;
        }
        String old = words(type, field, standing);
        if (overwrites) {
            values.put(path, value);
            row.note(
                    field.getName(),
                    "「" + old + "」を「" + words(type, field, value) + "」に変えます。",
                    "'" + field.getName() + "' becomes '" + words(type, field, value) + "'.");
        } else {
            row.note(
                    field.getName(),
                    "すでに「" + old + "」と記録されているので、" + field.getName() + " は変えません(変えるときは --overwrite)。",
                    "'" + field.getName() + "' is left as it stands; --overwrite changes it.");
        }
    }

    private static ByteString union(Message type, FieldDescriptor field, ByteString standing, ByteString value) {
        List<Object> all = new ArrayList<>((List<?>) parse(type, standing).getField(field));
        for (Object each : (List<?>) parse(type, value).getField(field)) {
            if (!all.contains(each)) {
                all.add(each);
            }
        }
        return type.newBuilderForType().setField(field, all).build().toByteString();
    }

    private static String words(Message type, FieldDescriptor field, ByteString value) {
        Object read = parse(type, value).getField(field);
        return read.toString().strip().replaceAll("\\s*\\n\\s*", " ");
    }

    private static Message parse(Message type, ByteString bytes) {
        try {
            return type.getParserForType().parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept value does not parse", e);
        }
    }

    /** What the record would be must stand before the rules; what stood there before is not this row's to answer for. */
    private void checkRules(DeskEdit edit, boolean isThere, ImportRow row) {
        TreeMap<FieldPath, ByteString> after = new TreeMap<>();
        if (isThere) {
            edit.seen().fields().forEach((path, field) -> after.put(path, field.value()));
        }
        List<Problem> before = isThere ? Rules.of(edit.key().type(), edit.seen().body(), records) : List.of();
        after.putAll(edit.values().asMap());
        for (Problem problem : Rules.of(edit.key().type(), FieldValues.of(after).join(), records)) {
            if (before.contains(problem)) {
                continue;
            }
            if (problem.isError()) {
                row.refuse(problem.field(), problem.japanese(), problem.english());
            } else {
                row.note(problem.field(), problem.japanese(), problem.english());
            }
        }
    }
}
