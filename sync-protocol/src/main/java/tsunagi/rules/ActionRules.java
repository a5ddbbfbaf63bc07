package tsunagi.rules;

import tsunagi.records.v1.Action;
import tsunagi.records.v1.ActionState;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.MeetingMode;
import tsunagi.records.v1.MeetingPresence;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.Workplace;

/** Rules for what workplaces do themselves, and for meetings. */
final class ActionRules {
    private ActionRules() {}

    static void check(Action action, Findings found, RuleContext others) {
        found.required(!action.getWorkplaceId().isEmpty(), "workplace_id", "取り組んでいる事業場", "The workplace");
        found.required(!action.getTitle().isEmpty(), "title", "取組の名称", "What it does");
        Days.expectInProgramme(found, action.getStartedOn(), "started_on", action.getProgramId(), others);
        Days.expectOrder(
                found,
                action.getStartedOn(),
                action.getStanding().getAsOfOn(),
                "standing.as_of_on",
                "確認した日が取組の開始日より前です",
                "It stood so before it began");
        ActionState state = action.getStanding().getState();
        found.warnIf(
                isBegun(state) && action.getStartedOn().isEmpty(),
                "started_on",
                "start_missing",
                "始まっている取組ですが、開始日が入っていません。",
                "It has begun, but the day is missing.");
        others.find(Workplace.getDefaultInstance(), action.getWorkplaceId()).ifPresent(workplace -> {
            action.getDepartmentKeysList()
                    .forEach(key -> WorkplaceRules.checkDepartment(workplace, key, "department_keys", found));
            if (action.getPhotosCount() > 0 && workplace.getPhotoRule() == PhotoRule.PHOTO_RULE_NEVER) {
                found.error(
                        "photos",
                        "photo_refused",
                        "撮影を断られている事業場の写真があります。写真を削除してください。",
                        "There are photos though the workplace refused them. Delete the photos.");
            }
        });
    }

    private static boolean isBegun(ActionState state) {
        return state == ActionState.ACTION_STATE_STARTED
                || state == ActionState.ACTION_STATE_GOING_ON
                || state == ActionState.ACTION_STATE_STOPPED;
    }

    static void check(Meeting meeting, Findings found, RuleContext others) {
        found.required(
                !meeting.getTitle().isEmpty() || !meeting.getGroupName().isEmpty(),
                "title",
                "会議の名称か集まりの名前",
                "The title of the meeting, or the group");
        found.required(!meeting.getHeldOn().isEmpty(), "held_on", "会議の日", "The day of the meeting");
        Days.expectInProgramme(found, meeting.getHeldOn(), "held_on", meeting.getProgramId(), others);
        found.warnIf(
                meeting.getMode() == MeetingMode.MEETING_MODE_IN_WRITING
                        && !meeting.getStartsAt().isEmpty(),
                "starts_at",
                "time_in_writing",
                "書面の会議に開始時刻が入っています。開き方か時刻を直してください。",
                "It was held in writing, but has a time. Mend one of them.");
        meeting.getAttendeesMap()
                .forEach((key, attendee) -> found.warnIf(
                        attendee.getPresence() == MeetingPresence.MEETING_PRESENCE_BY_PROXY
                                && attendee.getProxyName().isEmpty(),
                        "attendees." + key + ".proxy_name",
                        "proxy_missing",
                        "代理出席ですが、代理の人の名前が入っていません。",
                        "Somebody came in the person's place, but the name is missing."));
        meeting.getMinutesSentMap()
                .forEach((key, sent) -> Days.expectOrder(
                        found,
                        meeting.getHeldOn(),
                        sent.getSentOn(),
                        "minutes_sent." + key + ".sent_on",
                        "議事録を送った日が会議の日より前です",
                        "The minutes were sent before the meeting"));
        VisitRules.checkKeys(
                meeting.getWorkedTimesMap().keySet(), meeting.getAttendeesMap().keySet(), "worked_times", found);
    }
}
