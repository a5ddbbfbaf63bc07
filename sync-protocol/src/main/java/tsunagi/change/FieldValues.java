package tsunagi.change;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sparse record taken apart into what merges by itself: for each field or map entry, the bytes it has on the wire,
 * tag included. It works from bytes alone, so fields that are not known here pass through untouched.
 */
public final class FieldValues {
    public static final FieldValues NONE = new FieldValues(new TreeMap<>());

    private static final int MAP_KEY_FIELD = 1;

    private final SortedMap<FieldPath, ByteString> values;

    private FieldValues(SortedMap<FieldPath, ByteString> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /**
     * Takes a body apart.
     *
     * @param body a serialized record
     * @param mapFields the numbers of the fields that are maps
     * @throws MalformedBodyException when the bytes are not a message, or a map entry has no text as its key
     */
    public static FieldValues split(ByteString body, Set<Integer> mapFields) throws MalformedBodyException {
        TreeMap<FieldPath, ByteString> values = new TreeMap<>();
        try {
            CodedInputStream in = body.newCodedInput();
            while (!in.isAtEnd()) {
                int start = in.getTotalBytesRead();
                int tag = in.readTag();
                int number = WireFormat.getTagFieldNumber(tag);
                FieldPath path;
                if (mapFields.contains(number)) {
                    path = FieldPath.entry(number, mapKey(tag, in));
                } else {
                    skip(tag, in);
                    path = FieldPath.field(number);
                }
                ByteString occurrence = body.substring(start, in.getTotalBytesRead());
                // A repeated field occurs again and again; an entry that occurs twice is the last one.
                values.merge(path, occurrence, path.isMapEntry() ? (a, b) -> b : ByteString::concat);
            }
        } catch (IOException e) {
            throw new MalformedBodyException("the body is not a message: " + e.getMessage(), e);
        }
        return new FieldValues(values);
    }

    /** The fields that are set in a record, each by itself. */
    public static FieldValues of(Message record) {
        Set<Integer> maps = new HashSet<>();
        for (FieldDescriptor field : record.getDescriptorForType().getFields()) {
            if (field.isMapField()) {
                maps.add(field.getNumber());
            }
        }
        try {
            return split(record.toByteString(), maps);
        } catch (MalformedBodyException e) {
            throw new IllegalArgumentException("a message that does not parse", e);
        }
    }

    /** One field's value by itself. */
    public static FieldValues of(FieldPath path, ByteString value) {
        TreeMap<FieldPath, ByteString> values = new TreeMap<>();
        values.put(path, value);
        return new FieldValues(values);
    }

    public static FieldValues of(Map<FieldPath, ByteString> values) {
        return new FieldValues(new TreeMap<>(values));
    }

    /** The serialized record that holds just these values. */
    public ByteString join() {
        return ByteString.copyFrom(values.values());
    }

    /** The value of a field as it is on the wire; empty when it is not set. */
    public ByteString get(FieldPath path) {
        return values.getOrDefault(path, ByteString.EMPTY);
    }

    public boolean has(FieldPath path) {
        return values.containsKey(path);
    }

    /** Just these fields, as far as they are set. */
    public FieldValues only(Set<FieldPath> wanted) {
        TreeMap<FieldPath, ByteString> some = new TreeMap<>(values);
        some.keySet().retainAll(wanted);
        return new FieldValues(some);
    }

    public Set<FieldPath> paths() {
        return values.keySet();
    }

    public SortedMap<FieldPath, ByteString> asMap() {
        return values;
    }

    private static void skip(int tag, CodedInputStream in) throws IOException {
        if (!in.skipField(tag)) {
            throw new IOException("a group ends that never began");
        }
    }

    private static String mapKey(int tag, CodedInputStream in) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            throw new IOException("field " + WireFormat.getTagFieldNumber(tag) + " is no map");
        }
        CodedInputStream entry = in.readBytes().newCodedInput();
        String key = "";
        while (!entry.isAtEnd()) {
            int entryTag = entry.readTag();
            if (WireFormat.getTagFieldNumber(entryTag) == MAP_KEY_FIELD) {
                key = entry.readStringRequireUtf8();
            } else {
                skip(entryTag, entry);
            }
        }
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
