package tsunagi.change;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import tsunagi.sync.v1.ParkReason;

/**
 * Text that every store and every reader can hold: valid UTF-8 without U+0000. Unpaired surrogates have no UTF-8, so
 * they are found as invalid.
 */
public final class StorableText {
    private StorableText() {}

    /** True when a text typed by a person can be kept; for the moment of input. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** Walks one value, parts of parts included, and finds the first text that cannot be kept. */
    static void check(FieldDescriptor field, FieldPath path, ByteString occurrences) throws UnfitException {
        try {
            walk(field.getContainingType(), path, occurrences.newCodedInput());
        } catch (IOException e) {
            throw new UnfitException(
                    ParkReason.PARK_REASON_MALFORMED, path, "field " + path + " does not parse: " + e.getMessage());
        }
    }

    private static void walk(Descriptor message, FieldPath path, CodedInputStream in)
            throws IOException, UnfitException {
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            FieldDescriptor field = message.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            boolean delimited = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (field != null && delimited && field.getJavaType() == JavaType.STRING) {
                checkText(in.readBytes(), path);
            } else if (field != null && delimited && field.getJavaType() == JavaType.MESSAGE) {
                walk(field.getMessageType(), path, in.readBytes().newCodedInput());
            } else if (!in.skipField(tag)) {
                throw new IOException("a group ends that never began");
            }
        }
    }

    private static void checkText(ByteString utf8, FieldPath path) throws UnfitException {
        if (!utf8.isValidUtf8()) {
            throw unstorable(path, "holds bytes that are not UTF-8 (a broken character or half of a pair)");
        }
        for (int i = 0; i < utf8.size(); i++) {
            if (utf8.byteAt(i) == 0) {
                throw unstorable(path, "holds the character U+0000");
            }
        }
    }

    private static UnfitException unstorable(FieldPath path, String what) {
        return new UnfitException(ParkReason.PARK_REASON_UNSTORABLE_TEXT, path, "field " + path + " " + what);
    }
}
