package tsunagi.engine.attachment;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.replica.ReplicaFile;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.piece.Sha256;

/** The files that this tablet wants from the server, and has from there; all of them can be fetched again. */
public final class FetchedFiles {
    private static final String OF_FILE = " WHERE team_id = ? AND sha256 = ?";

    private final LocalDatabase database;

    /** A file that is wanted, and how much of it is here. */
    public record Wanted(UUID teamId, ByteString sha256, long heldBytes) {}

    public FetchedFiles(ReplicaFile file) {
        this.database = file.database();
    }

    /** The next synchronization fetches it. */
    public void want(UUID teamId, ByteString sha256) {
        database.execute("""
                INSERT OR IGNORE INTO fetched_file (team_id, sha256, held_bytes, standing) VALUES (?, ?, 0, 'WANTED')
                """, teamId, sha256);
    }

    public List<Wanted> wanted() {
        return database.query(
                row -> new Wanted(row.id(0), row.bytes(1), row.integer(2)),
                "SELECT team_id, sha256, held_bytes FROM fetched_file WHERE standing <> 'HERE' ORDER BY team_id, sha256");
    }

    /** A file of which something is here. */
    record Fetched(UUID teamId, ByteString sha256, long heldBytes) {}

    List<Fetched> all() {
        return database.query(
                row -> new Fetched(row.id(0), row.bytes(1), row.integer(2)),
                "SELECT team_id, sha256, held_bytes FROM fetched_file WHERE held_bytes > 0 ORDER BY team_id, sha256");
    }

    /** Lets go of files, and wants them no more. */
    void drop(List<Fetched> files) {
        database.inTransaction(() -> {
            for (Fetched file : files) {
                database.execute("DELETE FROM fetched_piece" + OF_FILE, file.teamId(), file.sha256());
                database.execute("DELETE FROM fetched_file" + OF_FILE, file.teamId(), file.sha256());
            }
        });
    }

    /** Keeps the next piece of a file; false when it does not begin where what is here ends. */
    public boolean append(Wanted file, long offset, ByteString content) {
        return database.inTransaction(() -> {
            boolean fits = database.execute(
                            "UPDATE fetched_file SET held_bytes = ?" + OF_FILE + " AND held_bytes = ?",
                            offset + content.size(),
                            file.teamId(),
                            file.sha256(),
                            offset)
                    == 1;
            if (fits && !content.isEmpty()) {
                database.execute(
                        "INSERT INTO fetched_piece (team_id, sha256, offset_bytes, content) VALUES (?, ?, ?, ?)",
                        file.teamId(),
                        file.sha256(),
                        offset,
                        content);
            }
            return fits;
        });
    }

    /** All of it came; false when it is not what its hash says, and begins anew. */
    public boolean complete(Wanted file) {
        boolean isWhole = Sha256.of(content(file.teamId(), file.sha256())).equals(file.sha256());
        database.inTransaction(() -> {
            if (isWhole) {
                stand(file, "HERE");
            } else {
                database.execute("DELETE FROM fetched_piece" + OF_FILE, file.teamId(), file.sha256());
                database.execute("UPDATE fetched_file SET held_bytes = 0" + OF_FILE, file.teamId(), file.sha256());
            }
        });
        return isWhole;
    }

    /** The server does not have it yet either; it stays wanted. */
    public void noteMissing(Wanted file) {
        stand(file, "MISSING");
    }

    /** True when the server was asked and did not have it: it is still on the tablet it was made on. */
    boolean isMissing(UUID teamId, ByteString sha256) {
        return standing(teamId, sha256).filter("MISSING"::equals).isPresent();
    }

    Optional<ByteString> read(UUID teamId, ByteString sha256) {
        return standing(teamId, sha256).filter("HERE"::equals).map(here -> content(teamId, sha256));
    }

    boolean isHere(UUID teamId, ByteString sha256) {
        return standing(teamId, sha256).filter("HERE"::equals).isPresent();
    }

    private void stand(Wanted file, String standing) {
        database.execute("UPDATE fetched_file SET standing = ?" + OF_FILE, standing, file.teamId(), file.sha256());
    }

    private Optional<String> standing(UUID teamId, ByteString sha256) {
        return database
                .query(row -> row.text(0), "SELECT standing FROM fetched_file" + OF_FILE, teamId, sha256)
                .stream()
                .findFirst();
    }

    private ByteString content(UUID teamId, ByteString sha256) {
        ByteString content = ByteString.EMPTY;
        for (ByteString piece : database.query(
                row -> row.bytes(0),
                "SELECT content FROM fetched_piece" + OF_FILE + " ORDER BY offset_bytes",
                teamId,
                sha256)) {
            content = content.concat(piece);
        }
        return content;
    }
}
