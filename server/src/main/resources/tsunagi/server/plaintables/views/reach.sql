-- Occasions on which a workplace was reached: visits that took place, holdings it took part in, consultations and measurings
-- there. Attempts and questionnaires alone do not reach a workplace.
--   team_id: the team
--   kind: the record's table
--   id: the record
--   fiscal_year: its fiscal year
--   program_id: its programme
--   workplace_id: the workplace
CREATE VIEW reaching AS
SELECT team_id, kind, id, fiscal_year, program_id, workplace_id
FROM counted_work
WHERE workplace_id IS NOT NULL
    AND ((kind = 'visit' AND state = 'done') OR kind IN ('consultation', 'measuring'))
UNION ALL
SELECT work.team_id, work.kind, work.id, work.fiscal_year, work.program_id, place.workplace_id
FROM counted_work AS work
JOIN workshop_workplace AS place ON place.team_id = work.team_id AND place.workshop_id = work.id
WHERE work.kind = 'workshop' AND work.state = 'held';

-- The fiscal year in which each workplace was reached first.
--   team_id: the team
--   workplace_id: the workplace
--   fiscal_year: its first
CREATE VIEW first_reached AS
SELECT team_id, workplace_id, first_year AS fiscal_year
FROM (
    SELECT reaching.*, MIN(fiscal_year) OVER alike AS first_year, ROW_NUMBER() OVER alike AS place
    FROM reaching
    WINDOW alike AS (PARTITION BY team_id, workplace_id)
) AS seen
WHERE place = 1;

-- Reached workplaces, once for each way in which figures are split.
--   team_id: the team
--   fiscal_year: the fiscal year
--   workplace_id: the workplace
--   split_by: what it is split by
--   split_value: the value of the split
CREATE VIEW reached_split AS
SELECT team_id, fiscal_year, workplace_id, split_by, split_value
FROM (
    SELECT reaching.team_id, reaching.fiscal_year, reaching.workplace_id, split.split_by,
        CASE split.split_by WHEN 'total' THEN '' WHEN 'program' THEN reaching.program_id
            WHEN 'municipality' THEN place.municipality_code WHEN 'industry' THEN place.industry
            ELSE place.size_class END AS split_value
    FROM reaching
    JOIN counted_workplace AS place
        ON place.team_id = reaching.team_id AND place.workplace_id = reaching.workplace_id
    CROSS JOIN (
        SELECT 'total' AS split_by UNION ALL SELECT 'program' UNION ALL SELECT 'municipality'
        UNION ALL SELECT 'industry' UNION ALL SELECT 'size') AS split
    UNION ALL
    SELECT reaching.team_id, reaching.fiscal_year, reaching.workplace_id, 'body', work_body.body_id
    FROM reaching
    JOIN work_body
        ON work_body.team_id = reaching.team_id AND work_body.kind = reaching.kind AND work_body.id = reaching.id
    UNION ALL
    SELECT reaching.team_id, reaching.fiscal_year, reaching.workplace_id, 'theme', work_theme.theme_key
    FROM reaching
    JOIN work_theme
        ON work_theme.team_id = reaching.team_id AND work_theme.kind = reaching.kind AND work_theme.id = reaching.id
) AS reached
WHERE split_value IS NOT NULL;

-- Workplaces reached, new and again (訪問・講座などで関わった事業場: 新規・継続). Counted by windows and not by GROUP BY, because SQLite
-- carries the wish for one team and year through those down to the tables.
--   team_id: the team
--   fiscal_year: the fiscal year
--   split_by: what it is split by
--   split_value: the value of the split
--   occasions: occasions on which workplaces were reached (延べ)
--   workplaces: different workplaces reached (実)
--   new_workplaces: of these, those never reached in a year before
--   repeat_workplaces: of these, those reached in a year before
CREATE VIEW figure_reach AS
SELECT team_id, fiscal_year, split_by, split_value, occasions, workplaces, new_workplaces, repeat_workplaces
FROM (
    SELECT seen.*,
        COUNT(*) OVER alike AS occasions,
        SUM(CASE WHEN place_of_workplace = 1 THEN 1 ELSE 0 END) OVER alike AS workplaces,
        SUM(CASE WHEN place_of_workplace = 1 AND first_year = fiscal_year THEN 1 ELSE 0 END) OVER alike AS new_workplaces,
        SUM(CASE WHEN place_of_workplace = 1 AND first_year < fiscal_year THEN 1 ELSE 0 END) OVER alike
            AS repeat_workplaces,
        ROW_NUMBER() OVER alike AS place
    FROM (
        SELECT reached.*, earliest.fiscal_year AS first_year,
            ROW_NUMBER() OVER (
                PARTITION BY reached.team_id, reached.fiscal_year, reached.split_by, reached.split_value,
                    reached.workplace_id) AS place_of_workplace
        FROM reached_split AS reached
        JOIN first_reached AS earliest
            ON earliest.team_id = reached.team_id AND earliest.workplace_id = reached.workplace_id
    ) AS seen
    WINDOW alike AS (PARTITION BY team_id, fiscal_year, split_by, split_value)
) AS counted
WHERE place = 1;

-- Workplaces reached against those that exist (カバー率), by municipality, industry and size; the newest census of each
-- municipality is the denominator of every fiscal year of the team's programmes.
--   team_id: the team
--   fiscal_year: the fiscal year
--   municipality_code: the municipality
--   industry: the industry
--   size_class: the size
--   existing: workplaces that exist; NULL when no census says
--   workplaces: different workplaces reached (実)
CREATE VIEW figure_coverage AS
SELECT team_id, fiscal_year, municipality_code, industry, size_class,
    SUM(existing) AS existing,
    COUNT(DISTINCT workplace_id) AS workplaces
FROM (
    SELECT census.team_id, program.fiscal_year, census.municipality_code,
        COALESCE(part.industry, 'unspecified') AS industry,
        COALESCE(part.size_class, 'unspecified') AS size_class,
        part.workplaces AS existing,
        NULL AS workplace_id
    FROM area_census AS census
    JOIN area_census_count AS part ON part.team_id = census.team_id AND part.area_census_id = census.id
    JOIN (SELECT DISTINCT team_id, fiscal_year FROM program WHERE fiscal_year IS NOT NULL) AS program
        ON program.team_id = census.team_id
    WHERE NOT EXISTS (
        SELECT 1 FROM area_census AS newer
        WHERE newer.team_id = census.team_id AND newer.municipality_code = census.municipality_code
            AND newer.as_of_on > census.as_of_on)
    UNION ALL
    SELECT reached.team_id, reached.fiscal_year, place.municipality_code, place.industry, place.size_class, NULL, reached.workplace_id
    FROM reaching AS reached
    JOIN counted_workplace AS place ON place.team_id = reached.team_id AND place.workplace_id = reached.workplace_id
) AS cell
GROUP BY team_id, fiscal_year, municipality_code, industry, size_class;

-- What was planned and what came of it (計画と実績): in total, by programme and by hosting body. NULL means that nothing was planned,
-- which is not zero.
--   team_id: the team
--   fiscal_year: the fiscal year of the programmes
--   split_by: `total`, `program` or `body`
--   split_value: the programme's or the hosting body's id; empty for the total
--   planned_visits: visits planned (延べ)
--   visits: visits done for these programmes (延べ); attempts are in figure_visit
--   planned_workshops: holdings planned (延べ)
--   workshops: holdings that took place (延べ)
--   planned_workplaces: different workplaces planned (実)
--   workplaces: different workplaces reached (実)
CREATE VIEW figure_plan AS
SELECT
    planned.team_id,
    planned.fiscal_year,
    planned.split_by,
    planned.split_value,
    SUM(planned.planned_visits) AS planned_visits,
    SUM((SELECT COUNT(*) FROM counted_work AS work
        WHERE work.team_id = planned.team_id AND work.kind = 'visit' AND work.state = 'done'
            AND work.program_id = planned.program_id)) AS visits,
    SUM(planned.planned_workshops) AS planned_workshops,
    SUM((SELECT COUNT(*) FROM counted_work AS work
        WHERE work.team_id = planned.team_id AND work.kind = 'workshop' AND work.state = 'held'
            AND work.program_id = planned.program_id)) AS workshops,
    SUM(planned.planned_workplaces) AS planned_workplaces,
    (SELECT COUNT(DISTINCT reaching.workplace_id)
        FROM reaching
        JOIN program ON program.team_id = reaching.team_id AND program.id = reaching.program_id
        WHERE reaching.team_id = planned.team_id AND program.fiscal_year = planned.fiscal_year
            AND (planned.split_by = 'total'
                OR (planned.split_by = 'program' AND program.id = planned.split_value)
                OR (planned.split_by = 'body' AND program.hosting_body_id = planned.split_value))) AS workplaces
FROM (
    SELECT team_id, fiscal_year, id AS program_id, 'total' AS split_by, '' AS split_value,
        planned_figures_visits AS planned_visits, planned_figures_workshops AS planned_workshops,
        planned_figures_workplaces AS planned_workplaces
    FROM program
    UNION ALL
    SELECT team_id, fiscal_year, id, 'program', id, planned_figures_visits, planned_figures_workshops,
        planned_figures_workplaces
    FROM program
    UNION ALL
    SELECT team_id, fiscal_year, id, 'body', hosting_body_id, planned_figures_visits, planned_figures_workshops,
        planned_figures_workplaces
    FROM program WHERE hosting_body_id IS NOT NULL
) AS planned
GROUP BY planned.team_id, planned.fiscal_year, planned.split_by, planned.split_value;
