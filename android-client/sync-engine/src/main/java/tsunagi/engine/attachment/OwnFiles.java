package tsunagi.engine.attachment;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.outbox.OutboxFile;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.Row;
import tsunagi.piece.Sha256;
import tsunagi.record.RecordKey;

/**
 * The files made on this tablet, in the file that is never lost: until the server holds them they are nowhere else. Each
 * is there for the records that show it.
 */
public final class OwnFiles {
    /** Rows of Android's cursors must stay well below two mebibytes. */
    private static final int PIECE_BYTES = 64 * 1024;

    private static final String SELECT = "SELECT team_id, sha256, size_bytes, standing, refusal FROM attachment ";
    private static final String OF_FILE = " WHERE team_id = ? AND sha256 = ?";

    private final LocalDatabase database;

    public OwnFiles(OutboxFile file) {
        this.database = file.database();
    }

    /** Keeps a file for a record, and does what enters it there: both are on disk when this returns, or neither. */
    ByteString keep(RecordKey key, ByteString content, long nowMs, java.util.function.Consumer<ByteString> entering) {
        ByteString sha256 = Sha256.of(content);
        database.inTransaction(() -> {
            if (!find(key.teamId(), sha256).isPresent()) {
                insert(key.teamId(), sha256, content, nowMs);
            }
            database.execute(
                    "INSERT OR IGNORE INTO attachment_use (team_id, sha256, record_type, record_id) VALUES (?, ?, ?, ?)",
                    key.teamId(),
                    sha256,
                    key.type(),
                    key.id());
            entering.accept(sha256);
        });
        return sha256;
    }

    private void insert(UUID teamId, ByteString sha256, ByteString content, long nowMs) {
        database.execute("""
                INSERT INTO attachment (team_id, sha256, size_bytes, kept_at_ms, standing, refusal)
                VALUES (?, ?, ?, ?, 'WAITING', '')
                """, teamId, sha256, content.size(), nowMs);
        for (int offset = 0; offset < content.size(); offset += PIECE_BYTES) {
            database.execute(
                    "INSERT INTO attachment_piece (team_id, sha256, offset_bytes, content) VALUES (?, ?, ?, ?)",
                    teamId,
                    sha256,
                    offset,
                    content.substring(offset, Math.min(offset + PIECE_BYTES, content.size())));
        }
    }

    public Optional<OwnFile> find(UUID teamId, ByteString sha256) {
        return database.query(OwnFiles::file, SELECT + OF_FILE, teamId, sha256).stream()
                .findFirst();
    }

    /** Those that stand so, the oldest first. */
    public List<OwnFile> standing(OwnFile.Standing standing) {
        return database.query(
                OwnFiles::file, SELECT + "WHERE standing = ? ORDER BY kept_at_ms, sha256", standing.name());
    }

    /** Those that were made for this record. */
    List<OwnFile> of(RecordKey key) {
        return database.query(
                OwnFiles::file,
                SELECT + "WHERE team_id = ? AND sha256 IN (SELECT sha256 FROM attachment_use"
                        + " WHERE team_id = ? AND record_type = ? AND record_id = ?)",
                key.teamId(),
                key.teamId(),
                key.type(),
                key.id());
    }

    /** The records it was made for. */
    List<RecordKey> records(OwnFile file) {
        return database.query(
                row -> new RecordKey(file.teamId(), (int) row.integer(0), row.id(1)),
                "SELECT record_type, record_id FROM attachment_use" + OF_FILE,
                file.teamId(),
                file.sha256());
    }

    /** So many bytes of it, from this one on, fewer at its end. */
    public ByteString read(UUID teamId, ByteString sha256, long offset, int bytes) {
        ByteString read = ByteString.EMPTY;
        for (ByteString piece : database.query(
                row -> row.bytes(0),
                "SELECT content FROM attachment_piece" + OF_FILE
                        + " AND offset_bytes > ? AND offset_bytes < ? ORDER BY offset_bytes",
                teamId,
                sha256,
                offset - PIECE_BYTES,
                offset + bytes)) {
            read = read.concat(piece);
        }
        int skipped = (int) (offset % PIECE_BYTES);
        return read.substring(Math.min(skipped, read.size()), Math.min(skipped + bytes, read.size()));
    }

    /** The server holds it. */
    public void noteSent(OwnFile file) {
        stand(file, OwnFile.Standing.SENT, "");
    }

    /** The server does not take it, and says why. */
    public void noteRefused(OwnFile file, String why) {
        stand(file, OwnFile.Standing.REFUSED, why);
    }

    private void stand(OwnFile file, OwnFile.Standing standing, String why) {
        database.execute(
                "UPDATE attachment SET standing = ?, refusal = ?" + OF_FILE,
                standing.name(),
                why,
                file.teamId(),
                file.sha256());
    }

    /** A server that was set back may lack what it once held: all of it is offered again. */
    public void offerAgain() {
        database.execute("UPDATE attachment SET standing = 'WAITING', refusal = ''");
    }

    /** Lets go of a file that nothing shows any more. */
    void remove(OwnFile file) {
        database.inTransaction(() -> {
            database.execute("DELETE FROM attachment_piece" + OF_FILE, file.teamId(), file.sha256());
            database.execute("DELETE FROM attachment_use" + OF_FILE, file.teamId(), file.sha256());
            database.execute("DELETE FROM attachment" + OF_FILE, file.teamId(), file.sha256());
        });
    }

    private static OwnFile file(Row row) {
        return new OwnFile(row.id(0), row.bytes(1), row.integer(2), OwnFile.Standing.valueOf(row.text(3)), row.text(4));
    }
}
