package tsunagi.engine.index;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some fields of a serialized message, read past all the others. */
final class Glance {
    private final Map<Integer, List<ByteString>> values = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();

    private Glance() {}

    /** What can be read; of a message that breaks off, what stands before that. */
    static Glance at(ByteString message, Set<Integer> wanted) {
        Glance glance = new Glance();
        try {
            CodedInputStream in = message.newCodedInput();
            while (!in.isAtEnd()) {
                glance.read(in, in.readTag(), wanted);
            }
        } catch (IOException e) {
            // The record is kept as it came, and whoever shows it says so; here it is only not found by what is
            // missing.
            return glance;
        }
        return glance;
    }

    private void read(CodedInputStream in, int tag, Set<Integer> wanted) throws IOException {
        int field = WireFormat.getTagFieldNumber(tag);
        int wireType = WireFormat.getTagWireType(tag);
        if (wanted.contains(field) && wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            values.computeIfAbsent(field, first -> new ArrayList<>()).add(in.readBytes());
        } else if (wanted.contains(field) && wireType == WireFormat.WIRETYPE_VARINT) {
            numbers.put(field, in.readInt64());
        } else if (!in.skipField(tag)) {
            throw new IOException("a group ends that never began");
        }
    }

    List<ByteString> all(int field) {
        return values.getOrDefault(field, Collections.emptyList());
    }

    /** The last one, as a message has it that names a field twice. */
    ByteString value(int field) {
        List<ByteString> all = all(field);
        return all.isEmpty() ? ByteString.EMPTY : all.get(all.size() - 1);
    }

    String text(int field) {
        return value(field).toStringUtf8();
    }

    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }
}
