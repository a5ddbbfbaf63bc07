package tsunagi.trials.tablet.json;

import com.google.common.base.CaseFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;

/** The types of record by the names people type: {@code visit}, {@code follow_up}. */
public final class RecordTypes {
    private final RecordSchemas schemas;

    public RecordTypes(RecordSchemas schemas) {
        this.schemas = schemas;
    }

    /** The type of this name; capitals, hyphens and underscores do not count. */
    public RecordSchema find(String name) throws BadInputException {
        return schemas.all().stream()
                .filter(schema -> plain(schema.descriptor().getName()).equals(plain(name)))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "unknown_type", "There is no record type \"" + name + "\". There are: " + names() + "."));
    }

    /** The name of a type, or its number when it is not known here. */
    public String nameOf(int type) {
        return schemas.find(type).map(RecordTypes::nameOf).orElseGet(() -> "type " + type);
    }

    public static String nameOf(RecordSchema schema) {
        return CaseFormat.UPPER_CAMEL.to(
                CaseFormat.LOWER_UNDERSCORE, schema.descriptor().getName());
    }

    private String names() {
        return schemas.all().stream().map(RecordTypes::nameOf).collect(Collectors.joining(", "));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }
}
