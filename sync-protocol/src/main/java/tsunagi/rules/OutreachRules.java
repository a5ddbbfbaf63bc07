package tsunagi.rules;

import java.util.List;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.ApproachAnswer;
import tsunagi.records.v1.ApproachChannel;
import tsunagi.records.v1.ApproachResult;
import tsunagi.records.v1.DeclineReason;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.RequestAnswer;
import tsunagi.records.v1.RequestDecision;

/** Rules for approaches and requests. */
final class OutreachRules {
    private OutreachRules() {}

    static void check(Approach approach, Findings found, RuleContext others) {
        boolean isToOne = !approach.getWorkplaceId().isEmpty();
        found.required(
                isToOne || approach.hasApproachedWorkplaces(),
                "workplace_id",
                "働きかけた事業場(一斉なら事業場の数)",
                "The workplace approached (or how many)");
        found.warnIf(
                isToOne && approach.hasApproachedWorkplaces(),
                "approached_workplaces",
                "counted_twice",
                "事業場と事業場数の両方が入っています。一斉の働きかけでなければ、数を消してください。",
                "Both a workplace and a number are given. Clear the number unless many were approached at once.");
        found.required(!approach.getApproachedOn().isEmpty(), "approached_on", "働きかけた日", "The day of the approach");
        found.wanted(
                approach.getChannel() != ApproachChannel.APPROACH_CHANNEL_UNSPECIFIED,
                "channel",
                "働きかけの方法",
                "The way of the approach");
        Days.expectInProgramme(found, approach.getApproachedOn(), "approached_on", approach.getProgramId(), others);
        if (approach.hasResult()) {
            checkResult(approach, approach.getResult(), found);
        }
    }

    private static void checkResult(Approach approach, ApproachResult result, Findings found) {
        Days.expectOrder(
                found,
                approach.getApproachedOn(),
                result.getAnsweredOn(),
                "result.answered_on",
                "返事の日が働きかけた日より前です",
                "The answer came before the approach");
        Days.expectOrder(
                found,
                approach.getApproachedOn(),
                result.getRetryOn(),
                "result.retry_on",
                "次に声をかける日が働きかけた日より前です",
                "The day to ask again is before the approach");
        ApproachAnswer answer = result.getAnswer();
        boolean isPutOff =
                answer == ApproachAnswer.APPROACH_ANSWER_DECLINED || answer == ApproachAnswer.APPROACH_ANSWER_LATER;
        checkReasons(
                answer == ApproachAnswer.APPROACH_ANSWER_DECLINED,
                isPutOff,
                result.getReasonsList(),
                result.getReasonWords(),
                "result.reasons",
                found);
    }

    /** Why something was declined belongs to what was declined, and to nothing else. */
    static void checkReasons(
            boolean asksForOne,
            boolean mayHaveOne,
            List<DeclineReason> reasons,
            String words,
            String field,
            Findings found) {
        boolean hasOne = !reasons.isEmpty() || !words.isEmpty();
        found.warnIf(
                asksForOne && !hasOne,
                field,
                "reason_missing",
                "断られた理由が入っていません。分かる範囲で入れてください(次の働きかけに役立ちます)。",
                "It says declined without a reason. Enter what you know of it.");
        found.warnIf(
                hasOne && !mayHaveOne,
                field,
                "reason_without_decline",
                "辞退の理由が入っていますが、結果は辞退になっていません。どちらかを直してください。",
                "There is a reason for declining, but nothing was declined. Mend one of them.");
    }

    static void check(Request request, Findings found, RuleContext others) {
        boolean isFromSomebody = !request.getWorkplaceId().isEmpty()
                || !request.getContactId().isEmpty()
                || !request.getRequestingBodyId().isEmpty();
        found.required(isFromSomebody, "workplace_id", "依頼元(事業場・関係者・機関のいずれか)", "Who asks (workplace, contact or body)");
        found.required(!request.getReceivedOn().isEmpty(), "received_on", "依頼を受けた日", "The day it came");
        boolean isForSomething =
                !request.getWish().isEmpty() || request.getCourseIdsCount() > 0 || request.getThemeKeysCount() > 0;
        found.required(isForSomething, "wish", "依頼の内容(希望・講座・テーマのいずれか)", "What is asked for");
        Days.expectInProgramme(found, request.getReceivedOn(), "received_on", request.getProgramId(), others);
        Days.expectOrder(
                found,
                request.getReceivedOn(),
                request.getWishedOn(),
                "wished_on",
                "希望日が依頼を受けた日より前です",
                "The day wished for is before the request");
        if (request.hasDecision()) {
            checkDecision(request, request.getDecision(), found);
        }
    }

    private static void checkDecision(Request request, RequestDecision decision, Findings found) {
        Days.expectOrder(
                found,
                request.getReceivedOn(),
                decision.getDecidedOn(),
                "decision.decided_on",
                "決めた日が依頼を受けた日より前です",
                "It was decided before it came");
        RequestAnswer answer = decision.getAnswer();
        boolean isRefused =
                answer == RequestAnswer.REQUEST_ANSWER_DECLINED || answer == RequestAnswer.REQUEST_ANSWER_NO_CAPACITY;
        found.warnIf(
                isRefused && decision.getReason().isEmpty(),
                "decision.reason",
                "reason_missing",
                "引き受けられなかった理由が入っていません。依頼元に伝えた内容を入れてください。",
                "It was not accepted, and no reason is given. Enter what the requester was told.");
        found.warnIf(
                answer == RequestAnswer.REQUEST_ANSWER_ACCEPTED
                        && request.getAssignment().getBodyId().isEmpty(),
                "assignment",
                "nobody_assigned",
                "受諾しましたが、担当する機関が決まっていません。",
                "It was accepted, and no body is assigned to it.");
    }
}
