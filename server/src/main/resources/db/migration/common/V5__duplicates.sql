-- Hashes of words that records have in common when they may be one; only such records are compared.
CREATE TABLE duplicate_block (
    team_id     ${blob} NOT NULL,
    record_type INTEGER NOT NULL,
    block       BIGINT  NOT NULL,
    record_id   ${blob} NOT NULL,
    PRIMARY KEY (team_id, record_type, block, record_id)
);
CREATE INDEX duplicate_block_of_record ON duplicate_block (team_id, record_id);

-- Which records have to be compared again when another one, at_id, moves.
CREATE TABLE duplicate_reference (
    team_id     ${blob} NOT NULL,
    at_id       ${blob} NOT NULL,
    record_type INTEGER NOT NULL,
    record_id   ${blob} NOT NULL,
    PRIMARY KEY (team_id, at_id, record_id)
);
CREATE INDEX duplicate_reference_of_record ON duplicate_reference (team_id, record_id);

-- Pairs that may be one, as far as each team's records were followed. first_id is the smaller of the two as text; reasons:
-- their names parted by spaces.
CREATE TABLE duplicate_candidate (
    team_id     ${blob} NOT NULL,
    record_type INTEGER NOT NULL,
    first_id    ${blob} NOT NULL,
    second_id   ${blob} NOT NULL,
    score       INTEGER NOT NULL,
    reasons     TEXT    NOT NULL,
    PRIMARY KEY (team_id, first_id, second_id)
);
CREATE INDEX duplicate_candidate_by_score ON duplicate_candidate (team_id, score, first_id, second_id);
CREATE INDEX duplicate_candidate_of_type ON duplicate_candidate (team_id, record_type, score, first_id, second_id);
CREATE INDEX duplicate_candidate_of_second ON duplicate_candidate (team_id, second_id);

-- rules: the rules by which the pairs were found; when they change, all is compared anew.
CREATE TABLE duplicate_checkpoint (
    team_id  ${blob} NOT NULL PRIMARY KEY,
    revision BIGINT  NOT NULL,
    rules    INTEGER NOT NULL
);

-- Pairs of which a person said that they are two; they are not proposed again. act_id: what was said in one go.
CREATE TABLE kept_apart (
    team_id     ${blob} NOT NULL,
    record_type INTEGER NOT NULL,
    first_id    ${blob} NOT NULL,
    second_id   ${blob} NOT NULL,
    act_id      ${blob} NOT NULL,
    person_id   TEXT    NOT NULL,
    at_ms       BIGINT  NOT NULL,
    PRIMARY KEY (team_id, first_id, second_id)
);
CREATE INDEX kept_apart_by_time ON kept_apart (team_id, at_ms, first_id, second_id);
CREATE INDEX kept_apart_by_act ON kept_apart (team_id, act_id);

-- What the successor said before values of the absorbed record were chosen, and what was chosen: a split puts it back.
CREATE TABLE merge_choice (
    team_id      ${blob} NOT NULL,
    record_type  INTEGER NOT NULL,
    record_id    ${blob} NOT NULL,
    successor_id ${blob} NOT NULL,
    said_before  ${blob} NOT NULL,
    chosen       ${blob} NOT NULL,
    PRIMARY KEY (team_id, record_id)
);
