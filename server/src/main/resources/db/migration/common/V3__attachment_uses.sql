-- Which records show or showed which files, as far as each team's records were followed. When a record is withdrawn or
-- destroyed, the files that it alone showed go too.
CREATE TABLE attachment_use (
    team_id     ${blob} NOT NULL,
    record_type INTEGER NOT NULL,
    record_id   ${blob} NOT NULL,
    sha256      ${blob} NOT NULL,
    PRIMARY KEY (team_id, record_type, record_id, sha256)
);
CREATE INDEX attachment_use_by_file ON attachment_use (team_id, sha256);

CREATE TABLE attachment_use_checkpoint (
    team_id  ${blob} NOT NULL PRIMARY KEY,
    revision BIGINT  NOT NULL
);
