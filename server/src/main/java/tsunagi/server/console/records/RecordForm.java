package tsunagi.server.console.records;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordSchema;
import tsunagi.server.console.field.Choices;
import tsunagi.server.console.field.Entered;
import tsunagi.server.console.field.FieldInput;
import tsunagi.server.console.field.FieldInputs;
import tsunagi.server.console.field.FieldReader;
import tsunagi.server.console.page.Page;
import tsunagi.server.desk.DeskEdit;

/** The form for one record: its inputs, and the edit that comes of what was entered. */
final class RecordForm {
    private static final String ROOT = "f";

    private final Page page;
    private final Choices choices;
    private final RecordSchema schema;
    private final Set<String> only;
    private final boolean isNew;

    /**
     * A form.
     *
     * @param only the names of the fields that are shown; empty for all
     */
    RecordForm(Page page, Choices choices, RecordSchema schema, Set<String> only, boolean isNew) {
        this.page = page;
        this.choices = choices;
        this.schema = schema;
        this.only = only;
        this.isNew = isNew;
    }

    private boolean isShown(FieldDescriptor field) {
        // What a record is known by cannot change.
        boolean isFixed = !isNew && schema.naturalKey().contains(field);
        return !isFixed && (only.isEmpty() || only.contains(field.getName()));
    }

    Entered entered(Message record) {
        return FieldReader.entered(record, ROOT);
    }

    List<RecordFormView.Section> sections(Entered entered, Map<String, String> troubles, Optional<String> focus) {
        FieldInputs inputs = new FieldInputs(page.language(), choices, ROOT, entered, troubles, focus);
        List<RecordFormView.Section> sections = new ArrayList<>();
        for (RecordLayout.Section section : RecordLayout.of(schema)) {
            List<FieldInput> in = section.fields().stream()
                    .filter(this::isShown)
                    .flatMap(field -> inputs.of(field, ROOT + "." + field.getName()).stream())
                    .toList();
            if (!in.isEmpty()) {
                sections.add(new RecordFormView.Section(page.say(section.word()), in));
            }
        }
        return sections;
    }

    FieldReader.Result read(RecordState seen, Entered entered, Supplier<UUID> ids) {
        return FieldReader.read(message(seen.body()), ROOT, entered, this::isShown, choices, ids);
    }

    Message message(ByteString body) {
        try {
            return DynamicMessage.parseFrom(schema.descriptor(), body);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept record does not parse", e);
        }
    }

    /** What is different between the record as it was seen and as it was entered. */
    DeskEdit edit(RecordState seen, Message record) {
        FieldValues before = FieldValues.of(message(seen.body()));
        FieldValues after = FieldValues.of(record);
        TreeSet<FieldPath> set = new TreeSet<>(after.paths());
        set.removeIf(path -> before.has(path) && before.get(path).equals(after.get(path)));
        TreeSet<FieldPath> cleared = new TreeSet<>(before.paths());
        cleared.removeAll(after.paths());
        return new DeskEdit(seen, after.only(set), cleared);
    }

    /** The inputs of the natural key that are not filled in. */
    Map<String, String> missingKeys(Message record) {
        Map<String, String> missing = new java.util.TreeMap<>();
        for (FieldDescriptor field : schema.naturalKey()) {
            if (!record.hasField(field)) {
                missing.put(ROOT + "." + field.getName(), "records.key_missing");
            }
        }
        return missing;
    }
}
