-- Referrals by strength and result (紹介・つなぎ).
--   team_id: the team
--   fiscal_year: the fiscal year of the referral
--   split_by: what it is split by
--   split_value: the value of the split
--   strength: how much was done
--   result: what became of it; `unspecified` while open
--   referrals: referrals (延べ)
--   workplaces: different workplaces (実)
--   late: referrals that arrived after the programme was closed
CREATE VIEW figure_referral AS
SELECT
    work.team_id,
    work.fiscal_year,
    work.split_by,
    work.split_value,
    COALESCE(referral.strength, 'unspecified') AS strength,
    work.state AS result,
    COUNT(*) AS referrals,
    COUNT(DISTINCT work.workplace_id) AS workplaces,
    SUM(work.is_late) AS late
FROM work_split AS work
JOIN referral ON referral.team_id = work.team_id AND referral.id = work.id
WHERE work.kind = 'referral'
GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value, COALESCE(referral.strength, 'unspecified'),
    work.state;

-- What workplaces do themselves (事業場の取組): begun in the year, and how that stands now.
--   team_id: the team
--   fiscal_year: the fiscal year in which it began
--   split_by: what it is split by
--   split_value: the value of the split
--   actions: actions begun (延べ)
--   workplaces: different workplaces that began one (実)
--   going_on: of the actions, those that go on, begun or continued
--   going_on_workplaces: different workplaces where one goes on (実)
--   stopped: of the actions, those that stopped
--   late: actions that arrived after the programme was closed
CREATE VIEW figure_action AS
SELECT
    team_id,
    fiscal_year,
    split_by,
    split_value,
    COUNT(*) AS actions,
    COUNT(DISTINCT workplace_id) AS workplaces,
    COUNT(CASE WHEN state IN ('started', 'going_on') THEN 1 END) AS going_on,
    COUNT(DISTINCT CASE WHEN state IN ('started', 'going_on') THEN workplace_id END) AS going_on_workplaces,
    COUNT(CASE WHEN state = 'stopped' THEN 1 END) AS stopped,
    SUM(is_late) AS late
FROM work_split
WHERE kind = 'action' AND day IS NOT NULL
GROUP BY team_id, fiscal_year, split_by, split_value;

-- Follow-ups (次の約束) by the year in which they are due. Overdue is what is open after its day, by the clock of the database, which on
-- SQLite is that of Greenwich: before nine in the morning of Japan it is still the day before.
--   team_id: the team
--   fiscal_year: the fiscal year of the due day; NULL for those without one
--   split_by: what it is split by
--   split_value: the value of the split
--   follow_ups: all of them
--   open_follow_ups: those not closed
--   overdue: of the open ones, those after their day (期限切れ)
--   overdue_workplaces: different workplaces of overdue ones (実)
--   done: those done
--   dropped: those dropped
CREATE VIEW figure_follow_up AS
SELECT
    team_id,
    fiscal_year,
    split_by,
    split_value,
    COUNT(*) AS follow_ups,
    COUNT(CASE WHEN state = 'unspecified' THEN 1 END) AS open_follow_ups,
    COUNT(CASE WHEN state = 'unspecified' AND day < CAST(CURRENT_DATE AS TEXT) THEN 1 END) AS overdue,
    COUNT(DISTINCT CASE WHEN state = 'unspecified' AND day < CAST(CURRENT_DATE AS TEXT) THEN workplace_id END)
        AS overdue_workplaces,
    COUNT(CASE WHEN state = 'done' THEN 1 END) AS done,
    COUNT(CASE WHEN state = 'dropped' THEN 1 END) AS dropped
FROM work_split
WHERE kind = 'follow_up'
GROUP BY team_id, fiscal_year, split_by, split_value;

-- Minutes that helpers gave (従事時間), one row for each helper and occasion.
--   team_id: the team
--   kind: the record's table
--   id: the record
--   person_key: the helper
--   body_id: the body the helper was there for
--   working_minutes: minutes at the place
--   travel_minutes: minutes on the way
--   preparation_minutes: minutes of getting ready and writing up
CREATE VIEW work_time AS
SELECT given.team_id, 'visit' AS kind, given.visit_id AS id, given.entry_key AS person_key, member.body_id,
    COALESCE(given.working_minutes, 0) AS working_minutes, COALESCE(given.travel_minutes, 0) AS travel_minutes,
    COALESCE(given.preparation_minutes, 0) AS preparation_minutes
FROM visit_worked_time AS given
LEFT JOIN visit_member AS member
    ON member.team_id = given.team_id AND member.visit_id = given.visit_id AND member.entry_key = given.entry_key
UNION ALL
SELECT given.team_id, 'workshop', given.workshop_id, given.entry_key, member.body_id,
    COALESCE(given.working_minutes, 0), COALESCE(given.travel_minutes, 0), COALESCE(given.preparation_minutes, 0)
FROM workshop_worked_time AS given
LEFT JOIN workshop_member AS member
    ON member.team_id = given.team_id AND member.workshop_id = given.workshop_id AND member.entry_key = given.entry_key
UNION ALL
SELECT given.team_id, 'consultation', given.consultation_id, given.entry_key, member.body_id,
    COALESCE(given.working_minutes, 0), COALESCE(given.travel_minutes, 0), COALESCE(given.preparation_minutes, 0)
FROM consultation_worked_time AS given
LEFT JOIN consultation_member AS member
    ON member.team_id = given.team_id AND member.consultation_id = given.consultation_id
    AND member.entry_key = given.entry_key
UNION ALL
SELECT given.team_id, 'measuring', given.measuring_id, given.entry_key, member.body_id,
    COALESCE(given.working_minutes, 0), COALESCE(given.travel_minutes, 0), COALESCE(given.preparation_minutes, 0)
FROM measuring_worked_time AS given
LEFT JOIN measuring_member AS member
    ON member.team_id = given.team_id AND member.measuring_id = given.measuring_id AND member.entry_key = given.entry_key
UNION ALL
SELECT given.team_id, 'meeting', given.meeting_id, given.entry_key, attendee.body_id,
    COALESCE(given.working_minutes, 0), COALESCE(given.travel_minutes, 0), COALESCE(given.preparation_minutes, 0)
FROM meeting_worked_time AS given
LEFT JOIN meeting_attendee AS attendee
    ON attendee.team_id = given.team_id AND attendee.meeting_id = given.meeting_id
    AND attendee.entry_key = given.entry_key;

-- Time given by the helpers (従事時間), attempts included. By body, each body has the time of its own people only.
--   team_id: the team
--   fiscal_year: the fiscal year of the day
--   split_by: what it is split by
--   split_value: the value of the split
--   kind: `visit`, `workshop`, `consultation`, `measuring` or `meeting`
--   people: different helpers (実)
--   occasions: helpers and occasions (延べ)
--   working_minutes: minutes at the place
--   travel_minutes: minutes on the way
--   preparation_minutes: minutes of getting ready and writing up
CREATE VIEW figure_hours AS
SELECT
    work.team_id,
    work.fiscal_year,
    work.split_by,
    work.split_value,
    work.kind,
    COUNT(DISTINCT given.person_key) AS people,
    COUNT(*) AS occasions,
    SUM(given.working_minutes) AS working_minutes,
    SUM(given.travel_minutes) AS travel_minutes,
    SUM(given.preparation_minutes) AS preparation_minutes
FROM work_time AS given
JOIN work_split AS work ON work.team_id = given.team_id AND work.kind = given.kind AND work.id = given.id
WHERE work.split_by <> 'body' OR work.split_value = given.body_id
GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value, work.kind;
