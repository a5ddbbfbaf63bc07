package tsunagi.server.attachment;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.piece.Sha256;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.AttachmentRefusal;

/**
 * Files that records show, by team and content. They lie in pieces in the database: all servers on it have them, a line
 * that breaks begins none anew, and a backup of the database holds them too. Thread-safe.
 */
public final class AttachmentStore {
    private static final String OF_FILE = " WHERE team_id = ? AND sha256 = ?";

    private final Database database;
    private final AttachmentLimits limits;
    private final Clock clock;

    private record Attachment(long sizeBytes, long heldBytes, boolean isStored) {}

    public AttachmentStore(Database database, AttachmentLimits limits, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    /** Begins a file, or goes on with one that somebody began. */
    public Taken begin(UUID teamId, ByteString sha256, long sizeBytes) {
        if (sha256.size() != Sha256.BYTES || sizeBytes < 0) {
            return malformed("sha256 has not 32 bytes, or the size is missing");
        }
        if (sizeBytes > limits.fileBytes()) {
            return new Taken.Refused(
                    AttachmentRefusal.ATTACHMENT_REFUSAL_TOO_LARGE, sizeBytes + " bytes, limit " + limits.fileBytes());
        }
        Taken begun = database.write(connection -> begin(connection, teamId, sha256, sizeBytes));
        return completed(begun, teamId, sha256, sizeBytes);
    }

    private Taken begin(Connection connection, UUID teamId, ByteString sha256, long sizeBytes) throws SQLException {
        Optional<Attachment> there = find(connection, teamId, sha256);
        if (there.filter(Attachment::isStored).isPresent()) {
            return new Taken.Stored();
        }
        if (there.filter(begun -> begun.sizeBytes() == sizeBytes).isPresent()) {
            return new Taken.Held(there.get().heldBytes());
        }
        if (there.isPresent()) {
            remove(connection, teamId, sha256);
        }
        if (onTheirWayBytes(connection, teamId) + sizeBytes > limits.onTheirWayBytes()) {
            return new Taken.Refused(
                    AttachmentRefusal.ATTACHMENT_REFUSAL_NO_ROOM,
                    "files of " + limits.onTheirWayBytes() + " bytes are on their way already");
        }
        Sql.of(connection, """
                        INSERT INTO attachment (team_id, sha256, size_bytes, held_bytes, touched_at_ms)
                        VALUES (?, ?, ?, 0, ?) ON CONFLICT DO NOTHING
                        """, teamId, sha256, sizeBytes, clock.millis()).update();
        return new Taken.Held(0);
    }

    /** Keeps a piece of a file that was begun; one that does not begin where what is held ends is not taken. */
    public Taken take(UUID teamId, ByteString sha256, long offset, ByteString content) {
        if (content.isEmpty() || content.size() > limits.pieceBytes()) {
            return malformed("a piece of " + content.size() + " bytes; 1 to " + limits.pieceBytes() + " are taken");
        }
        record Step(Taken taken, long sizeBytes) {}
        Step step = database.write(connection -> {
            Optional<Attachment> there = find(connection, teamId, sha256);
            if (there.isEmpty()) {
                return new Step(malformed("it was not begun, or it expired"), 0);
            }
            return new Step(
                    take(connection, teamId, sha256, there.get(), offset, content),
                    there.get().sizeBytes());
        });
        return completed(step.taken(), teamId, sha256, step.sizeBytes());
    }

    private Taken take(
            Connection connection, UUID teamId, ByteString sha256, Attachment there, long offset, ByteString content)
            throws SQLException {
        if (there.isStored()) {
            return new Taken.Stored();
        }
        long end = offset + content.size();
        if (end > there.sizeBytes()) {
            return malformed("a piece ends behind the end of its file");
        }
        if (offset != there.heldBytes() || !moveOn(connection, teamId, sha256, offset, end)) {
            // Somebody else hands the same file in, or a piece got lost.
            return new Taken.Held(
                    find(connection, teamId, sha256).map(Attachment::heldBytes).orElse(0L));
        }
        Sql.of(
                        connection,
                        "INSERT INTO attachment_piece (team_id, sha256, offset_bytes, content) VALUES (?, ?, ?, ?)",
                        teamId,
                        sha256,
                        offset,
                        content)
                .update();
        return new Taken.Held(end);
    }

    private boolean moveOn(Connection connection, UUID teamId, ByteString sha256, long from, long to)
            throws SQLException {
        return Sql.of(
                                connection,
                                "UPDATE attachment SET held_bytes = ?, touched_at_ms = ?" + OF_FILE
                                        + " AND held_bytes = ? AND stored_at_ms IS NULL",
                                to,
                                clock.millis(),
                                teamId,
                                sha256,
                                from)
                        .update()
                == 1;
    }

    /** Nothing counts as stored before it was read back from the disk and found to be what its hash says. */
    private Taken completed(Taken taken, UUID teamId, ByteString sha256, long sizeBytes) {
        if (!(taken instanceof Taken.Held held) || held.bytes() != sizeBytes) {
            return taken;
        }
        boolean isWhole = hash(teamId, sha256, sizeBytes).equals(sha256);
        return database.write(connection -> {
            if (!isWhole) {
                remove(connection, teamId, sha256);
                return new Taken.Refused(
                        AttachmentRefusal.ATTACHMENT_REFUSAL_DAMAGED, "the whole is not what its hash says");
            }
            Sql.of(connection, "UPDATE attachment SET stored_at_ms = ?" + OF_FILE, clock.millis(), teamId, sha256)
                    .update();
            return new Taken.Stored();
        });
    }

    private ByteString hash(UUID teamId, ByteString sha256, long sizeBytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (long offset = 0; offset < sizeBytes; ) {
                ByteString piece = pieceAt(teamId, sha256, offset);
                digest.update(piece.asReadOnlyByteBuffer());
                offset += piece.size();
            }
            return ByteString.copyFrom(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Stores a file that is at hand as a whole. */
    public Taken put(UUID teamId, ByteString file) {
        ByteString sha256 = Sha256.of(file);
        Taken taken = begin(teamId, sha256, file.size());
        while (taken instanceof Taken.Held held) {
            int from = (int) held.bytes();
            int to = Math.min(from + limits.pieceBytes(), file.size());
            taken = take(teamId, sha256, from, file.substring(from, to));
        }
        return taken;
    }

    /** How long a stored file is; empty when it is not there, or not all of it. */
    public Optional<Long> size(UUID teamId, ByteString sha256) {
        return database.read(connection -> find(connection, teamId, sha256))
                .filter(Attachment::isStored)
                .map(Attachment::sizeBytes);
    }

    /** A stored file as a whole. */
    public Optional<ByteString> read(UUID teamId, ByteString sha256) {
        return size(teamId, sha256).map(sizeBytes -> {
            ByteString file = ByteString.EMPTY;
            while (file.size() < sizeBytes) {
                file = file.concat(pieceAt(teamId, sha256, file.size()));
            }
            return file;
        });
    }

    /** Some bytes of a file, from this one on. */
    public ByteString pieceAt(UUID teamId, ByteString sha256, long offset) {
        return database.read(connection -> Sql.of(
                                connection,
                                "SELECT offset_bytes, content FROM attachment_piece" + OF_FILE
                                        + " AND offset_bytes <= ? ORDER BY offset_bytes DESC LIMIT 1",
                                teamId,
                                sha256,
                                offset)
                        .first(row -> row.bytes("content").substring((int) (offset - row.number("offset_bytes")))))
                .orElseThrow(() -> new IllegalStateException("a file has a gap at byte " + offset));
    }

    /** Lets go of what nobody has gone on with for long. */
    public void expire() {
        long touchedBeforeMs = clock.millis() - limits.keptFor().toMillis();
        record Name(UUID teamId, ByteString sha256) {}
        database.write(connection -> {
            List<Name> gone = Sql.of(
                            connection,
                            "SELECT team_id, sha256 FROM attachment WHERE stored_at_ms IS NULL AND touched_at_ms < ?",
                            touchedBeforeMs)
                    .list(row -> new Name(row.id("team_id"), row.bytes("sha256")));
            for (Name name : gone) {
                remove(connection, name.teamId(), name.sha256());
            }
            return null;
        });
    }

    private static Taken malformed(String detail) {
        return new Taken.Refused(AttachmentRefusal.ATTACHMENT_REFUSAL_MALFORMED, detail);
    }

    private static long onTheirWayBytes(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT COALESCE(SUM(size_bytes), 0) AS bytes FROM attachment"
                                + " WHERE team_id = ? AND stored_at_ms IS NULL",
                        teamId)
                .first(row -> row.number("bytes"))
                .orElse(0L);
    }

    private static Optional<Attachment> find(Connection connection, UUID teamId, ByteString sha256)
            throws SQLException {
        return Sql.of(connection, "SELECT * FROM attachment" + OF_FILE, teamId, sha256)
                .first(AttachmentStore::attachment);
    }

    private static Attachment attachment(Row row) throws SQLException {
        return new Attachment(
                row.number("size_bytes"),
                row.number("held_bytes"),
                row.optionalNumber("stored_at_ms").isPresent());
    }

    static void remove(Connection connection, UUID teamId, ByteString sha256) throws SQLException {
        Sql.of(connection, "DELETE FROM attachment_piece" + OF_FILE, teamId, sha256)
                .update();
        Sql.of(connection, "DELETE FROM attachment" + OF_FILE, teamId, sha256).update();
    }
}
