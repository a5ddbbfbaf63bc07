package tsunagi.server.words;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.Optional;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;

/** A record as it is shown to somebody: which it is, and its contents as far as this program can read them. */
public final class ShownRecord {
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();

    private final RecordKey key;
    private final ByteString body;
    private final Optional<RecordSchema> schema;
    private final Optional<Message> message;

    private ShownRecord(RecordKey key, ByteString body) {
        this.key = key;
        this.body = body;
        this.schema = SCHEMAS.find(key.type());
        this.message = schema.flatMap(known -> parse(known, body));
    }

    public static ShownRecord of(RecordKey key, ByteString body) {
        return new ShownRecord(key, body);
    }

    public static ShownRecord of(RecordKey key, Message body) {
        return of(key, body.toByteString());
    }

    public static ShownRecord of(RecordState state) {
        return of(state.key(), state.body());
    }

    public RecordKey key() {
        return key;
    }

    public ByteString body() {
        return body;
    }

    /** The same record with these fields besides, in place of what it has in them; repeated fields get longer. */
    ShownRecord with(ByteString fields) {
        return of(key, body.concat(fields));
    }

    /** Empty when its type is not known here, or its bytes are no record of that type. */
    public Optional<Message> message() {
        return message;
    }

    /** Empty when its type is not known here. */
    Optional<RecordSchema> schema() {
        return schema;
    }

    /** Its contents as this type of message; one without contents when its bytes are no such message. */
    <M extends Message> M as(Parser<M> parser) {
        try {
            return parser.parseFrom(message.isPresent() ? body : ByteString.EMPTY);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a record of type " + key.type() + " read as another", e);
        }
    }

    static Optional<Message> parse(RecordSchema schema, ByteString body) {
        try {
            return Optional.of(DynamicMessage.parseFrom(schema.descriptor(), body));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
