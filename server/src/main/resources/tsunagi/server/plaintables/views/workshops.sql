-- Who attended holdings that took place (受講者): one row for a person on a roster, one for each row of a head-count. Which of
-- the two counts is as the workshop says; when it says nothing, the roster where there is one.
--   team_id: the team
--   workshop_id: the workshop
--   participant_id: the person who attended; NULL in head-counts
--   people: how many people the row stands for
--   side: community or workplace
--   occupation: occupation
--   employment: employment
--   workplace_id: the workplace they come from
CREATE VIEW workshop_people AS
SELECT
    attendance.team_id,
    workshop.id AS workshop_id,
    COALESCE(same_person.successor_id, attendance.participant_id) AS participant_id,
    1 AS people,
    COALESCE(participant.side, 'unspecified') AS side,
    COALESCE(participant.occupation, 'unspecified') AS occupation,
    COALESCE(participant.employment, 'unspecified') AS employment,
    COALESCE(same_place.successor_id, participant.workplace_id) AS workplace_id
FROM attendance
JOIN workshop
    ON workshop.team_id = attendance.team_id AND workshop.id = attendance.workshop_id
    AND workshop.outcome_state = 'held' AND COALESCE(workshop.counting_basis, 'unspecified') <> 'tallies'
LEFT JOIN absorbed AS same_person
    ON same_person.team_id = attendance.team_id AND same_person.record_type = 'participant'
    AND same_person.record_id = attendance.participant_id
LEFT JOIN participant
    ON participant.team_id = attendance.team_id
    AND participant.id = COALESCE(same_person.successor_id, attendance.participant_id)
LEFT JOIN absorbed AS same_place
    ON same_place.team_id = attendance.team_id AND same_place.record_type = 'workplace'
    AND same_place.record_id = participant.workplace_id
WHERE attendance.mark_state IN ('present', 'late', 'left_early')
    AND NOT EXISTS (
        SELECT 1 FROM review
        WHERE review.team_id = attendance.team_id AND review.about_id = attendance.id
            AND review.exclusion_left_out = 1)
UNION ALL
SELECT
    tally.team_id,
    workshop.id,
    NULL,
    COALESCE(tally.people, 0),
    COALESCE(tally.side, 'unspecified'),
    COALESCE(tally.occupation, 'unspecified'),
    COALESCE(tally.employment, 'unspecified'),
    COALESCE(same_place.successor_id, tally.workplace_id, workshop.workplace_id)
FROM workshop_tally_sheet_row AS tally
JOIN workshop
    ON workshop.team_id = tally.team_id AND workshop.id = tally.workshop_id AND workshop.outcome_state = 'held'
LEFT JOIN absorbed AS same_place
    ON same_place.team_id = tally.team_id AND same_place.record_type = 'workplace'
    AND same_place.record_id = COALESCE(tally.workplace_id, workshop.workplace_id)
WHERE (
        workshop.counting_basis IN ('tallies', 'names_and_tallies')
        OR (COALESCE(workshop.counting_basis, 'unspecified') = 'unspecified'
            AND NOT EXISTS (
                SELECT 1 FROM attendance
                WHERE attendance.team_id = workshop.team_id AND attendance.workshop_id = workshop.id
                    AND attendance.mark_state IN ('present', 'late', 'left_early'))))
    AND NOT EXISTS (
        SELECT 1 FROM workshop_repeated_tally AS repeated
        WHERE repeated.team_id = tally.team_id AND repeated.workshop_id = tally.workshop_id
            AND repeated.repeated_tally_key = tally.entry_key);

-- Which workplaces took part in which holding: where it was, those it names, and those people came from.
--   team_id: the team
--   workshop_id: the workshop
--   workplace_id: the workplace
CREATE VIEW workshop_workplace AS
SELECT workshop.team_id, workshop.id AS workshop_id, COALESCE(same_place.successor_id, workshop.workplace_id) AS workplace_id
FROM workshop
LEFT JOIN absorbed AS same_place
    ON same_place.team_id = workshop.team_id AND same_place.record_type = 'workplace'
    AND same_place.record_id = workshop.workplace_id
WHERE workshop.outcome_state = 'held' AND workshop.workplace_id IS NOT NULL
UNION
SELECT workshop.team_id, workshop.id, COALESCE(same_place.successor_id, part.participating_workplace_id)
FROM workshop
JOIN workshop_participating_workplace AS part ON part.team_id = workshop.team_id AND part.workshop_id = workshop.id
LEFT JOIN absorbed AS same_place
    ON same_place.team_id = workshop.team_id AND same_place.record_type = 'workplace'
    AND same_place.record_id = part.participating_workplace_id
WHERE workshop.outcome_state = 'held'
UNION
SELECT team_id, workshop_id, workplace_id FROM workshop_people WHERE workplace_id IS NOT NULL;

-- Workshops and who came (開催回・受講者・参加事業場).
--   team_id: the team
--   fiscal_year: the fiscal year of the holding
--   split_by: what it is split by
--   split_value: the value of the split
--   workshops: holdings that took place (延べ)
--   courses: different courses held (実)
--   participants: people who attended, each coming counted (延べ)
--   named_participants: comings of people known by name (延べ), part of the above
--   distinct_participants: different people known by name (実); nobody can say it of head-counts
--   workplaces_by_workshop: workplaces that took part, each holding counted (延べ)
--   workplaces: different workplaces that took part (実)
--   planned: holdings planned and not yet held
--   cancelled: holdings called off or put off
--   late: holdings that arrived after the programme was closed
CREATE VIEW figure_workshop AS
SELECT
    holding.team_id,
    holding.fiscal_year,
    holding.split_by,
    holding.split_value,
    holding.workshops,
    holding.courses,
    COALESCE(attended.participants, 0) AS participants,
    COALESCE(attended.named_participants, 0) AS named_participants,
    COALESCE(attended.distinct_participants, 0) AS distinct_participants,
    COALESCE(took_part.workplaces_by_workshop, 0) AS workplaces_by_workshop,
    COALESCE(took_part.workplaces, 0) AS workplaces,
    holding.planned,
    holding.cancelled,
    holding.late
FROM (
    SELECT work.team_id, work.fiscal_year, work.split_by, work.split_value,
        COUNT(CASE WHEN work.state = 'held' THEN 1 END) AS workshops,
        COUNT(DISTINCT CASE WHEN work.state = 'held' THEN workshop.course_id END) AS courses,
        COUNT(CASE WHEN work.state = 'unspecified' THEN 1 END) AS planned,
        COUNT(CASE WHEN work.state IN ('cancelled', 'postponed') THEN 1 END) AS cancelled,
        SUM(CASE WHEN work.state = 'held' THEN work.is_late ELSE 0 END) AS late
    FROM work_split AS work
    JOIN workshop ON workshop.team_id = work.team_id AND workshop.id = work.id
    WHERE work.kind = 'workshop'
    GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value
) AS holding
LEFT JOIN (
    SELECT work.team_id, work.fiscal_year, work.split_by, work.split_value,
        SUM(person.people) AS participants,
        COUNT(person.participant_id) AS named_participants,
        COUNT(DISTINCT person.participant_id) AS distinct_participants
    FROM work_split AS work
    JOIN workshop_people AS person ON person.team_id = work.team_id AND person.workshop_id = work.id
    WHERE work.kind = 'workshop'
    GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value
) AS attended
    ON attended.team_id = holding.team_id AND attended.fiscal_year = holding.fiscal_year
    AND attended.split_by = holding.split_by AND attended.split_value = holding.split_value
LEFT JOIN (
    SELECT work.team_id, work.fiscal_year, work.split_by, work.split_value,
        COUNT(*) AS workplaces_by_workshop,
        COUNT(DISTINCT place.workplace_id) AS workplaces
    FROM work_split AS work
    JOIN workshop_workplace AS place ON place.team_id = work.team_id AND place.workshop_id = work.id
    WHERE work.kind = 'workshop'
    GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value
) AS took_part
    ON took_part.team_id = holding.team_id AND took_part.fiscal_year = holding.fiscal_year
    AND took_part.split_by = holding.split_by AND took_part.split_value = holding.split_value;

-- Who the participants are (受講者の内訳): by side, occupation and employment.
--   team_id: the team
--   fiscal_year: the fiscal year of the holding
--   split_by: what it is split by
--   split_value: the value of the split
--   attribute: `side`, `occupation` or `employment`
--   attribute_value: its word; `unspecified` when it was not asked
--   participants: people who attended, each coming counted (延べ)
--   distinct_participants: different people known by name (実)
CREATE VIEW figure_participant AS
SELECT
    work.team_id,
    work.fiscal_year,
    work.split_by,
    work.split_value,
    asked.attribute,
    CASE asked.attribute WHEN 'side' THEN person.side WHEN 'occupation' THEN person.occupation ELSE person.employment END
        AS attribute_value,
    SUM(person.people) AS participants,
    COUNT(DISTINCT person.participant_id) AS distinct_participants
FROM work_split AS work
JOIN workshop_people AS person ON person.team_id = work.team_id AND person.workshop_id = work.id
CROSS JOIN (
    SELECT 'side' AS attribute UNION ALL SELECT 'occupation' UNION ALL SELECT 'employment') AS asked
WHERE work.kind = 'workshop'
GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value, asked.attribute,
    CASE asked.attribute WHEN 'side' THEN person.side WHEN 'occupation' THEN person.occupation ELSE person.employment END;

-- How often the same people came (受講回数): only of people known by name.
--   team_id: the team
--   fiscal_year: the fiscal year of the holdings
--   split_by: what it is split by
--   split_value: the value of the split
--   times: at how many holdings
--   people: different people who came so often (実)
CREATE VIEW figure_repeat_participant AS
SELECT team_id, fiscal_year, split_by, split_value, times, COUNT(*) AS people
FROM (
    SELECT work.team_id, work.fiscal_year, work.split_by, work.split_value, person.participant_id,
        COUNT(DISTINCT person.workshop_id) AS times
    FROM work_split AS work
    JOIN workshop_people AS person ON person.team_id = work.team_id AND person.workshop_id = work.id
    WHERE work.kind = 'workshop' AND person.participant_id IS NOT NULL
    GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value, person.participant_id
) AS coming
GROUP BY team_id, fiscal_year, split_by, split_value, times;

-- Consultations (個別相談) and measurings (測定会).
--   team_id: the team
--   fiscal_year: the fiscal year of the day
--   split_by: what it is split by
--   split_value: the value of the split
--   kind: `consultation` or `measuring`
--   occasions: how many were held (延べ)
--   people: people who came, each once an occasion; of a consultation by theme, those who came with that theme
--   from_workshops: of these, people who came from a workshop
--   late: occasions that arrived after the programme was closed
CREATE VIEW figure_consultation AS
SELECT
    work.team_id,
    work.fiscal_year,
    work.split_by,
    work.split_value,
    work.kind,
    COUNT(*) AS occasions,
    SUM(CASE WHEN work.split_by = 'theme' AND work.kind = 'consultation' THEN COALESCE(topic.people, 0)
        ELSE COALESCE(came.people, 0) END) AS people,
    SUM(COALESCE(came.from_workshops, 0)) AS from_workshops,
    SUM(work.is_late) AS late
FROM work_split AS work
JOIN (
    SELECT consultation.team_id, 'consultation' AS kind, consultation.id, consultation.people,
        (SELECT SUM(part.people) FROM consultation_people_by_workshop AS part
            WHERE part.team_id = consultation.team_id AND part.consultation_id = consultation.id) AS from_workshops
    FROM consultation
    UNION ALL
    SELECT measuring.team_id, 'measuring', measuring.id, measuring.people,
        (SELECT SUM(part.people) FROM measuring_people_by_workshop AS part
            WHERE part.team_id = measuring.team_id AND part.measuring_id = measuring.id)
    FROM measuring
) AS came ON came.team_id = work.team_id AND came.kind = work.kind AND came.id = work.id
LEFT JOIN consultation_people_by_theme AS topic
    ON topic.team_id = work.team_id AND topic.consultation_id = work.id AND topic.entry_key = work.split_value
WHERE work.kind IN ('consultation', 'measuring')
GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value, work.kind;

-- From the workshop to the consultation (講座 → 個別相談・測定): how many of those who came went on.
--   team_id: the team
--   fiscal_year: the fiscal year of the holding
--   workshop_id: the workshop
--   held_on: its day
--   participants: people who attended
--   consulted: of these, people who came to a consultation
--   measured: of these, people who came to a measuring
CREATE VIEW figure_workshop_consultation AS
SELECT
    work.team_id,
    work.fiscal_year,
    work.id AS workshop_id,
    work.day AS held_on,
    (SELECT COALESCE(SUM(person.people), 0) FROM workshop_people AS person
        WHERE person.team_id = work.team_id AND person.workshop_id = work.id) AS participants,
    (SELECT COALESCE(SUM(part.people), 0) FROM consultation_people_by_workshop AS part
        WHERE part.team_id = work.team_id AND part.entry_key = work.id) AS consulted,
    (SELECT COALESCE(SUM(part.people), 0) FROM measuring_people_by_workshop AS part
        WHERE part.team_id = work.team_id AND part.entry_key = work.id) AS measured
FROM counted_work AS work
WHERE work.kind = 'workshop' AND work.state = 'held';
