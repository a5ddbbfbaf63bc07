-- Of each question the units that were asked it, and which of them are shown. A unit of fewer than five people is hidden; and
-- as long as fewer than five people are hidden in all, the next smallest unit is hidden too, so that the total less what is
-- shown never tells of fewer than five.
--   team_id: the team
--   round_id: the round
--   question_path: the question
--   unit_kind: `department` or `workplace`
--   unit_key: the unit
--   unit_name: its name
--   asked: valid sheets of the unit on which it was asked
--   total_asked: valid sheets of the round on which it was asked
--   is_shown: 1 when figures of the unit are shown
CREATE VIEW asked_unit AS
SELECT team_id, round_id, question_path, unit_kind, unit_key, unit_name, asked, total_asked,
    CASE WHEN asked >= 5 AND (small_units = 0 OR asked_of_smaller >= 5) THEN 1 ELSE 0 END AS is_shown
FROM (
    SELECT counted.*,
        SUM(asked) OVER (PARTITION BY team_id, round_id, question_path) AS total_asked,
        SUM(CASE WHEN asked < 5 THEN 1 ELSE 0 END) OVER (PARTITION BY team_id, round_id, question_path) AS small_units,
        COALESCE(SUM(asked) OVER (
            PARTITION BY team_id, round_id, question_path ORDER BY asked, unit_key
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS asked_of_smaller
    FROM (
        SELECT reported.team_id, reported.round_id, answer.entry_key AS question_path, reported.unit_kind,
            reported.unit_key, MAX(reported.unit_name) AS unit_name, COUNT(*) AS asked
        FROM reported_sheet AS reported
        JOIN response_answer AS answer
            ON answer.team_id = reported.team_id AND answer.response_id = reported.response_id
        WHERE reported.subject IN ('respondent', 'unspecified')
        GROUP BY reported.team_id, reported.round_id, answer.entry_key, reported.unit_kind, reported.unit_key
    ) AS counted
) AS ranked;

-- How many sheets of each unit said what.
--   team_id: the team
--   round_id: the round
--   question_path: the question
--   unit_key: the unit
--   answer: the choice, number or gap; NULL for other answers
--   sheets: sheets that say so
CREATE VIEW unit_answer AS
SELECT team_id, round_id, question_path, unit_key, answer, COUNT(*) AS sheets
FROM said
GROUP BY team_id, round_id, question_path, unit_key, answer;

-- The same, beside what was counted over all units, and whether the unit is shown.
--   team_id: the team
--   round_id: the round
--   question_path: the question
--   unit_kind: `department` or `workplace`
--   unit_key: the unit
--   unit_name: its name
--   answer: the choice, number or gap; NULL for other answers
--   sheets: sheets of the unit that say so
--   asked: sheets of the unit on which it was asked
--   total_sheets: sheets of the round that say so
--   total_asked: sheets of the round on which it was asked
--   is_shown: 1 when figures of the unit are shown
--   place: 1 in one row of each answer
CREATE VIEW answered_unit AS
SELECT unit.team_id, unit.round_id, unit.question_path, unit.unit_kind, unit.unit_key, unit.unit_name, said.answer,
    said.sheets, unit.asked, SUM(said.sheets) OVER alike AS total_sheets, unit.total_asked, unit.is_shown,
    ROW_NUMBER() OVER alike AS place
FROM asked_unit AS unit
JOIN unit_answer AS said
    ON said.team_id = unit.team_id AND said.round_id = unit.round_id AND said.question_path = unit.question_path
    AND said.unit_key = unit.unit_key
WINDOW alike AS (PARTITION BY unit.team_id, unit.round_id, unit.question_path, said.answer);

-- How many said what (単純集計・満足度など), with small groups hidden. Each question of each round comes in total and for each unit that
-- is shown; of a unit that is not, one row says so. Answers that are no choice and no number from 0 to 10 are counted together.
--   team_id: the team
--   round_id: the round
--   question_path: the question
--   unit_kind: `total`, `department` (or the reporting group it joins) or `workplace`
--   unit_key: the unit; empty in the total
--   unit_name: its name
--   is_hidden: 1 when its figures are hidden (少人数のため非表示)
--   answer: the choice, number or gap; NULL for other answers
--   sheets: sheets that say so
--   asked: sheets on which it was asked, the denominator
CREATE VIEW published_answer_count AS
SELECT team_id, round_id, question_path, 'total' AS unit_kind, '' AS unit_key, NULL AS unit_name, 0 AS is_hidden, answer,
    total_sheets AS sheets, total_asked AS asked
FROM answered_unit
WHERE place = 1 AND total_asked >= 5
UNION ALL
SELECT team_id, round_id, question_path, unit_kind, unit_key, unit_name, 0, answer, sheets, asked
FROM answered_unit
WHERE is_shown = 1
UNION ALL
SELECT team_id, round_id, question_path, unit_kind, unit_key, unit_name, 1, NULL, NULL, NULL
FROM asked_unit
WHERE is_shown = 0;

-- Of each scale the units with scores, and which of them are shown; by the rule of asked_unit.
--   team_id: the team
--   round_id: the round
--   scale_key: the scale
--   unit_kind: `department` or `workplace`
--   unit_key: the unit
--   unit_name: its name
--   sheets: valid sheets of the unit with a score
--   total_of_values: their scores added up
--   total_sheets: valid sheets of the round with a score
--   round_total: their scores added up
--   is_shown: 1 when figures of the unit are shown
--   place: 1 in one row of each scale
CREATE VIEW scored_unit AS
SELECT team_id, round_id, scale_key, unit_kind, unit_key, unit_name, sheets, total_of_values, total_sheets, round_total,
    CASE WHEN sheets >= 5 AND (small_units = 0 OR sheets_of_smaller >= 5) THEN 1 ELSE 0 END AS is_shown,
    place
FROM (
    SELECT counted.*,
        SUM(sheets) OVER (PARTITION BY team_id, round_id, scale_key) AS total_sheets,
        SUM(total_of_values) OVER (PARTITION BY team_id, round_id, scale_key) AS round_total,
        ROW_NUMBER() OVER (PARTITION BY team_id, round_id, scale_key) AS place,
        SUM(CASE WHEN sheets < 5 THEN 1 ELSE 0 END) OVER (PARTITION BY team_id, round_id, scale_key) AS small_units,
        COALESCE(SUM(sheets) OVER (
            PARTITION BY team_id, round_id, scale_key ORDER BY sheets, unit_key
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS sheets_of_smaller
    FROM (
        SELECT reported.team_id, reported.round_id, score.scale_key, reported.unit_kind, reported.unit_key,
            MAX(reported.unit_name) AS unit_name, COUNT(*) AS sheets, SUM(score.value) AS total_of_values
        FROM reported_sheet AS reported
        JOIN response_score AS score
            ON score.team_id = reported.team_id AND score.response_id = reported.response_id AND score.value IS NOT NULL
        WHERE reported.subject IN ('respondent', 'unspecified')
        GROUP BY reported.team_id, reported.round_id, score.scale_key, reported.unit_kind, reported.unit_key
    ) AS counted
) AS ranked;

-- Mean scores (尺度の平均) of each round, in total and by unit, with small groups hidden.
--   team_id: the team
--   round_id: the round
--   scale_key: the scale
--   unit_kind: `total`, `department` (or the reporting group it joins) or `workplace`
--   unit_key: the unit; empty in the total
--   unit_name: its name
--   is_hidden: 1 when its figures are hidden (少人数のため非表示)
--   sheets: valid sheets with a score
--   mean: their mean
CREATE VIEW published_score AS
SELECT team_id, round_id, scale_key, 'total' AS unit_kind, '' AS unit_key, NULL AS unit_name, 0 AS is_hidden,
    total_sheets AS sheets, round_total / total_sheets AS mean
FROM scored_unit
WHERE place = 1 AND total_sheets >= 5
UNION ALL
SELECT team_id, round_id, scale_key, unit_kind, unit_key, unit_name, 1 - is_shown,
    CASE is_shown WHEN 1 THEN sheets END, CASE is_shown WHEN 1 THEN total_of_values / sheets END
FROM scored_unit;

-- Of each unit of a round that is compared, the sheets with a score and how many of them are in pairs; and whether the unit is
-- shown, by the rule of asked_unit.
--   team_id: the team
--   fiscal_year: the fiscal year in which the round after opened
--   before_round_id: the round before
--   after_round_id: the round after
--   scale_key: the scale
--   side: `before` or `after`
--   sheets: sheets of the unit with a score
--   paired: of these, sheets in pairs
--   is_shown: 1 when figures of the unit are shown
CREATE VIEW compared_unit AS
SELECT team_id, fiscal_year, before_round_id, after_round_id, scale_key, side, sheets, paired,
    CASE WHEN sheets >= 5 AND (small_units = 0 OR sheets_of_smaller >= 5) THEN 1 ELSE 0 END AS is_shown
FROM (
    SELECT unit.*,
        SUM(CASE WHEN sheets < 5 THEN 1 ELSE 0 END) OVER (
            PARTITION BY team_id, fiscal_year, before_round_id, after_round_id, scale_key, side) AS small_units,
        COALESCE(SUM(sheets) OVER (
            PARTITION BY team_id, fiscal_year, before_round_id, after_round_id, scale_key, side ORDER BY sheets, unit_key
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS sheets_of_smaller
    FROM (
        SELECT matched.team_id, matched.fiscal_year, matched.before_round_id, matched.after_round_id, score.scale_key,
            matched.side, reported.unit_key,
            COUNT(*) OVER alike AS sheets,
            COUNT(counterpart.scale_key) OVER alike AS paired,
            ROW_NUMBER() OVER alike AS place
        FROM matched_sheet AS matched
        CROSS JOIN response_score AS score
        CROSS JOIN reported_sheet AS reported
        LEFT JOIN response_score AS counterpart
            ON counterpart.team_id = matched.team_id AND counterpart.response_id = matched.counterpart_id
            AND counterpart.scale_key = score.scale_key AND counterpart.value IS NOT NULL
        WHERE score.team_id = matched.team_id AND score.response_id = matched.response_id AND score.value IS NOT NULL
            AND reported.team_id = matched.team_id AND reported.response_id = matched.response_id
            AND reported.round_id = matched.round_id
        WINDOW alike AS (
            PARTITION BY matched.team_id, matched.fiscal_year, matched.before_round_id, matched.after_round_id,
                score.scale_key, matched.side, reported.unit_key)
    ) AS unit
    WHERE place = 1
) AS ranked;

-- To how few sheets any sum over published means and the mean difference could be led back: of each published part of a round,
-- those in pairs or those in none, whichever are fewer; hidden units are one part.
--   team_id: the team
--   fiscal_year: the fiscal year in which the round after opened
--   before_round_id: the round before
--   after_round_id: the round after
--   scale_key: the scale
--   before_exposed: how many sheets of the round before
--   after_exposed: how many sheets of the round after
CREATE VIEW pair_exposure AS
SELECT team_id, fiscal_year, before_round_id, after_round_id, scale_key,
    before_shown + CASE WHEN before_hidden_paired < before_hidden - before_hidden_paired THEN before_hidden_paired
        ELSE before_hidden - before_hidden_paired END AS before_exposed,
    after_shown + CASE WHEN after_hidden_paired < after_hidden - after_hidden_paired THEN after_hidden_paired
        ELSE after_hidden - after_hidden_paired END AS after_exposed
FROM (
    SELECT unit.*,
        SUM(CASE WHEN is_shown = 1 AND side = 'before' THEN
            CASE WHEN paired < sheets - paired THEN paired ELSE sheets - paired END ELSE 0 END) OVER alike AS before_shown,
        SUM(CASE WHEN is_shown = 1 AND side = 'after' THEN
            CASE WHEN paired < sheets - paired THEN paired ELSE sheets - paired END ELSE 0 END) OVER alike AS after_shown,
        SUM(CASE WHEN is_shown = 0 AND side = 'before' THEN sheets ELSE 0 END) OVER alike AS before_hidden,
        SUM(CASE WHEN is_shown = 0 AND side = 'before' THEN paired ELSE 0 END) OVER alike AS before_hidden_paired,
        SUM(CASE WHEN is_shown = 0 AND side = 'after' THEN sheets ELSE 0 END) OVER alike AS after_hidden,
        SUM(CASE WHEN is_shown = 0 AND side = 'after' THEN paired ELSE 0 END) OVER alike AS after_hidden_paired,
        ROW_NUMBER() OVER alike AS place
    FROM compared_unit AS unit
    WINDOW alike AS (PARTITION BY team_id, fiscal_year, before_round_id, after_round_id, scale_key)
) AS summed
WHERE place = 1;

-- What changed from before to after (前後の変化) in at least five pairs. The means of the two rounds themselves are in
-- published_score; those of the pairs alone are not shown, because the two would tell of the few who are in no pair. Where even
-- the mean difference would, the comparison is hidden.
--   team_id: the team
--   fiscal_year: the fiscal year in which the round after opened
--   before_round_id: the round before
--   after_round_id: the round after
--   scale_key: the scale
--   pairs: pairs with both scores
--   is_hidden: 1 when the mean difference is hidden (少人数のため非表示)
--   mean_difference: mean of after less before
CREATE VIEW published_pair AS
SELECT
    team_id, fiscal_year, before_round_id, after_round_id, scale_key, pairs,
    1 - is_safe AS is_hidden,
    CASE WHEN is_safe = 1 THEN mean_difference END AS mean_difference
FROM (
    SELECT change.team_id, change.fiscal_year, change.before_round_id, change.after_round_id, change.scale_key,
        change.pairs, change.mean_difference,
        CASE WHEN change.pairs >= 5 AND (
                exposure.before_exposed >= 5 OR exposure.after_exposed >= 5
                OR (exposure.before_exposed = 0 AND exposure.after_exposed = 0)) THEN 1 ELSE 0 END AS is_safe
    FROM before_after AS change
    JOIN pair_exposure AS exposure
        ON exposure.team_id = change.team_id AND exposure.before_round_id = change.before_round_id
        AND exposure.after_round_id = change.after_round_id AND exposure.fiscal_year = change.fiscal_year
        AND exposure.scale_key = change.scale_key
) AS judged;
