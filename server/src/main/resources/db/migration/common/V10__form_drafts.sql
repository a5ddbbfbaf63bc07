-- Forms that somebody uploaded and has not published yet, with the files beside them. form_name: which of the files is the form.
CREATE TABLE form_draft (
    team_id        ${blob} NOT NULL,
    draft_id       ${blob} NOT NULL,
    form_name      TEXT    NOT NULL,
    person_id      TEXT    NOT NULL,
    uploaded_at_ms BIGINT  NOT NULL,
    PRIMARY KEY (team_id, draft_id)
);

CREATE TABLE form_draft_file (
    team_id  ${blob} NOT NULL,
    draft_id ${blob} NOT NULL,
    name     TEXT    NOT NULL,
    content  ${blob} NOT NULL,
    PRIMARY KEY (team_id, draft_id, name)
);
