-- What went wrong with a device, the latest hundred: number counts up within a device; what happens again right away is
-- counted in times. detail is in English, for whoever looks into it.
CREATE TABLE device_trouble (
    device_id   ${blob} NOT NULL,
    number      BIGINT  NOT NULL,
    kind        TEXT    NOT NULL,
    detail      TEXT    NOT NULL,
    first_at_ms BIGINT  NOT NULL,
    last_at_ms  BIGINT  NOT NULL,
    times       BIGINT  NOT NULL,
    PRIMARY KEY (device_id, number)
);
