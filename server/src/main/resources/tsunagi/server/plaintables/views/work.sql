-- What was done or is to be done, all kinds of record alike; nothing is resolved and nothing left out yet.
--   team_id: the team
--   kind: the record's table
--   id: the record
--   day: its day
--   state: how it stands, in the words of its kind
--   workplace_id: the workplace as it was said
--   program_id: the programme as it was said
--   municipality_code: its own municipality, where it has one
--   arrived_on: the day the server took it in first
CREATE VIEW work_record AS
SELECT team_id, 'approach' AS kind, id, approached_on AS day, result_answer AS state, workplace_id, program_id,
    NULL AS municipality_code, arrived_on
FROM approach
UNION ALL
SELECT team_id, 'request', id, received_on, decision_answer, workplace_id, program_id, NULL, arrived_on FROM request
UNION ALL
SELECT team_id, 'visit', id, visit_on, outcome_state, workplace_id, program_id, NULL, arrived_on FROM visit
UNION ALL
SELECT team_id, 'workshop', id, held_on, outcome_state, workplace_id, program_id, municipality_code, arrived_on
FROM workshop
UNION ALL
SELECT team_id, 'consultation', id, held_on, NULL, workplace_id, program_id, municipality_code, arrived_on
FROM consultation
UNION ALL
SELECT team_id, 'measuring', id, held_on, NULL, workplace_id, program_id, municipality_code, arrived_on FROM measuring
UNION ALL
SELECT team_id, 'referral', id, referred_on, result_state, workplace_id, program_id, NULL, arrived_on FROM referral
UNION ALL
SELECT team_id, 'action', id, started_on, standing_state, workplace_id, program_id, NULL, arrived_on FROM action
UNION ALL
SELECT team_id, 'follow_up', id, due_on, closing_state, workplace_id, NULL, NULL, arrived_on FROM follow_up
UNION ALL
SELECT team_id, 'meeting', id, held_on, NULL, workplace_id, program_id, NULL, arrived_on FROM meeting
UNION ALL
SELECT team_id, 'round', id, opens_on, phase, workplace_id, program_id, NULL, arrived_on FROM round;

-- What counts: work that is not left out of totals, with workplace and programme as they stand now.
--   team_id: the team
--   kind: the record's table
--   id: the record
--   day: its day
--   fiscal_year: the year of its day; without a day, that of its programme
--   state: how it stands, in the words of its kind; `unspecified` when nobody said
--   workplace_id: the workplace that speaks for the one that was said
--   program_id: the programme that speaks for the one that was said
--   municipality_code: its own municipality, otherwise that of the workplace
--   is_late: 1 when it reached the server after its programme was closed (締め後の追加)
CREATE VIEW counted_work AS
SELECT
    work.team_id,
    work.kind,
    work.id,
    work.day,
    COALESCE(fiscal_year{work.day}, program.fiscal_year) AS fiscal_year,
    COALESCE(work.state, 'unspecified') AS state,
    COALESCE(same_place.successor_id, work.workplace_id) AS workplace_id,
    COALESCE(same_program.successor_id, work.program_id) AS program_id,
    COALESCE(work.municipality_code, workplace.municipality_code) AS municipality_code,
    CASE WHEN work.arrived_on > program.closes_on THEN 1 ELSE 0 END AS is_late
FROM work_record AS work
LEFT JOIN absorbed AS same_place
    ON same_place.team_id = work.team_id AND same_place.record_type = 'workplace'
    AND same_place.record_id = work.workplace_id
LEFT JOIN absorbed AS same_program
    ON same_program.team_id = work.team_id AND same_program.record_type = 'program'
    AND same_program.record_id = work.program_id
LEFT JOIN workplace
    ON workplace.team_id = work.team_id AND workplace.id = COALESCE(same_place.successor_id, work.workplace_id)
LEFT JOIN program
    ON program.team_id = work.team_id AND program.id = COALESCE(same_program.successor_id, work.program_id)
WHERE NOT EXISTS (
    SELECT 1 FROM review
    WHERE review.team_id = work.team_id AND review.about_id = work.id AND review.exclusion_left_out = 1);

-- The themes of work. A workshop without any has those of its course, a consultation those its people came with.
--   team_id: the team
--   kind: the record's table
--   id: the record
--   theme_key: the theme
CREATE VIEW work_theme AS
SELECT team_id, 'visit' AS kind, visit_id AS id, theme_key FROM visit_theme
UNION
SELECT team_id, 'workshop', workshop_id, theme_key FROM workshop_theme
UNION
SELECT workshop.team_id, 'workshop', workshop.id, course_theme.theme_key
FROM workshop
LEFT JOIN absorbed AS same_course
    ON same_course.team_id = workshop.team_id AND same_course.record_type = 'course'
    AND same_course.record_id = workshop.course_id
JOIN course_theme
    ON course_theme.team_id = workshop.team_id
    AND course_theme.course_id = COALESCE(same_course.successor_id, workshop.course_id)
WHERE NOT EXISTS (
    SELECT 1 FROM workshop_theme
    WHERE workshop_theme.team_id = workshop.team_id AND workshop_theme.workshop_id = workshop.id)
UNION
SELECT team_id, 'consultation', consultation_id, entry_key FROM consultation_people_by_theme
UNION
SELECT team_id, 'measuring', measuring_id, theme_key FROM measuring_theme
UNION
SELECT team_id, 'request', request_id, theme_key FROM request_theme
UNION
SELECT team_id, 'referral', referral_id, theme_key FROM referral_theme
UNION
SELECT team_id, 'action', action_id, theme_key FROM action_theme;

-- The bodies whose work it is (機関). Whatever several bodies do together is theirs each, and one in total.
--   team_id: the team
--   kind: the record's table
--   id: the record
--   body_id: the body
CREATE VIEW work_body AS
SELECT team_id, 'visit' AS kind, visit_id AS id, body_id FROM visit_member WHERE body_id IS NOT NULL
UNION
SELECT team_id, 'workshop', id, hosting_body_id FROM workshop WHERE hosting_body_id IS NOT NULL
UNION
SELECT team_id, 'workshop', workshop_id, body_id FROM workshop_member WHERE body_id IS NOT NULL
UNION
SELECT team_id, 'consultation', consultation_id, body_id FROM consultation_member WHERE body_id IS NOT NULL
UNION
SELECT team_id, 'measuring', measuring_id, body_id FROM measuring_member WHERE body_id IS NOT NULL
UNION
SELECT team_id, 'approach', id, body_id FROM approach WHERE body_id IS NOT NULL
UNION
SELECT team_id, 'request', id, assignment_body_id FROM request WHERE assignment_body_id IS NOT NULL
UNION
SELECT team_id, 'referral', id, from_body_id FROM referral WHERE from_body_id IS NOT NULL
UNION
SELECT team_id, 'follow_up', id, assignment_body_id FROM follow_up WHERE assignment_body_id IS NOT NULL
UNION
SELECT team_id, 'meeting', id, hosting_body_id FROM meeting WHERE hosting_body_id IS NOT NULL
UNION
SELECT team_id, 'meeting', meeting_id, body_id FROM meeting_attendee
WHERE body_id IS NOT NULL AND presence IN ('came', 'by_proxy');

-- Work, once for each way in which figures are split: what all figures of work are grouped by.
--   team_id: the team
--   kind: the record's table
--   id: the record
--   day: its day
--   fiscal_year: its fiscal year
--   state: how it stands
--   workplace_id: the workplace
--   program_id: the programme
--   is_late: 1 when it reached the server after its programme was closed
--   split_by: `total`, `program`, `municipality`, `body`, `theme`, `industry` or `size`
--   split_value: the programme's id, the municipality's code, the body's id, the theme's key, the word of industry or size;
--     empty for the total
CREATE VIEW work_split AS
SELECT team_id, kind, id, day, fiscal_year, state, workplace_id, program_id, is_late,
    'total' AS split_by, '' AS split_value
FROM counted_work
UNION ALL
SELECT team_id, kind, id, day, fiscal_year, state, workplace_id, program_id, is_late, 'program', program_id
FROM counted_work WHERE program_id IS NOT NULL
UNION ALL
SELECT team_id, kind, id, day, fiscal_year, state, workplace_id, program_id, is_late, 'municipality', municipality_code
FROM counted_work WHERE municipality_code IS NOT NULL
UNION ALL
SELECT work.team_id, work.kind, work.id, work.day, work.fiscal_year, work.state, work.workplace_id, work.program_id,
    work.is_late, 'body', work_body.body_id
FROM counted_work AS work
JOIN work_body ON work_body.team_id = work.team_id AND work_body.kind = work.kind AND work_body.id = work.id
UNION ALL
SELECT work.team_id, work.kind, work.id, work.day, work.fiscal_year, work.state, work.workplace_id, work.program_id,
    work.is_late, 'theme', work_theme.theme_key
FROM counted_work AS work
JOIN work_theme ON work_theme.team_id = work.team_id AND work_theme.kind = work.kind AND work_theme.id = work.id
UNION ALL
SELECT work.team_id, work.kind, work.id, work.day, work.fiscal_year, work.state, work.workplace_id, work.program_id,
    work.is_late, 'industry', place.industry
FROM counted_work AS work
JOIN counted_workplace AS place ON place.team_id = work.team_id AND place.workplace_id = work.workplace_id
UNION ALL
SELECT work.team_id, work.kind, work.id, work.day, work.fiscal_year, work.state, work.workplace_id, work.program_id,
    work.is_late, 'size', place.size_class
FROM counted_work AS work
JOIN counted_workplace AS place ON place.team_id = work.team_id AND place.workplace_id = work.workplace_id;
