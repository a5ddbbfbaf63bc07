-- Ids are 16 bytes, ids of people and bodies are text, times are milliseconds since 1970 UTC. The team leads every key
-- of team data, so that it is also what a distributed engine shards by.

-- One life of the server's history; a restore opens a new one.
CREATE TABLE epoch (
    number       BIGINT  NOT NULL PRIMARY KEY,
    epoch_id     ${blob} NOT NULL UNIQUE,
    opened_at_ms BIGINT  NOT NULL,
    why          TEXT    NOT NULL
);

-- head: the last revision given out; mark: the hash chained over the log up to it; restored_head: how much of the
-- log outlived every restore; -1 while there was none. state: OPEN, CLOSED, or UNKNOWN for a team that only a tablet has named so far.
CREATE TABLE team (
    team_id       ${blob} NOT NULL PRIMARY KEY,
    name          TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    head          BIGINT  NOT NULL,
    mark          ${blob} NOT NULL,
    restored_head BIGINT  NOT NULL
);

-- Every change that was taken in, as it came. body and results go (NULL) when its record is erased. results: the values
-- in place after it where they are not what it said, as a LiveRecord; NULL when there are none.
CREATE TABLE change_log (
    team_id           ${blob} NOT NULL,
    revision          BIGINT  NOT NULL,
    change_id         ${blob} NOT NULL,
    origin_device_id  ${blob} NOT NULL,
    ordinal           BIGINT  NOT NULL,
    carrier_device_id ${blob} NOT NULL,
    record_type       INTEGER NOT NULL,
    record_id         ${blob} NOT NULL,
    action            TEXT    NOT NULL,
    author_person_id  TEXT    NOT NULL,
    body_id           TEXT,
    corrected_at_ms   BIGINT  NOT NULL,
    clock_was_wrong   INTEGER NOT NULL,
    received_at_ms    BIGINT  NOT NULL,
    content_hash      ${blob} NOT NULL,
    mark              ${blob} NOT NULL,
    header            ${blob} NOT NULL,
    body              ${blob},
    results           ${blob},
    verdict           ${blob} NOT NULL,
    PRIMARY KEY (team_id, revision),
    UNIQUE (team_id, change_id),
    UNIQUE (team_id, origin_device_id, ordinal)
);
CREATE INDEX change_log_of_record ON change_log (team_id, record_type, record_id, revision);

-- Changes that wait for a person, as they came. record_type and record_id are NULL when the header does not parse; body
-- and sealed_body go (NULL) when the record is erased.
-- state: WAITING, RELEASED (it is in change_log too), DROPPED or REPLACED; settled_by: the person who released or
-- dropped it, or the change that replaced it.
CREATE TABLE parked_change (
    team_id           ${blob} NOT NULL,
    change_id         ${blob} NOT NULL,
    origin_device_id  ${blob} NOT NULL,
    ordinal           BIGINT  NOT NULL,
    carrier_device_id ${blob} NOT NULL,
    record_type       INTEGER,
    record_id         ${blob},
    content_hash      ${blob} NOT NULL,
    header            ${blob} NOT NULL,
    body              ${blob},
    sealed_body       ${blob},
    reason            TEXT    NOT NULL,
    detail            TEXT    NOT NULL,
    behind_change_id  ${blob},
    received_at_ms    BIGINT  NOT NULL,
    corrected_at_ms   BIGINT  NOT NULL,
    clock_was_wrong   INTEGER NOT NULL,
    state             TEXT    NOT NULL,
    settled_by        TEXT,
    verdict           ${blob} NOT NULL,
    PRIMARY KEY (team_id, change_id),
    UNIQUE (team_id, origin_device_id, ordinal)
);
CREATE INDEX parked_change_of_record ON parked_change (team_id, record_type, record_id, state);
CREATE INDEX parked_change_by_state ON parked_change (team_id, state);

-- How far each origin device's changes are held without a gap. last_change_id is NULL when that ordinal is a hole.
CREATE TABLE lane (
    team_id          ${blob} NOT NULL,
    origin_device_id ${blob} NOT NULL,
    last_ordinal     BIGINT  NOT NULL,
    last_change_id   ${blob},
    PRIMARY KEY (team_id, origin_device_id)
);

-- Ordinals that nobody has any more.
CREATE TABLE lane_hole (
    team_id          ${blob} NOT NULL,
    origin_device_id ${blob} NOT NULL,
    first_ordinal    BIGINT  NOT NULL,
    last_ordinal     BIGINT  NOT NULL,
    PRIMARY KEY (team_id, origin_device_id, first_ordinal)
);

-- Ordinals at which a renewed tablet handed in a change that is kept under its first lane.
CREATE TABLE lane_repeat (
    team_id          ${blob} NOT NULL,
    origin_device_id ${blob} NOT NULL,
    ordinal          BIGINT  NOT NULL,
    change_id        ${blob} NOT NULL,
    PRIMARY KEY (team_id, origin_device_id, ordinal)
);

-- Large changes of which only pieces have come so far, one for each lane and device that hands it in. content_sha256,
-- codec and total_bytes are of the packed change; it is held without a gap up to held_bytes. What nobody has gone on with
-- for a while expires.
CREATE TABLE change_parcel (
    team_id           ${blob} NOT NULL,
    carrier_device_id ${blob} NOT NULL,
    origin_device_id  ${blob} NOT NULL,
    ordinal           BIGINT  NOT NULL,
    content_sha256    ${blob} NOT NULL,
    codec             TEXT    NOT NULL,
    total_bytes       BIGINT  NOT NULL,
    held_bytes        BIGINT  NOT NULL,
    touched_at_ms     BIGINT  NOT NULL,
    PRIMARY KEY (team_id, carrier_device_id, origin_device_id)
);
CREATE INDEX change_parcel_by_carrier ON change_parcel (carrier_device_id, touched_at_ms);

CREATE TABLE change_piece (
    team_id           ${blob} NOT NULL,
    carrier_device_id ${blob} NOT NULL,
    origin_device_id  ${blob} NOT NULL,
    offset_bytes      BIGINT  NOT NULL,
    content           ${blob} NOT NULL,
    PRIMARY KEY (team_id, carrier_device_id, origin_device_id, offset_bytes)
);

-- Every record as it stands. life: ALIVE, DELETED, WITHDRAWN, DESTROYED or ABSORBED; tombstone: how it ended, NULL while
-- it lives; contents: a LiveRecord.
CREATE TABLE record (
    team_id     ${blob} NOT NULL,
    record_type INTEGER NOT NULL,
    record_id   ${blob} NOT NULL,
    revision    BIGINT  NOT NULL,
    life        TEXT    NOT NULL,
    tombstone   ${blob},
    contents    ${blob} NOT NULL,
    PRIMARY KEY (team_id, record_type, record_id)
);
CREATE INDEX record_by_revision ON record (team_id, revision);

-- Which records were declared duplicates of which, and by which change. decision: BY_A_PERSON, or BY_CONSEQUENCE where
-- two derived records came to have one natural key.
CREATE TABLE absorption (
    team_id      ${blob} NOT NULL,
    record_type  INTEGER NOT NULL,
    record_id    ${blob} NOT NULL,
    successor_id ${blob} NOT NULL,
    change_id    ${blob} NOT NULL,
    decision     TEXT    NOT NULL,
    PRIMARY KEY (team_id, record_id, record_type)
);
CREATE INDEX absorption_by_successor ON absorption (team_id, successor_id, record_type);

-- The natural keys of derived records, part by part. key_id is the id that the key makes once its references are
-- followed to the records that speak for them: two live records with one key_id are one.
CREATE TABLE derived_key (
    team_id     ${blob} NOT NULL,
    record_type INTEGER NOT NULL,
    record_id   ${blob} NOT NULL,
    part        INTEGER NOT NULL,
    value       TEXT    NOT NULL,
    key_id      ${blob} NOT NULL,
    PRIMARY KEY (team_id, record_type, record_id, part)
);
CREATE INDEX derived_key_by_value ON derived_key (team_id, value);
CREATE INDEX derived_key_by_key ON derived_key (team_id, key_id);

CREATE TABLE body (
    body_id TEXT NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL
);

CREATE TABLE person (
    person_id TEXT NOT NULL PRIMARY KEY,
    name      TEXT NOT NULL
);

-- A person's membership in a team on behalf of a body, from one time to another (until_ms is NULL while it goes on).
-- revoked_at_ms: taken away, as if it had never been, for all that comes in afterwards.
CREATE TABLE membership (
    team_id       ${blob} NOT NULL,
    person_id     TEXT    NOT NULL,
    body_id       TEXT,
    role          TEXT    NOT NULL,
    from_ms       BIGINT  NOT NULL,
    until_ms      BIGINT,
    revoked_at_ms BIGINT,
    PRIMARY KEY (team_id, person_id, from_ms)
);

CREATE TABLE device (
    device_id            ${blob} NOT NULL PRIMARY KEY,
    name                 TEXT    NOT NULL,
    public_key           ${blob} NOT NULL,
    person_id            TEXT,
    enrolled_at_ms       BIGINT  NOT NULL,
    revoked_at_ms        BIGINT,
    replaced_by          ${blob},
    last_seen_at_ms      BIGINT,
    app_version          TEXT,
    unsent_count         INTEGER,
    free_storage_bytes   BIGINT,
    battery_percent      INTEGER,
    clock_offset_ms      BIGINT
);

-- Which teams a device may hold and speak for.
CREATE TABLE device_team (
    team_id   ${blob} NOT NULL,
    device_id ${blob} NOT NULL,
    PRIMARY KEY (team_id, device_id)
);
CREATE INDEX device_team_by_device ON device_team (device_id);

-- One-time codes by which devices become known; the code itself is kept only as a hash.
CREATE TABLE enrolment_code (
    code_hash      ${blob} NOT NULL PRIMARY KEY,
    person_id      TEXT,
    made_at_ms     BIGINT  NOT NULL,
    expires_at_ms  BIGINT  NOT NULL,
    used_at_ms     BIGINT,
    used_by        ${blob}
);

CREATE TABLE enrolment_code_team (
    code_hash ${blob} NOT NULL,
    team_id   ${blob} NOT NULL,
    PRIMARY KEY (code_hash, team_id)
);

-- How far the plain tables follow each team's log.
CREATE TABLE plain_checkpoint (
    team_id  ${blob} NOT NULL PRIMARY KEY,
    revision BIGINT  NOT NULL
);

-- Which plain tables stand in the database, and how they were defined.
CREATE TABLE plain_table (
    name       TEXT NOT NULL PRIMARY KEY,
    definition TEXT NOT NULL
);

-- What one of several servers does for all of them, which one does it, and until when; later, another may take it over.
CREATE TABLE lease (
    name     TEXT   NOT NULL PRIMARY KEY,
    holder   ${blob},
    until_ms BIGINT NOT NULL
);
INSERT INTO lease (name, until_ms) VALUES ('plain tables', 0);
