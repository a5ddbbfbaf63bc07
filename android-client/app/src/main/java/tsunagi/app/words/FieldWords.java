package tsunagi.app.words;

import android.content.Context;
import android.content.res.Resources;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Locale;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordSchemas;

/**
 * What people call the types of record, their fields and their values: string resources, found by the names of the
 * schema.
 */
public final class FieldWords {
    private final Resources resources;
    private final String packageName;
    private final RecordSchemas schemas;

    /** The words in the language of this context. */
    public FieldWords(Context context) {
        this.resources = context.getResources();
        this.packageName = context.getPackageName();
        this.schemas = TsunagiApp.parts(context).tabletSettings().schemas();
    }

    /** A type of record, such as 訪問. */
    public String type(int recordType) {
        return find("word_type_" + recordType).orElseGet(() -> Integer.toString(recordType));
    }

    /** A field of a record, such as 所見; of a map the field as a whole. */
    public String field(int recordType, FieldPath path) {
        if (path.equals(FieldPath.LIFE)) {
            return resources.getString(R.string.word_life);
        }
        return descriptor(recordType, path).map(this::field).orElseGet(() -> unknown(path.number()));
    }

    Optional<FieldDescriptor> descriptor(int recordType, FieldPath path) {
        return schemas.find(recordType).flatMap(schema -> schema.field(path.number()));
    }

    /** A field of a record or of a part of one. */
    public String field(FieldDescriptor field) {
        String ofMessage = "word_field_" + snakeCase(field.getContainingType().getName()) + "_" + field.getName();
        return find(ofMessage)
                .map(Optional::of)
                .orElseGet(() -> find("word_field_" + field.getName()))
                .orElse(field.getName());
    }

    /** A value to choose, such as 不在. */
    public String value(EnumValueDescriptor value) {
        return find("word_value_" + value.getName().toLowerCase(Locale.ROOT)).orElse(value.getName());
    }

    /** A theme that every team knows; empty for one that a team added. */
    public Optional<String> theme(String key) {
        return find("word_theme_" + key);
    }

    private String unknown(int number) {
        return resources.getString(R.string.word_unknown_field) + " " + number;
    }

    private Optional<String> find(String name) {
        int id = resources.getIdentifier(name, "string", packageName);
        return id == 0 ? Optional.empty() : Optional.of(resources.getString(id));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
