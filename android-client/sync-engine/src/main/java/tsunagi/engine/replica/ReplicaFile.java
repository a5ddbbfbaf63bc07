package tsunagi.engine.replica;

import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.SchemaVersions;

/** The file that can be fetched again: what the server said, and how far. */
public final class ReplicaFile {
    private static final SchemaVersions SCHEMA = new SchemaVersions("""
            CREATE TABLE team (
              team_id BLOB PRIMARY KEY,
              grant_message BLOB,
              checkpoint BLOB,
              generation INTEGER NOT NULL,
              is_in_baseline INTEGER NOT NULL,
              covered_revision INTEGER NOT NULL);
            CREATE TABLE record (
              team_id BLOB NOT NULL,
              record_type INTEGER NOT NULL,
              record_id BLOB NOT NULL,
              revision INTEGER NOT NULL,
              generation INTEGER NOT NULL,
              is_ahead INTEGER NOT NULL,
              successor_id BLOB,
              state BLOB NOT NULL,
              PRIMARY KEY (team_id, record_type, record_id));
            CREATE INDEX record_ahead ON record (team_id) WHERE is_ahead = 1;
            CREATE INDEX record_absorbed ON record (team_id, record_type, successor_id) WHERE successor_id IS NOT NULL;
            CREATE TABLE last_sync (
              only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
              tried_at_ms INTEGER NOT NULL,
              up_to_date_at_ms INTEGER,
              result TEXT NOT NULL);
            """, """
            CREATE TABLE state_parcel (
              team_id BLOB NOT NULL,
              record_type INTEGER NOT NULL,
              record_id BLOB NOT NULL,
              content_sha256 BLOB NOT NULL,
              codec INTEGER NOT NULL,
              held_bytes INTEGER NOT NULL,
              PRIMARY KEY (team_id, record_type, record_id));
            CREATE TABLE state_piece (
              team_id BLOB NOT NULL,
              record_type INTEGER NOT NULL,
              record_id BLOB NOT NULL,
              offset_bytes INTEGER NOT NULL,
              content BLOB NOT NULL,
              PRIMARY KEY (team_id, record_type, record_id, offset_bytes));
            """, """
            CREATE TABLE fetched_file (
              team_id BLOB NOT NULL,
              sha256 BLOB NOT NULL,
              held_bytes INTEGER NOT NULL,
              standing TEXT NOT NULL,
              PRIMARY KEY (team_id, sha256)) WITHOUT ROWID;
            CREATE TABLE fetched_piece (
              team_id BLOB NOT NULL,
              sha256 BLOB NOT NULL,
              offset_bytes INTEGER NOT NULL,
              content BLOB NOT NULL,
              PRIMARY KEY (team_id, sha256, offset_bytes));
            """);

    private final LocalDatabase database;

    private ReplicaFile(LocalDatabase database) {
        this.database = database;
    }

    /** Takes a database for the replica, new or old. */
    public static ReplicaFile over(LocalDatabase database) {
        SCHEMA.bringUp(database);
        return new ReplicaFile(database);
    }

    public LocalDatabase database() {
        return database;
    }
}
