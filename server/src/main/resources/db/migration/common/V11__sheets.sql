-- What the とりまとめ担当 chose for the wall sheet of a workplace and fiscal year. with_figures: 0 for the version without.
CREATE TABLE wall_draft (
    team_id        TEXT    NOT NULL,
    workplace_id   TEXT    NOT NULL,
    fiscal_year    INTEGER NOT NULL,
    with_figures   INTEGER NOT NULL,
    edited_by      TEXT    NOT NULL,
    edited_at_ms   BIGINT  NOT NULL,
    PRIMARY KEY (team_id, workplace_id, fiscal_year)
);

-- Its sentences. proposed: what the rules said when it was edited, empty for her own; so that a figure that moved since shows.
-- edited_by, edited_at_ms: who changed this one last.
CREATE TABLE wall_sentence (
    team_id        TEXT    NOT NULL,
    workplace_id   TEXT    NOT NULL,
    fiscal_year    INTEGER NOT NULL,
    sentence_key   TEXT    NOT NULL,
    is_picked      INTEGER NOT NULL,
    text           TEXT    NOT NULL,
    proposed       TEXT    NOT NULL,
    edited_by      TEXT    NOT NULL,
    edited_at_ms   BIGINT  NOT NULL,
    PRIMARY KEY (team_id, workplace_id, fiscal_year, sentence_key)
);

-- Contacts to whom a successor was introduced, and who ticked it.
CREATE TABLE handover_introduction (
    team_id        TEXT    NOT NULL,
    contact_id     TEXT    NOT NULL,
    ticked_by      TEXT    NOT NULL,
    ticked_at_ms   BIGINT  NOT NULL,
    PRIMARY KEY (team_id, contact_id)
);
