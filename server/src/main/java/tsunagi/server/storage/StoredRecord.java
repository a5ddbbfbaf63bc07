package tsunagi.server.storage;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.Tombstone;

/**
 * A record as its row holds it.
 *
 * @param tombstone a serialized Tombstone; empty while it lives
 * @param contents a serialized LiveRecord, kept while the record is deleted, since an edit can revive it
 */
public record StoredRecord(RecordKey key, long revision, Optional<ByteString> tombstone, ByteString contents) {
    public static StoredRecord of(RecordState state) {
        return new StoredRecord(
                state.key(),
                state.revision(),
                state.life() instanceof Life.Ended
                        ? Optional.of(state.toProto().getTombstone().toByteString())
                        : Optional.empty(),
                state.contents().toByteString());
    }

    public RecordState toState() {
        return RecordState.of(key, revision, toLife(), parsedContents());
    }

    /** Whether it lives, or how it ended. */
    public Life toLife() {
        return tombstone.map(bytes -> RecordState.life(parsedTombstone(bytes))).orElseGet(Life.Alive::new);
    }

    /** The serialized record; of one that ended what is kept of it. */
    public ByteString body() {
        return parsedContents().getBody();
    }

    /** What travels to tablets. */
    public tsunagi.sync.v1.RecordState toProto() {
        var state = tsunagi.sync.v1.RecordState.newBuilder()
                .setRecordType(key.type())
                .setRecordId(Ids.toBytes(key.id()))
                .setRevision(revision);
        return tombstone.isPresent()
                ? state.setTombstone(parsedTombstone(tombstone.get())).build()
                : state.setRecord(parsedContents()).build();
    }

    /** How it ended, or that it lives, in a word. */
    String life() {
        return tombstone.map(bytes -> word(parsedTombstone(bytes).getReason())).orElse("ALIVE");
    }

    public int sizeBytes() {
        return contents.size() + tombstone.map(ByteString::size).orElse(0);
    }

    static RecordKey key(UUID teamId, Row row) throws SQLException {
        return new RecordKey(teamId, row.smallNumber("record_type"), row.id("record_id"));
    }

    static StoredRecord read(UUID teamId, Row row) throws SQLException {
        return new StoredRecord(
                key(teamId, row), row.number("revision"), row.optionalBytes("tombstone"), row.bytes("contents"));
    }

    private static String word(EndReason reason) {
        return reason.name().substring("END_REASON_".length());
    }

    private LiveRecord parsedContents() {
        try {
            return LiveRecord.parseFrom(contents);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept contents of " + key + " do not parse", e);
        }
    }

    private Tombstone parsedTombstone(ByteString bytes) {
        try {
            return Tombstone.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept tombstone of " + key + " does not parse", e);
        }
    }
}
