package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.piece.Parcel;
import tsunagi.record.Ids;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.ChangePiece;
import tsunagi.sync.v1.Codec;
import tsunagi.sync.v1.PiecesHeld;

/**
 * Large changes as far as their pieces have come. They are on disk, so that neither a line that breaks nor a server
 * that stops begins one anew. Thread-safe.
 */
final class ChangeParcels {
    /** Whose parcel it is: a device has one under way in each lane. */
    record Place(UUID teamId, UUID carrierDeviceId, UUID originDeviceId) {
        static Place of(UUID carrierDeviceId, ChangePiece piece) {
            return new Place(
                    Ids.fromBytes(piece.getTeamId()), carrierDeviceId, Ids.fromBytes(piece.getOriginDeviceId()));
        }
    }

    /**
     * What is held of one change.
     *
     * @param heldBytes how much of the packed change, without a gap
     */
    record Held(Place place, long ordinal, ByteString sha256, Codec codec, long totalBytes, long heldBytes) {
        boolean isOf(ChangePiece piece) {
            return ordinal == piece.getOrdinal()
                    && totalBytes == piece.getTotalBytes()
                    && codec == piece.getCodec()
                    && sha256.equals(piece.getContentSha256());
        }

        Held upTo(long bytes) {
            return new Held(place, ordinal, sha256, codec, totalBytes, bytes);
        }

        PiecesHeld toProto() {
            return PiecesHeld.newBuilder()
                    .setTeamId(Ids.toBytes(place.teamId()))
                    .setOriginDeviceId(Ids.toBytes(place.originDeviceId()))
                    .setOrdinal(ordinal)
                    .setContentSha256(sha256)
                    .setHeldBytes(heldBytes)
                    .build();
        }
    }

    private static final String AT_PLACE = " WHERE team_id = ? AND carrier_device_id = ? AND origin_device_id = ?";

    private final Database database;
    private final PieceLimits limits;
    private final Clock clock;

    ChangeParcels(Database database, PieceLimits limits, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Keeps a piece, unless it leaves a gap behind what is held. A piece of another change of its lane, or of the same
     * packed otherwise, takes the place of what was there.
     */
    Held take(UUID carrierDeviceId, ChangePiece piece) {
        return database.write(connection -> {
            Place place = Place.of(carrierDeviceId, piece);
            Optional<Held> before = find(connection, place).filter(held -> held.isOf(piece));
            Held held = before.orElseGet(() -> new Held(
                    place, piece.getOrdinal(), piece.getContentSha256(), piece.getCodec(), piece.getTotalBytes(), 0));
            if (piece.getOffsetBytes() > held.heldBytes()) {
                return held;
            }
            if (before.isEmpty()) {
                remove(connection, place);
                makeRoom(connection, held);
            }
            return append(connection, held, piece);
        });
    }

    private Held append(Connection connection, Held held, ChangePiece piece) throws SQLException {
        long end = piece.getOffsetBytes() + piece.getContent().size();
        Held after = end > held.heldBytes() ? held.upTo(end) : held;
        if (end > held.heldBytes()) {
            insert(connection, held, piece.getContent().substring((int) (held.heldBytes() - piece.getOffsetBytes())));
        }
        put(connection, after);
        return after;
    }

    /** All pieces of a parcel, put together. */
    Parcel assembled(Held held) {
        return database.read(connection -> {
            ByteString content = ByteString.EMPTY;
            for (ByteString piece : atPlace(
                            connection, "SELECT content FROM change_piece", held.place(), "offset_bytes")
                    .list(row -> row.bytes("content"))) {
                content = content.concat(piece);
            }
            return new Parcel(content, held.codec(), held.sha256());
        });
    }

    /** Lets go of a change that was judged, or that is not what it was said to be. */
    void remove(Held gone) {
        database.write(connection -> {
            boolean isThere = find(connection, gone.place())
                    .filter(held ->
                            held.ordinal() == gone.ordinal() && held.sha256().equals(gone.sha256()))
                    .isPresent();
            if (isThere) {
                remove(connection, gone.place());
            }
            return null;
        });
    }

    /** What is held of changes that a device began to hand in. */
    List<Held> ofDevice(Connection connection, UUID carrierDeviceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT * FROM change_parcel WHERE carrier_device_id = ? ORDER BY touched_at_ms DESC
                        """, carrierDeviceId).list(ChangeParcels::held);
    }

    /** Lets go of what nobody has gone on with for long. */
    void expire() {
        long touchedBeforeMs = clock.millis() - limits.keptFor().toMillis();
        database.write(connection -> {
            for (Held held : Sql.of(connection, "SELECT * FROM change_parcel WHERE touched_at_ms < ?", touchedBeforeMs)
                    .list(ChangeParcels::held)) {
                remove(connection, held.place());
            }
            return null;
        });
    }

    /** The device's parcels that were touched last stay; those beyond its share go. */
    private void makeRoom(Connection connection, Held coming) throws SQLException {
        long bytes = coming.totalBytes();
        int parcels = 1;
        for (Held held : ofDevice(connection, coming.place().carrierDeviceId())) {
            bytes += held.totalBytes();
            parcels++;
            if (bytes > limits.deviceBytes() || parcels > limits.deviceParcels()) {
                remove(connection, held.place());
            }
        }
    }

    private static Optional<Held> find(Connection connection, Place place) throws SQLException {
        return atPlace(connection, "SELECT * FROM change_parcel", place, "ordinal")
                .first(ChangeParcels::held);
    }

    private void put(Connection connection, Held held) throws SQLException {
        Sql.of(
                        connection,
                        """
                        INSERT INTO change_parcel (team_id, carrier_device_id, origin_device_id, ordinal, content_sha256,
                            codec, total_bytes, held_bytes, touched_at_ms)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (team_id, carrier_device_id, origin_device_id) DO UPDATE SET
                            held_bytes = excluded.held_bytes, touched_at_ms = excluded.touched_at_ms
                        """,
                        held.place().teamId(),
                        held.place().carrierDeviceId(),
                        held.place().originDeviceId(),
                        held.ordinal(),
                        held.sha256(),
                        held.codec(),
                        held.totalBytes(),
                        held.heldBytes(),
                        clock.millis())
                .update();
    }

    private static void insert(Connection connection, Held before, ByteString content) throws SQLException {
        Sql.of(
                        connection,
                        """
                        INSERT INTO change_piece (team_id, carrier_device_id, origin_device_id, offset_bytes, content)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                        before.place().teamId(),
                        before.place().carrierDeviceId(),
                        before.place().originDeviceId(),
                        before.heldBytes(),
                        content)
                .update();
    }

    private static void remove(Connection connection, Place place) throws SQLException {
        for (String table : List.of("change_piece", "change_parcel")) {
            Sql.of(
                            connection,
                            "DELETE FROM " + table + AT_PLACE,
                            place.teamId(),
                            place.carrierDeviceId(),
                            place.originDeviceId())
                    .update();
        }
    }

    private static Sql atPlace(Connection connection, String select, Place place, String order) {
        return Sql.of(
                connection,
                select + AT_PLACE + " ORDER BY " + order,
                place.teamId(),
                place.carrierDeviceId(),
                place.originDeviceId());
    }

    private static Held held(Row row) throws SQLException {
        return new Held(
                new Place(row.id("team_id"), row.id("carrier_device_id"), row.id("origin_device_id")),
                row.number("ordinal"),
                row.bytes("content_sha256"),
                Codec.valueOf(row.text("codec")),
                row.number("total_bytes"),
                row.number("held_bytes"));
    }
}
