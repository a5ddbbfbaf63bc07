package tsunagi.engine.outbox;

import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.SchemaVersions;
import tsunagi.engine.storage.StorageException;

/** The file that must never be lost: who this device is, its lanes, its changes and its drafts. */
public final class OutboxFile {
    private static final SchemaVersions SCHEMA = new SchemaVersions("""
            CREATE TABLE device (
              only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
              device_id BLOB NOT NULL,
              next_device_id BLOB,
              epoch_id BLOB,
              server_id BLOB,
              server_name TEXT,
              server_address TEXT,
              person_id TEXT);
            CREATE TABLE lane (
              team_id BLOB NOT NULL,
              origin_device_id BLOB NOT NULL,
              last_ordinal INTEGER NOT NULL,
              PRIMARY KEY (team_id, origin_device_id)) WITHOUT ROWID;
            CREATE TABLE change (
              sequence INTEGER PRIMARY KEY,
              team_id BLOB NOT NULL,
              origin_device_id BLOB NOT NULL,
              ordinal INTEGER NOT NULL,
              change_id BLOB NOT NULL UNIQUE,
              record_type INTEGER NOT NULL,
              record_id BLOB NOT NULL,
              saved_at_ms INTEGER NOT NULL,
              standing TEXT NOT NULL,
              was_parked INTEGER NOT NULL DEFAULT 0,
              revision INTEGER NOT NULL,
              applied_to_record_id BLOB,
              verdict BLOB,
              seen_by_person INTEGER NOT NULL,
              corrected_by_change_id BLOB,
              header BLOB,
              body BLOB,
              UNIQUE (team_id, origin_device_id, ordinal));
            CREATE INDEX change_of_record ON change (team_id, record_type, record_id);
            CREATE INDEX change_waiting ON change (team_id, origin_device_id, ordinal) WHERE standing = 'WAITING';
            CREATE INDEX change_parked ON change (team_id, origin_device_id, ordinal) WHERE standing = 'PARKED';
            CREATE TABLE draft (
              draft_id BLOB PRIMARY KEY,
              team_id BLOB NOT NULL,
              record_type INTEGER NOT NULL,
              record_id BLOB NOT NULL,
              corrects_change_id BLOB,
              touched_at_ms INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE draft_field (
              draft_id BLOB NOT NULL,
              path BLOB NOT NULL,
              seen BLOB NOT NULL,
              value BLOB,
              PRIMARY KEY (draft_id, path));
            """, """
            CREATE TABLE attachment (
              team_id BLOB NOT NULL,
              sha256 BLOB NOT NULL,
              size_bytes INTEGER NOT NULL,
              kept_at_ms INTEGER NOT NULL,
              standing TEXT NOT NULL,
              refusal TEXT NOT NULL,
              PRIMARY KEY (team_id, sha256)) WITHOUT ROWID;
            CREATE TABLE attachment_use (
              team_id BLOB NOT NULL,
              sha256 BLOB NOT NULL,
              record_type INTEGER NOT NULL,
              record_id BLOB NOT NULL,
              PRIMARY KEY (team_id, sha256, record_type, record_id)) WITHOUT ROWID;
            CREATE TABLE attachment_piece (
              team_id BLOB NOT NULL,
              sha256 BLOB NOT NULL,
              offset_bytes INTEGER NOT NULL,
              content BLOB NOT NULL,
              PRIMARY KEY (team_id, sha256, offset_bytes));
            """, """
            CREATE INDEX change_standing ON change (standing, team_id, record_type, revision, seen_by_person);
            """, """
            CREATE INDEX attachment_of_record ON attachment_use (team_id, record_type, record_id);
            """);

    private final LocalDatabase database;

    private OutboxFile(LocalDatabase database) {
        this.database = database;
    }

    /**
     * Takes a database for the outbox, new or old.
     *
     * @param required what the database must say of itself; anything below FULL is for tests and the simulation
     * @param ids makes the id of a device that has none yet
     * @throws StorageException when it is less durable than required, or written by a newer program
     */
    public static OutboxFile over(LocalDatabase database, Durability required, Supplier<UUID> ids) {
        Durability actual = database.durability();
        if (actual.compareTo(required) < 0) {
            throw new StorageException("the outbox must be kept at " + required + ", the database says " + actual);
        }
        SCHEMA.bringUp(database);
        database.execute("INSERT OR IGNORE INTO device (only_row, device_id) VALUES (1, ?)", ids.get());
        return new OutboxFile(database);
    }

    public LocalDatabase database() {
        return database;
    }
}
