-- Ratings of meetings (会議の評価): one row for each rater and heading.
--   team_id: the team
--   meeting_id: the meeting
--   response_id: the sheet of the rater
--   rater_side: `self` (those who gave the support) or `other` (those who received it)
--   heading: the scale of the heading
--   value: the step
CREATE VIEW meeting_rating AS
SELECT
    response.team_id,
    COALESCE(same_meeting.successor_id, response.meeting_id, round.meeting_id) AS meeting_id,
    response.id AS response_id,
    response.rater_side,
    score.scale_key AS heading,
    score.value
FROM sheet
JOIN response ON response.team_id = sheet.team_id AND response.id = sheet.response_id AND response.subject = 'support'
JOIN round ON round.team_id = sheet.team_id AND round.id = sheet.round_id
JOIN response_score AS score
    ON score.team_id = response.team_id AND score.response_id = response.id AND score.value IS NOT NULL
LEFT JOIN absorbed AS same_meeting
    ON same_meeting.team_id = response.team_id AND same_meeting.record_type = 'meeting'
    AND same_meeting.record_id = COALESCE(response.meeting_id, round.meeting_id)
WHERE sheet.status = 'valid' AND response.rater_side IN ('self', 'other');

-- Means of the ratings, meeting by meeting, by heading and side (自己評価・他者評価の平均); read along held_on within a group they show the
-- course over time. Raters speak for their side and are few by nature, so small groups are not hidden here.
--   team_id: the team
--   fiscal_year: the fiscal year of the meeting
--   group_name: the group that met
--   meeting_id: the meeting
--   held_on: its day
--   heading: the scale of the heading; empty for all headings together
--   self_raters: raters of the side that gave the support
--   self_mean: their mean
--   other_raters: raters of the side that received it
--   other_mean: their mean
--   difference: other side less own side
CREATE VIEW figure_rating AS
SELECT
    rated.team_id,
    work.fiscal_year,
    meeting.group_name,
    rated.meeting_id,
    meeting.held_on,
    rated.heading,
    rated.self_raters,
    rated.self_mean,
    rated.other_raters,
    rated.other_mean,
    rated.other_mean - rated.self_mean AS difference
FROM (
    SELECT rating.team_id, rating.meeting_id, part.heading,
        COUNT(DISTINCT CASE WHEN rating.rater_side = 'self' THEN rating.response_id END) AS self_raters,
        AVG(CASE WHEN rating.rater_side = 'self' THEN rating.value END) AS self_mean,
        COUNT(DISTINCT CASE WHEN rating.rater_side = 'other' THEN rating.response_id END) AS other_raters,
        AVG(CASE WHEN rating.rater_side = 'other' THEN rating.value END) AS other_mean
    FROM meeting_rating AS rating
    JOIN (
        SELECT DISTINCT team_id, meeting_id, heading AS of_heading, heading FROM meeting_rating
        UNION ALL
        SELECT DISTINCT team_id, meeting_id, heading, '' FROM meeting_rating
    ) AS part
        ON part.team_id = rating.team_id AND part.meeting_id = rating.meeting_id AND part.of_heading = rating.heading
    GROUP BY rating.team_id, rating.meeting_id, part.heading
) AS rated
JOIN counted_work AS work ON work.team_id = rated.team_id AND work.kind = 'meeting' AND work.id = rated.meeting_id
JOIN meeting ON meeting.team_id = rated.team_id AND meeting.id = rated.meeting_id;
