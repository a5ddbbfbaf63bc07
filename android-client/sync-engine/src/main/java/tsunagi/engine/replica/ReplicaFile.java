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
            """, """
            CREATE TABLE indexed_record (
              team_id BLOB NOT NULL,
              record_type INTEGER NOT NULL,
              record_id BLOB NOT NULL,
              day TEXT,
              is_open INTEGER NOT NULL,
              search_keys TEXT,
              reading_at INTEGER,
              aliases_at INTEGER,
              others_at INTEGER,
              order_key TEXT,
              PRIMARY KEY (team_id, record_type, record_id)) WITHOUT ROWID;
            CREATE INDEX indexed_record_day ON indexed_record (team_id, record_type, day) WHERE day IS NOT NULL;
            CREATE INDEX indexed_record_open ON indexed_record (team_id, record_type, day) WHERE is_open = 1;
            CREATE TABLE indexed_reference (
              team_id BLOB NOT NULL,
              target_type INTEGER NOT NULL,
              target_id BLOB NOT NULL,
              record_type INTEGER NOT NULL,
              record_id BLOB NOT NULL,
              PRIMARY KEY (team_id, target_type, target_id, record_type, record_id)) WITHOUT ROWID;
            CREATE INDEX indexed_reference_from ON indexed_reference (team_id, record_type, record_id);
            CREATE TABLE index_note (
              only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
              fingerprint BLOB NOT NULL);
            """, """
            CREATE TABLE indexed_conflict (
              team_id BLOB NOT NULL,
              record_type INTEGER NOT NULL,
              record_id BLOB NOT NULL,
              PRIMARY KEY (team_id, record_type, record_id)) WITHOUT ROWID;
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
