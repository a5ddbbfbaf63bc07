-- Workplaces as figures see them (事業場): not left out of totals, with the newest head-count that was told.
--   team_id: the team
--   workplace_id: the workplace
--   name: its name
--   municipality_code: its municipality
--   industry: its industry; `unspecified` when not known
--   people: people who work there
--   size_class: their number as a class, in the words of area_census_count; `unspecified` when not known
CREATE VIEW counted_workplace AS
SELECT
    workplace.team_id,
    workplace.id AS workplace_id,
    workplace.name,
    workplace.municipality_code,
    COALESCE(workplace.industry, 'unspecified') AS industry,
    newest.people,
    CASE
        WHEN newest.people >= 100 THEN '100_over'
        WHEN newest.people >= 50 THEN '50_99'
        WHEN newest.people >= 30 THEN '30_49'
        WHEN newest.people >= 20 THEN '20_29'
        WHEN newest.people >= 10 THEN '10_19'
        WHEN newest.people >= 5 THEN '5_9'
        WHEN newest.people >= 1 THEN '1_4'
        ELSE 'unspecified'
    END AS size_class
FROM workplace
LEFT JOIN workplace_headcount AS newest
    ON newest.team_id = workplace.team_id AND newest.workplace_id = workplace.id
    AND newest.entry_key = (
        SELECT MAX(told.entry_key) FROM workplace_headcount AS told
        WHERE told.team_id = workplace.team_id AND told.workplace_id = workplace.id AND told.people IS NOT NULL)
WHERE NOT EXISTS (
    SELECT 1 FROM review
    WHERE review.team_id = workplace.team_id AND review.about_id = workplace.id AND review.exclusion_left_out = 1);
