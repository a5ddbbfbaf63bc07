-- Files that a team's records show, by their content. held_bytes: how much is held without a gap; stored_at_ms: when all of
-- it was there and found to be what its hash says; NULL while it is on its way, when what nobody goes on with expires.
CREATE TABLE attachment (
    team_id       ${blob} NOT NULL,
    sha256        ${blob} NOT NULL,
    size_bytes    BIGINT  NOT NULL,
    held_bytes    BIGINT  NOT NULL,
    touched_at_ms BIGINT  NOT NULL,
    stored_at_ms  BIGINT,
    PRIMARY KEY (team_id, sha256)
);
CREATE INDEX attachment_on_its_way ON attachment (touched_at_ms) WHERE stored_at_ms IS NULL;

CREATE TABLE attachment_piece (
    team_id      ${blob} NOT NULL,
    sha256       ${blob} NOT NULL,
    offset_bytes BIGINT  NOT NULL,
    content      ${blob} NOT NULL,
    PRIMARY KEY (team_id, sha256, offset_bytes)
);
