-- What a team decided for itself at the console, by name; what is not here is as it is for everybody.
CREATE TABLE team_setting (
    team_id ${blob} NOT NULL,
    name    TEXT    NOT NULL,
    value   TEXT    NOT NULL,
    PRIMARY KEY (team_id, name)
);
