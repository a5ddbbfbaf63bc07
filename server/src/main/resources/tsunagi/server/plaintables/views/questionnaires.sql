-- Sheets and whether they count (回答票). One that is left out of totals or whose consent was taken back counts nowhere.
--   team_id: the team
--   round_id: the round that speaks for the one the sheet names
--   response_id: the sheet
--   status: `valid`, `invalid`, `broken_off`, `withdrawn` (consent refused or taken back) or `left_out` (of totals)
--   why: the reason, in the words of response_validity
--   is_judged: 1 when a person judged it invalid
--   match_code: its code
--   participant_id: its participant, in named rounds
--   workplace_id: the workplace it names; NULL means that of the round
--   department_key: the department it names
CREATE VIEW sheet AS
SELECT
    response.team_id,
    round.id AS round_id,
    response.id AS response_id,
    CASE
        WHEN EXISTS (
            SELECT 1 FROM review
            WHERE review.team_id = response.team_id AND review.about_id = response.id
                AND review.exclusion_left_out = 1) THEN 'left_out'
        WHEN standing.why IN ('consent_withdrawn', 'consent_refused') THEN 'withdrawn'
        WHEN standing.why = 'broken_off' THEN 'broken_off'
        WHEN standing.is_valid = 1 THEN 'valid'
        ELSE 'invalid'
    END AS status,
    standing.why,
    CASE WHEN response.validity = 'invalid' THEN 1 ELSE 0 END AS is_judged,
    response.match_code,
    response.participant_id,
    response.workplace_id,
    response.department_key
FROM round
JOIN response ON response.team_id = round.team_id AND response.round_id IN (
    SELECT round.id
    UNION ALL
    SELECT duplicate.record_id FROM absorbed AS duplicate
    WHERE duplicate.team_id = round.team_id AND duplicate.record_type = 'round' AND duplicate.successor_id = round.id)
LEFT JOIN response_validity AS standing
    ON standing.team_id = response.team_id AND standing.response_id = response.id;

-- Sheets out, back and valid, round by round (配布・回収・有効). Where the parts of a workplace were counted, they are added; what nobody
-- counted is counted from the sheets that are here.
--   team_id: the team
--   fiscal_year: the fiscal year in which the round opened
--   round_id: the round
--   name: its name
--   phase: where it stands in a comparison
--   identity: what it knows of who answers
--   program_id: the programme
--   workplace_id: the workplace
--   addressed: people it is meant for (対象者数)
--   sheets_out: sheets handed out (配布数)
--   sheets_back: sheets that came back, broken-off ones not among them (回収数)
--   sheets_valid: valid sheets (有効回答数)
--   return_rate: back by out (回収率), 0 to 1
--   valid_rate: valid by out (有効回答率), 0 to 1
--   invalid: sheets that came back and are not valid
--   withdrawn: sheets that came back and whose consent was refused or taken back
--   broken_off: sheets begun and not finished (中断)
CREATE VIEW figure_round AS
SELECT
    team_id, fiscal_year, round_id, name, phase, identity, program_id, workplace_id,
    addressed, sheets_out, sheets_back, sheets_valid,
    1.0 * sheets_back / NULLIF(sheets_out, 0) AS return_rate,
    1.0 * sheets_valid / NULLIF(sheets_out, 0) AS valid_rate,
    invalid, withdrawn, broken_off
FROM (
    SELECT
        work.team_id, work.fiscal_year, round.id AS round_id, round.name, work.state AS phase,
        COALESCE(round.identity, 'unspecified') AS identity, work.program_id, work.workplace_id,
        (SELECT COALESCE(SUM(CASE WHEN part.entry_key <> 'all' THEN part.count END), SUM(part.count))
            FROM round_addressed_people AS part
            WHERE part.team_id = round.team_id AND part.round_id = round.id) AS addressed,
        (SELECT COALESCE(SUM(CASE WHEN part.entry_key <> 'all' THEN part.count END), SUM(part.count))
            FROM round_sheets_out AS part
            WHERE part.team_id = round.team_id AND part.round_id = round.id) AS sheets_out,
        COALESCE(
            (SELECT COALESCE(SUM(CASE WHEN part.entry_key <> 'all' THEN part.count END), SUM(part.count))
                FROM round_sheets_back AS part
                WHERE part.team_id = round.team_id AND part.round_id = round.id),
            COALESCE(here.back, 0)) AS sheets_back,
        COALESCE(
            (SELECT COALESCE(SUM(CASE WHEN part.entry_key <> 'all' THEN part.count END), SUM(part.count))
                FROM round_sheets_valid AS part
                WHERE part.team_id = round.team_id AND part.round_id = round.id),
            COALESCE(here.valid, 0)) AS sheets_valid,
        COALESCE(here.invalid, 0) AS invalid,
        COALESCE(here.withdrawn, 0) AS withdrawn,
        COALESCE(here.broken_off, 0) AS broken_off
    FROM counted_work AS work
    JOIN round ON round.team_id = work.team_id AND round.id = work.id
    LEFT JOIN (
        SELECT team_id, round_id,
            COUNT(CASE WHEN status IN ('valid', 'invalid', 'withdrawn') THEN 1 END) AS back,
            COUNT(CASE WHEN status = 'valid' THEN 1 END) AS valid,
            COUNT(CASE WHEN status = 'invalid' THEN 1 END) AS invalid,
            COUNT(CASE WHEN status = 'withdrawn' THEN 1 END) AS withdrawn,
            COUNT(CASE WHEN status = 'broken_off' THEN 1 END) AS broken_off
        FROM sheet
        GROUP BY team_id, round_id
    ) AS here ON here.team_id = round.team_id AND here.round_id = round.id
    WHERE work.kind = 'round'
) AS counted;

-- Sheets out, back and valid, added up (配布・回収・有効の合計), by programme, municipality, industry and size.
--   team_id: the team
--   fiscal_year: the fiscal year in which the rounds opened
--   split_by: what it is split by
--   split_value: the value of the split
--   rounds: rounds (延べ)
--   workplaces: different workplaces asked (実)
--   addressed: people they are meant for (延べ)
--   sheets_out: sheets handed out
--   sheets_back: sheets that came back
--   sheets_valid: valid sheets
--   return_rate: back by out, of the rounds that say how many went out
--   valid_rate: valid by out, of the same
--   late: rounds that arrived after the programme was closed
CREATE VIEW figure_questionnaire AS
SELECT
    work.team_id,
    work.fiscal_year,
    work.split_by,
    work.split_value,
    COUNT(*) AS rounds,
    COUNT(DISTINCT work.workplace_id) AS workplaces,
    SUM(asked.addressed) AS addressed,
    SUM(asked.sheets_out) AS sheets_out,
    SUM(asked.sheets_back) AS sheets_back,
    SUM(asked.sheets_valid) AS sheets_valid,
    1.0 * SUM(CASE WHEN asked.sheets_out > 0 THEN asked.sheets_back END) / NULLIF(SUM(asked.sheets_out), 0) AS return_rate,
    1.0 * SUM(CASE WHEN asked.sheets_out > 0 THEN asked.sheets_valid END) / NULLIF(SUM(asked.sheets_out), 0) AS valid_rate,
    SUM(work.is_late) AS late
FROM work_split AS work
JOIN figure_round AS asked ON asked.team_id = work.team_id AND asked.round_id = work.id
WHERE work.kind = 'round'
GROUP BY work.team_id, work.fiscal_year, work.split_by, work.split_value;

-- The valid sheets of rounds, each with the unit it is reported in: at one workplace its reporting group or department,
-- elsewhere the workplace of the sheet.
--   team_id: the team
--   round_id: the round
--   response_id: the sheet
--   subject: what the sheet is about
--   unit_kind: `department` or `workplace`
--   unit_key: key of the reporting group or department, or id of the workplace; empty when the sheet does not say
--   unit_name: its name
CREATE VIEW reported_sheet AS
SELECT
    sheet.team_id,
    sheet.round_id,
    sheet.response_id,
    COALESCE(response.subject, 'unspecified') AS subject,
    CASE WHEN round.workplace_id IS NULL THEN 'workplace' ELSE 'department' END AS unit_kind,
    COALESCE(
        CASE WHEN round.workplace_id IS NULL THEN COALESCE(same_place.successor_id, sheet.workplace_id)
            ELSE COALESCE(joined.entry_key, sheet.department_key) END, '') AS unit_key,
    CASE WHEN round.workplace_id IS NULL THEN place.name
        ELSE COALESCE(joined.name, department.name, sheet.department_key) END AS unit_name
FROM sheet
JOIN response ON response.team_id = sheet.team_id AND response.id = sheet.response_id
JOIN round ON round.team_id = sheet.team_id AND round.id = sheet.round_id
LEFT JOIN absorbed AS same_place
    ON same_place.team_id = sheet.team_id AND same_place.record_type = 'workplace'
    AND same_place.record_id = COALESCE(sheet.workplace_id, round.workplace_id)
LEFT JOIN workplace_department AS department
    ON department.team_id = sheet.team_id
    AND department.workplace_id = COALESCE(same_place.successor_id, sheet.workplace_id, round.workplace_id)
    AND department.entry_key = sheet.department_key
LEFT JOIN workplace_reporting_group AS joined
    ON joined.team_id = department.team_id AND joined.workplace_id = department.workplace_id
    AND joined.entry_key = department.reporting_group_key
LEFT JOIN workplace AS place
    ON place.team_id = sheet.team_id AND place.id = COALESCE(same_place.successor_id, sheet.workplace_id)
WHERE sheet.status = 'valid';

-- What valid sheets say to questions that have choices or small numbers: one row for each choice, several for a question with
-- several. A gap stands as `(left_empty)` and so on; it was asked.
--   team_id: the team
--   round_id: the round
--   response_id: the sheet
--   unit_key: the unit it is reported in
--   question_path: the question
--   answer: the choice, the whole number from 0 to 10, or the gap; NULL for any other answer
CREATE VIEW said AS
SELECT
    reported.team_id,
    reported.round_id,
    reported.response_id,
    reported.unit_key,
    answer.entry_key AS question_path,
    COALESCE(
        chosen.choice,
        CASE WHEN answer.number BETWEEN 0 AND 10 THEN
            CASE WHEN answer.number = CAST(answer.number AS INTEGER)
                THEN CAST(CAST(answer.number AS INTEGER) AS TEXT) END END,
        CASE WHEN answer.gap <> 'unspecified' THEN '(' || answer.gap || ')' END) AS answer
FROM reported_sheet AS reported
JOIN response_answer AS answer ON answer.team_id = reported.team_id AND answer.response_id = reported.response_id
LEFT JOIN response_answer_choice AS chosen
    ON chosen.team_id = answer.team_id AND chosen.response_id = answer.response_id AND chosen.entry_key = answer.entry_key;

-- How many sheets each question was asked on, and how many said what (設問ごとの単純集計). The denominator is those who were asked: skipped
-- questions have no entry. Groups of any size: see published_answer_count for what may be shown.
--   team_id: the team
--   round_id: the round
--   question_path: the question
--   answer: the choice, number or gap; NULL counts all other answers
--   sheets: valid sheets that say so
--   asked: valid sheets on which it was asked
CREATE VIEW answer_count AS
SELECT counted.team_id, counted.round_id, counted.question_path, counted.answer, counted.sheets, question.asked
FROM (
    SELECT team_id, round_id, question_path, answer, COUNT(*) AS sheets
    FROM said
    GROUP BY team_id, round_id, question_path, answer
) AS counted
JOIN (
    SELECT reported.team_id, reported.round_id, answer.entry_key AS question_path, COUNT(*) AS asked
    FROM reported_sheet AS reported
    JOIN response_answer AS answer ON answer.team_id = reported.team_id AND answer.response_id = reported.response_id
    GROUP BY reported.team_id, reported.round_id, answer.entry_key
) AS question
    ON question.team_id = counted.team_id AND question.round_id = counted.round_id
    AND question.question_path = counted.question_path;
