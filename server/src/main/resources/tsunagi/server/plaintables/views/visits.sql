-- Approaches and what came of them (働きかけ → 受け入れ).
--   team_id: the team
--   fiscal_year: the fiscal year of the approach
--   split_by: what it is split by
--   split_value: the value of the split
--   approached: workplaces approached, those of a mailing among them (延べ)
--   workplaces: different workplaces approached one by one (実)
--   accepted: approaches that were accepted (延べ)
--   accepted_workplaces: different workplaces that accepted (実)
--   interested: approaches that met with interest, nothing agreed yet
--   later: approaches put off
--   declined: approaches declined
--   unanswered: approaches without an answer, whether one is still expected or not
--   late: approaches that arrived after the programme was closed
CREATE VIEW figure_approach AS
SELECT
    work.team_id,
    work.fiscal_year,
    work.split_by,
    work.split_value,
    SUM(COALESCE(approach.approached_workplaces, 1)) AS approached,
    COUNT(DISTINCT work.workplace_id) AS workplaces,
    COUNT(CASE WHEN work.state = 'accepted' THEN 1 END) AS accepted,
    COUNT(DISTINCT CASE WHEN work.state = 'accepted' THEN work.workplace_id END) AS accepted_workplaces,
    COUNT(CASE WHEN work.state = 'interested' THEN 1 END) AS interested,
    COUNT(CASE WHEN work.state = 'later' THEN 1 END) AS later,
    COUNT(CASE WHEN work.state = 'declined' THEN 1 END) AS declined,
    COUNT(CASE WHEN work.state IN ('none', 'unspecified') THEN 1 END) AS unanswered,
    SUM(work.is_late) AS late
FROM work_split AS work
JOIN approach ON approach.team_id = work.team_id AND approach.id = work.id
WHERE work.kind = 'approach'
GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value;

-- Requests and what was decided (依頼).
--   team_id: the team
--   fiscal_year: the fiscal year in which it came
--   split_by: what it is split by
--   split_value: the value of the split
--   requests: requests (延べ)
--   workplaces: different workplaces they are for (実)
--   accepted: requests accepted
--   declined: requests declined by the helpers
--   no_capacity: requests for which nobody had the capacity
--   taken_back: requests taken back
--   undecided: requests not decided yet
--   late: requests that arrived after the programme was closed
CREATE VIEW figure_request AS
SELECT
    team_id,
    fiscal_year,
    split_by,
    split_value,
    COUNT(*) AS requests,
    COUNT(DISTINCT workplace_id) AS workplaces,
    COUNT(CASE WHEN state = 'accepted' THEN 1 END) AS accepted,
    COUNT(CASE WHEN state = 'declined' THEN 1 END) AS declined,
    COUNT(CASE WHEN state = 'no_capacity' THEN 1 END) AS no_capacity,
    COUNT(CASE WHEN state = 'taken_back' THEN 1 END) AS taken_back,
    COUNT(CASE WHEN state = 'unspecified' THEN 1 END) AS undecided,
    SUM(is_late) AS late
FROM work_split
WHERE kind = 'request'
GROUP BY team_id, fiscal_year, split_by, split_value;

-- Visits, attempts apart (訪問). A joint visit is one visit in total and one for each of its bodies.
--   team_id: the team
--   fiscal_year: the fiscal year of the visit
--   split_by: what it is split by
--   split_value: the value of the split
--   visits: visits that took place (延べ)
--   workplaces: different workplaces visited (実)
--   attempts: attempts that met nobody, were cut short or turned away (延べ)
--   attempted_workplaces: different workplaces of attempts (実)
--   planned: visits planned and not yet gone to
--   cancelled: visits called off before anybody set out
--   late: visits and attempts that arrived after the programme was closed
CREATE VIEW figure_visit AS
SELECT
    team_id,
    fiscal_year,
    split_by,
    split_value,
    COUNT(CASE WHEN state = 'done' THEN 1 END) AS visits,
    COUNT(DISTINCT CASE WHEN state = 'done' THEN workplace_id END) AS workplaces,
    COUNT(CASE WHEN state IN ('absent', 'cut_short', 'declined') THEN 1 END) AS attempts,
    COUNT(DISTINCT CASE WHEN state IN ('absent', 'cut_short', 'declined') THEN workplace_id END) AS attempted_workplaces,
    COUNT(CASE WHEN state = 'unspecified' THEN 1 END) AS planned,
    COUNT(CASE WHEN state = 'cancelled' THEN 1 END) AS cancelled,
    SUM(CASE WHEN state IN ('done', 'absent', 'cut_short', 'declined') THEN is_late ELSE 0 END) AS late
FROM work_split
WHERE kind = 'visit'
GROUP BY team_id, fiscal_year, split_by, split_value;
