package tsunagi.merge;

import com.google.protobuf.ByteString;
import tsunagi.change.Stamp;

/**
 * A field's value in place and the changes that made it.
 *
 * @param value its bytes on the wire; empty when the field was cleared
 */
public record StampedValue(ByteString value, Stamp stamp) {}
