package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Options;

/** What is said about tables and columns: the schema's own comments, which record an id names, which words there are. */
final class Remarks {
    private final RecordSchemas schemas;
    private final SchemaComments comments;

    Remarks(RecordSchemas schemas, SchemaComments comments) {
        this.schemas = schemas;
        this.comments = comments;
    }

    String of(Descriptor message) {
        return comments.of(message);
    }

    /**
     * What is said about a field.
     *
     * @param path the fields that lead to it, itself the last of them or not
     */
    String of(List<FieldDescriptor> path, FieldDescriptor field) {
        Stream<String> owners =
                path.stream().filter(owner -> owner != field).map(owner -> firstSentence(comments.of(owner)));
        return Stream.of(owners, Stream.of(comment(field), target(field), words(field)))
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String comment(FieldDescriptor field) {
        boolean isValueOfEntry = field.getContainingType().getOptions().getMapEntry();
        return isValueOfEntry ? "The value of the entry." : comments.of(field);
    }

    private String target(FieldDescriptor field) {
        int type = field.getOptions().getExtension(Options.refersTo);
        if (type == 0) {
            return "";
        }
        return "Id of "
                + schemas.find(type)
                        .map(schema -> PlainNames.snakeCase(schema.descriptor().getName()))
                        .orElse("a record of type " + type)
                + ".";
    }

    private static String words(FieldDescriptor field) {
        boolean isEnum = field.getJavaType() == FieldDescriptor.JavaType.ENUM;
        return isEnum ? "One of: " + new EnumWords(field.getEnumType()) + "." : "";
    }

    private static String firstSentence(String comment) {
        int end = comment.indexOf(". ");
        return end < 0 ? comment : comment.substring(0, end + 1);
    }
}
