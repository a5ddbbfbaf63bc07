-- Who exported what and when. Written before the first byte leaves; state: UNDER_WAY, DONE or BROKEN_OFF, and row_count is how
-- many rows left then. export_id rises with time.
CREATE TABLE export_log (
    team_id        TEXT    NOT NULL,
    export_id      TEXT    NOT NULL,
    person_id      TEXT    NOT NULL,
    at_ms          BIGINT  NOT NULL,
    name           TEXT    NOT NULL,
    filter         TEXT    NOT NULL,
    format         TEXT    NOT NULL,
    with_free_text INTEGER NOT NULL,
    state          TEXT    NOT NULL,
    row_count      BIGINT,
    PRIMARY KEY (team_id, export_id)
);
