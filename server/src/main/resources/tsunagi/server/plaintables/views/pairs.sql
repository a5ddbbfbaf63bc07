-- Which rounds are compared (前後比較), and how their sheets find each other. Rounds of different identity are not compared, and
-- anonymous ones never are.
--   team_id: the team
--   before_round_id: the round before
--   after_round_id: the round after
--   fiscal_year: the fiscal year in which the round after opened
--   paired_by: `code` in coded rounds, `participant` in named ones
CREATE VIEW round_pairing AS
SELECT
    later.team_id,
    earlier.id AS before_round_id,
    later.id AS after_round_id,
    fiscal_year{later.opens_on} AS fiscal_year,
    CASE later.identity WHEN 'coded' THEN 'code' ELSE 'participant' END AS paired_by
FROM round AS later
LEFT JOIN absorbed AS same_round
    ON same_round.team_id = later.team_id AND same_round.record_type = 'round'
    AND same_round.record_id = later.paired_round_id
JOIN round AS earlier
    ON earlier.team_id = later.team_id AND earlier.id = COALESCE(same_round.successor_id, later.paired_round_id)
    AND earlier.identity = later.identity
WHERE later.identity IN ('coded', 'named')
    AND NOT EXISTS (
        SELECT 1 FROM review
        WHERE review.team_id = later.team_id AND review.about_id IN (later.id, earlier.id)
            AND review.exclusion_left_out = 1);

-- Comparisons in which it is known which codes were given out (配布した照合コードが分かる比較): the round before is where the codes come
-- from, because it is paired with none before it, and it says which it gave out. Not where one of the two took in a duplicate, since
-- the slips of that one bear codes of their own.
--   team_id: the team
--   before_round_id: the round before
--   after_round_id: the round after
CREATE VIEW code_checked_pairing AS
SELECT pairing.team_id, pairing.before_round_id, pairing.after_round_id
FROM round_pairing AS pairing
JOIN round AS earlier ON earlier.team_id = pairing.team_id AND earlier.id = pairing.before_round_id
WHERE pairing.paired_by = 'code' AND earlier.paired_round_id IS NULL
    AND EXISTS (
        SELECT 1 FROM issued_code AS given
        WHERE given.team_id = pairing.team_id AND given.round_id = pairing.before_round_id)
    AND NOT EXISTS (
        SELECT 1 FROM absorbed AS twin
        WHERE twin.team_id = pairing.team_id AND twin.record_type = 'round'
            AND twin.successor_id IN (pairing.before_round_id, pairing.after_round_id));

-- The sheets of two rounds that are compared, each with what it goes by.
--   team_id: the team
--   before_round_id: the round before
--   after_round_id: the round after
--   fiscal_year: the fiscal year in which the round after opened
--   side: `before` or `after`
--   response_id: the sheet
--   status: whether it counts, in the words of `sheet`
--   is_claim: 1 when it lays claim to its code: not left out of totals, not judged invalid by a person
--   match_key: its code or its participant; NULL when it has none
CREATE VIEW compared_sheet AS
SELECT
    pairing.team_id, pairing.before_round_id, pairing.after_round_id, pairing.fiscal_year,
    'before' AS side, sheet.response_id, sheet.status,
    CASE WHEN sheet.status = 'left_out' OR sheet.is_judged = 1 THEN 0 ELSE 1 END AS is_claim,
    CASE pairing.paired_by WHEN 'code' THEN sheet.match_code
        ELSE COALESCE(same_person.successor_id, sheet.participant_id) END AS match_key
FROM round_pairing AS pairing
JOIN sheet ON sheet.team_id = pairing.team_id AND sheet.round_id = pairing.before_round_id
LEFT JOIN absorbed AS same_person
    ON same_person.team_id = sheet.team_id AND same_person.record_type = 'participant'
    AND same_person.record_id = sheet.participant_id
UNION ALL
SELECT
    pairing.team_id, pairing.before_round_id, pairing.after_round_id, pairing.fiscal_year, 'after', sheet.response_id, sheet.status,
    CASE WHEN sheet.status = 'left_out' OR sheet.is_judged = 1 THEN 0 ELSE 1 END,
    CASE pairing.paired_by WHEN 'code' THEN sheet.match_code
        ELSE COALESCE(same_person.successor_id, sheet.participant_id) END
FROM round_pairing AS pairing
JOIN sheet ON sheet.team_id = pairing.team_id AND sheet.round_id = pairing.after_round_id
LEFT JOIN absorbed AS same_person
    ON same_person.team_id = sheet.team_id AND same_person.record_type = 'participant'
    AND same_person.record_id = sheet.participant_id;

-- The sheets of two rounds that are compared, and why each that is in no pair is in none. Nothing is guessed: two sheets with one
-- code are both in no pair, whosever they are, until a person judges one of them invalid or leaves it out.
--   team_id: the team
--   before_round_id: the round before
--   after_round_id: the round after
--   fiscal_year: the fiscal year in which the round after opened
--   side: `before` or `after`
--   round_id: the round of the sheet
--   response_id: the sheet
--   reason: NULL when it is in a pair; otherwise as in round_unpaired
--   counterpart_id: the sheet it is paired with
CREATE VIEW matched_sheet AS
SELECT
    keyed.team_id, keyed.before_round_id, keyed.after_round_id, keyed.fiscal_year, keyed.side,
    CASE keyed.side WHEN 'before' THEN keyed.before_round_id ELSE keyed.after_round_id END AS round_id, keyed.response_id, keyed.reason,
    CASE WHEN keyed.reason IS NOT NULL THEN NULL
        WHEN keyed.side = 'before' THEN keyed.after_id ELSE keyed.before_id END AS counterpart_id
FROM (
    SELECT seen.*,
        CASE
            WHEN seen.status = 'left_out' THEN 'left_out'
            WHEN seen.status = 'withdrawn' THEN 'withdrawn'
            WHEN seen.match_key IS NULL THEN 'code_lost'
            WHEN seen.is_claim = 0 THEN 'invalid'
            WHEN seen.before_claims > 1 OR seen.after_claims > 1 THEN 'code_twice'
            WHEN seen.status <> 'valid' THEN 'invalid'
            WHEN (CASE seen.side WHEN 'before' THEN seen.after_sheets ELSE seen.before_sheets END) = 0 THEN
                CASE WHEN EXISTS (
                        SELECT 1 FROM code_checked_pairing AS checked
                        WHERE checked.team_id = seen.team_id AND checked.before_round_id = seen.before_round_id
                            AND checked.after_round_id = seen.after_round_id)
                    AND NOT EXISTS (
                        SELECT 1 FROM issued_code AS given
                        WHERE given.team_id = seen.team_id
                            AND given.round_id IN (seen.before_round_id, seen.after_round_id)
                            AND given.match_code = seen.match_key)
                    THEN 'code_unknown'
                    WHEN seen.side = 'before' THEN 'left' ELSE 'new' END
            WHEN (CASE seen.side WHEN 'before' THEN seen.after_claims ELSE seen.before_claims END) = 0 THEN 'invalid'
            WHEN (CASE seen.side WHEN 'before' THEN seen.after_status ELSE seen.before_status END) = 'withdrawn'
                THEN 'withdrawn'
            WHEN (CASE seen.side WHEN 'before' THEN seen.after_status ELSE seen.before_status END) <> 'valid'
                THEN 'invalid'
        END AS reason
    FROM (
        SELECT compared.*,
            COUNT(CASE WHEN side = 'before' THEN 1 END) OVER same_key AS before_sheets,
            COUNT(CASE WHEN side = 'after' THEN 1 END) OVER same_key AS after_sheets,
            COUNT(CASE WHEN side = 'before' AND is_claim = 1 THEN 1 END) OVER same_key AS before_claims,
            COUNT(CASE WHEN side = 'after' AND is_claim = 1 THEN 1 END) OVER same_key AS after_claims,
            MAX(CASE WHEN side = 'before' AND is_claim = 1 THEN status END) OVER same_key AS before_status,
            MAX(CASE WHEN side = 'after' AND is_claim = 1 THEN status END) OVER same_key AS after_status,
            MAX(CASE WHEN side = 'before' AND is_claim = 1 THEN response_id END) OVER same_key AS before_id,
            MAX(CASE WHEN side = 'after' AND is_claim = 1 THEN response_id END) OVER same_key AS after_id
        FROM compared_sheet AS compared
        WINDOW same_key AS (PARTITION BY team_id, fiscal_year, before_round_id, after_round_id, match_key)
    ) AS seen
) AS keyed;

-- Pairs (対応のある回答): two valid sheets of two rounds with one code that neither round has twice, or of one participant.
--   team_id: the team
--   fiscal_year: the fiscal year in which the round after opened
--   before_round_id: the round before
--   after_round_id: the round after
--   before_response_id: the sheet before
--   after_response_id: the sheet after
CREATE VIEW response_pair AS
SELECT team_id, fiscal_year, before_round_id, after_round_id, counterpart_id AS before_response_id, response_id AS after_response_id
FROM matched_sheet
WHERE side = 'after' AND reason IS NULL;

-- Sheets that are in no pair, and why (対応のない回答).
--   team_id: the team
--   before_round_id: the round before
--   after_round_id: the round after
--   side: `before` or `after`
--   response_id: the sheet
--   reason: `left` (nobody with this code or name answered after), `new` (nobody did before), `code_unknown` (a code that was given
--     out by neither round; where nobody noted which were, it is in `left` or `new`), `code_lost` (none on the sheet), `code_twice`,
--     `invalid` (this sheet or its counterpart), `withdrawn` (likewise), `left_out` (of totals)
CREATE VIEW round_unpaired AS
SELECT team_id, before_round_id, after_round_id, side, response_id, reason
FROM matched_sheet
WHERE reason IS NOT NULL;

-- How many pairs two rounds make, and how many sheets are in none, by reason (対応のある組数と、組にならなかった理由).
--   team_id: the team
--   fiscal_year: the fiscal year in which the round after opened
--   before_round_id: the round before
--   after_round_id: the round after
--   side: `before` or `after`
--   reason: `paired`, or as in round_unpaired
--   sheets: how many
CREATE VIEW figure_pair AS
SELECT team_id, fiscal_year, before_round_id, after_round_id, side, COALESCE(reason, 'paired') AS reason, sheets
FROM (
    SELECT matched.*, COUNT(*) OVER alike AS sheets, ROW_NUMBER() OVER alike AS place
    FROM matched_sheet AS matched
    WINDOW alike AS (PARTITION BY team_id, fiscal_year, before_round_id, after_round_id, side, reason)
) AS counted
WHERE place = 1;

-- The scores of pairs, where both sheets have one. (CROSS JOIN keeps SQLite from beginning with all scores there are.)
--   team_id: the team
--   fiscal_year: the fiscal year in which the round after opened
--   before_round_id: the round before
--   after_round_id: the round after
--   before_response_id: the sheet before
--   after_response_id: the sheet after
--   scale_key: the scale
--   before_value: the score before
--   after_value: the score after
--   better: the direction that is better: `higher`, `lower`, or neither
CREATE VIEW score_pair AS
SELECT
    pair.team_id,
    pair.fiscal_year,
    pair.before_round_id,
    pair.after_round_id,
    pair.before_response_id,
    pair.after_response_id,
    earlier.scale_key,
    earlier.value AS before_value,
    later.value AS after_value,
    (SELECT scale.better
        FROM response
        JOIN form_version_scale AS scale
            ON scale.team_id = response.team_id AND scale.form_version_id = response.form_version_id
        WHERE response.team_id = pair.team_id AND response.id = pair.after_response_id
            AND scale.entry_key = earlier.scale_key) AS better
FROM response_pair AS pair
CROSS JOIN response_score AS earlier
CROSS JOIN response_score AS later
WHERE earlier.team_id = pair.team_id AND earlier.response_id = pair.before_response_id AND earlier.value IS NOT NULL
    AND later.team_id = pair.team_id AND later.response_id = pair.after_response_id
    AND later.scale_key = earlier.scale_key AND later.value IS NOT NULL;

-- Before and after, scale by scale, of the pairs (前後比較). Groups of any size: see published_pair for what may be shown. Confidence
-- intervals and tests are worked out from score_pair by `./tsunagi figures`.
--   team_id: the team
--   fiscal_year: the fiscal year in which the round after opened
--   before_round_id: the round before
--   after_round_id: the round after
--   scale_key: the scale
--   pairs: pairs with both scores
--   mean_before: mean before
--   mean_after: mean after
--   mean_difference: mean of after less before
--   improved: pairs that got better, in the direction the scale names
--   worsened: pairs that got worse
CREATE VIEW before_after AS
SELECT team_id, fiscal_year, before_round_id, after_round_id, scale_key, pairs, mean_before, mean_after, mean_difference,
    improved, worsened
FROM (
    SELECT pair.*,
        COUNT(*) OVER alike AS pairs,
        AVG(before_value) OVER alike AS mean_before,
        AVG(after_value) OVER alike AS mean_after,
        AVG(after_value - before_value) OVER alike AS mean_difference,
        COUNT(CASE WHEN (better = 'higher' AND after_value > before_value)
            OR (better = 'lower' AND after_value < before_value) THEN 1 END) OVER alike AS improved,
        COUNT(CASE WHEN (better = 'higher' AND after_value < before_value)
            OR (better = 'lower' AND after_value > before_value) THEN 1 END) OVER alike AS worsened,
        ROW_NUMBER() OVER alike AS place
    FROM score_pair AS pair
    WINDOW alike AS (PARTITION BY team_id, fiscal_year, before_round_id, after_round_id, scale_key)
) AS counted
WHERE place = 1;
