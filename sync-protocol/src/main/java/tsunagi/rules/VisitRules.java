package tsunagi.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagi.records.v1.BusySeason;
import tsunagi.records.v1.DispatchPermission;
import tsunagi.records.v1.PermissionState;
import tsunagi.records.v1.PhotoConsent;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;

/** Rules for visits. What is required is the workplace, the day and who; an attempt needs no more than these and its outcome. */
final class VisitRules {
    private VisitRules() {}

    static void check(Visit visit, Findings found, RuleContext others) {
        found.required(!visit.getWorkplaceId().isEmpty(), "workplace_id", "訪問先の事業場", "The workplace");
        found.required(!visit.getVisitOn().isEmpty(), "visit_on", "訪問日", "The day of the visit");
        found.required(visit.getMembersCount() > 0, "members", "訪問した人", "Who went");
        Days.expectInProgramme(found, visit.getVisitOn(), "visit_on", visit.getProgramId(), others);
        checkOutcome(visit, visit.getOutcome(), found);
        checkKeys(visit.getWorkedTimesMap().keySet(), visit.getMembersMap().keySet(), "worked_times", found);
        if (visit.getOutcome().getState() == VisitState.VISIT_STATE_DONE) {
            checkPermissions(visit.getPermissionsMap(), found);
        }
        Optional<Workplace> workplace = others.find(Workplace.getDefaultInstance(), visit.getWorkplaceId());
        workplace.ifPresent(there -> checkPlace(visit, there, found));
        checkPhotos(
                visit.getPhotosCount(),
                visit.getPhotoPermission().getConsent(),
                workplace.map(Workplace::getPhotoRule).orElse(PhotoRule.PHOTO_RULE_UNSPECIFIED),
                found);
    }

    private static void checkOutcome(Visit visit, VisitOutcome outcome, Findings found) {
        VisitState state = outcome.getState();
        boolean isAttempt = isAttempt(state);
        boolean isWithoutTalk = state == VisitState.VISIT_STATE_ABSENT
                || state == VisitState.VISIT_STATE_DECLINED
                || isCalledOff(state);
        boolean tellsOfIt = !visit.getFindings().isEmpty()
                || !visit.getAdvice().isEmpty()
                || visit.getMetContactIdsCount() > 0
                || visit.getMetWorkers() > 0;
        found.warnIf(
                state == VisitState.VISIT_STATE_UNSPECIFIED && tellsOfIt,
                "outcome.state",
                "outcome_missing",
                "所見や助言が入っていますが、訪問の結果(実施・不在など)が入っていません。このままでは「予定」と数えます。",
                "There are findings but no outcome; as it is, the visit counts as planned. Enter the outcome.");
        found.warnIf(
                isWithoutTalk && visit.getMetWorkers() > 0,
                "met_workers",
                "met_though_not_done",
                "話をした人数が入っていますが、結果は不在・辞退・中止です。どちらかを直してください。",
                "People were talked to, but the outcome says nobody was. Mend one of them.");
        OutreachRules.checkReasons(
                state == VisitState.VISIT_STATE_DECLINED,
                isAttempt || isCalledOff(state),
                outcome.getReasonsList(),
                outcome.getReasonWords(),
                "outcome.reasons",
                found);
        Days.expectOrder(
                found,
                visit.getVisitOn(),
                outcome.getRetryOn(),
                "outcome.retry_on",
                "次に訪問する日が訪問日より前です",
                "The day to try again is before the visit");
        found.warnIf(
                !outcome.getRetryOn().isEmpty() && !isAttempt && !isCalledOff(state),
                "outcome.retry_on",
                "retry_without_attempt",
                "再訪問の日が入っていますが、結果は不在・短縮・辞退・中止になっていません。次の約束は「次の約束」に入れてください。",
                "There is a day to try again, but the visit was no attempt. What comes next is a follow-up.");
    }

    private static boolean isAttempt(VisitState state) {
        return state == VisitState.VISIT_STATE_ABSENT
                || state == VisitState.VISIT_STATE_CUT_SHORT
                || state == VisitState.VISIT_STATE_DECLINED;
    }

    private static boolean isCalledOff(VisitState state) {
        return state == VisitState.VISIT_STATE_CANCELLED;
    }

    /** What is said of somebody has to be said of somebody who is there. */
    static void checkKeys(Set<String> keys, Set<String> members, String field, Findings found) {
        for (String key : keys) {
            found.warnIf(
                    !members.contains(key),
                    field + "." + key,
                    "unknown_member",
                    "参加者にいない人の記録があります。参加者に加えるか、この記録を消してください。",
                    "This is about somebody who is not among the members. Add the person, or clear this.");
        }
    }

    /** A warning where somebody went whom the own body had not let go. */
    static void checkPermissions(Map<String, DispatchPermission> permissions, Findings found) {
        permissions.forEach((key, permission) -> found.warnIf(
                permission.getState() == PermissionState.PERMISSION_STATE_REFUSED
                        || permission.getState() == PermissionState.PERMISSION_STATE_REQUESTED,
                "permissions." + key + ".state",
                "went_without_permission",
                "実施になっていますが、所属機関の派遣許可が下りていません。許可の状況を確かめてください。",
                "It took place, but the person's body has not given permission. Check the permission."));
    }

    private static void checkPlace(Visit visit, Workplace workplace, Findings found) {
        found.warnIf(
                Days.isReversed(visit.getVisitOn(), workplace.getClosedOn()),
                "visit_on",
                "workplace_closed",
                "訪問日が、事業場の閉鎖日(" + workplace.getClosedOn() + ")より後です。日付か事業場を確かめてください。",
                "The workplace had closed on " + workplace.getClosedOn() + ". Check the day or the workplace.");
        boolean isPlanned = visit.getOutcome().getState() == VisitState.VISIT_STATE_UNSPECIFIED;
        Optional<LocalDate> day = Days.day(visit.getVisitOn());
        if (isPlanned && day.isPresent()) {
            workplace.getBusySeasonsMap().values().stream()
                    .filter(season -> contains(season, day.get()))
                    .findFirst()
                    .ifPresent(season -> found.warning(
                            "visit_on",
                            "busy_season",
                            "この時期は「" + workplace.getName() + "」の繁忙期です(" + season.getReason() + ")。日を改められないか確かめてください。",
                            "The workplace is busy at that time. See whether another day will do."));
        }
    }

    /** Whether the season, which may run over the end of the year, has this day. */
    static boolean contains(BusySeason season, LocalDate day) {
        String from = season.getFromMonthDay();
        String until = season.getUntilMonthDay();
        if (!Days.isMonthDay(from) || !Days.isMonthDay(until)) {
            return false;
        }
        String monthDay = day.toString().substring("2024-".length());
        boolean isAfterFirst = monthDay.compareTo(from) >= 0;
        boolean isBeforeLast = monthDay.compareTo(until) <= 0;
        return from.compareTo(until) <= 0 ? isAfterFirst && isBeforeLast : isAfterFirst || isBeforeLast;
    }

    /** Photos need the workplace's word on each visit. */
    static void checkPhotos(int photos, PhotoConsent consent, PhotoRule rule, Findings found) {
        if (photos == 0) {
            return;
        }
        if (consent == PhotoConsent.PHOTO_CONSENT_REFUSED || rule == PhotoRule.PHOTO_RULE_NEVER) {
            found.error(
                    "photos",
                    "photo_refused",
                    "撮影を断られている事業場の写真があります。写真を削除してください。",
                    "There are photos though the workplace refused them. Delete the photos.");
        } else {
            found.warnIf(
                    consent == PhotoConsent.PHOTO_CONSENT_UNSPECIFIED,
                    "photos",
                    "photo_without_permission",
                    "写真がありますが、撮影の許可が記録されていません。許可をもらったか確かめてください。",
                    "There are photos, but no word of a permission. Check that it was given.");
        }
    }
}
