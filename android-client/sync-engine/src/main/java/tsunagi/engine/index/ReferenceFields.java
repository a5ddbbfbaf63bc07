package tsunagi.engine.index;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.records.v1.Options;

/** Where in a message the ids of records stand, as its schema declares them. */
final class ReferenceFields {
    private final Map<Integer, Integer> targets = new TreeMap<>();
    private final Map<Integer, ReferenceFields> parts = new TreeMap<>();
    private final Set<Integer> wanted = new HashSet<>();

    private ReferenceFields() {}

    static ReferenceFields of(Descriptor message) {
        return of(message, new ArrayDeque<>());
    }

    private static ReferenceFields of(Descriptor message, Deque<Descriptor> within) {
        ReferenceFields fields = new ReferenceFields();
        if (within.contains(message)) {
            return fields;
        }
        within.push(message);
        for (FieldDescriptor field : message.getFields()) {
            int target = field.getOptions().getExtension(Options.refersTo);
            if (target > 0) {
                fields.targets.put(field.getNumber(), target);
            } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                ReferenceFields part = of(field.getMessageType(), within);
                if (!part.wanted.isEmpty()) {
                    fields.parts.put(field.getNumber(), part);
                }
            }
        }
        within.pop();
        fields.wanted.addAll(fields.targets.keySet());
        fields.wanted.addAll(fields.parts.keySet());
        return fields;
    }

    /** Adds what a message refers to; of a text that is no id, nothing. */
    void collect(ByteString message, Collection<Reference> found) {
        if (wanted.isEmpty()) {
            return;
        }
        Glance glance = Glance.at(message, wanted);
        targets.forEach((field, type) ->
                glance.all(field).forEach(text -> parse(text).ifPresent(id -> found.add(new Reference(type, id)))));
        parts.forEach((field, part) -> glance.all(field).forEach(inner -> part.collect(inner, found)));
    }

    static Optional<UUID> parse(ByteString text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text.toStringUtf8()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return targets + "" + parts;
    }
}
