-- People who may sign in at the console. What they may do in a team is their membership's to say; is_administrator: they
-- also look after accounts and tablets. must_change: the password was made by somebody else. language: ja or en.
CREATE TABLE account (
    person_id        TEXT    NOT NULL PRIMARY KEY,
    login            TEXT    NOT NULL UNIQUE,
    password_hash    TEXT    NOT NULL,
    is_administrator INTEGER NOT NULL,
    must_change      INTEGER NOT NULL,
    language         TEXT    NOT NULL,
    made_at_ms       BIGINT  NOT NULL,
    closed_at_ms     BIGINT
);

-- Who is signed in; the token itself is kept only as a hash.
CREATE TABLE console_session (
    token_hash      ${blob} NOT NULL PRIMARY KEY,
    person_id       TEXT    NOT NULL,
    made_at_ms      BIGINT  NOT NULL,
    last_used_at_ms BIGINT  NOT NULL
);
CREATE INDEX console_session_of_person ON console_session (person_id);
