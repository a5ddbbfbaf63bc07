package tsunagi.rules;

import java.util.Optional;
import tsunagi.matchcode.CodeReading;
import tsunagi.matchcode.MatchCode;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.RaterSide;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Validity;

/** Rules for sheets, but for what their form says about the answers. */
final class ResponseRules {
    private ResponseRules() {}

    static void check(Response response, Findings found, RuleContext others) {
        found.required(!response.getRoundId().isEmpty(), "round_id", "どの調査回の回答か", "The round");
        found.required(!response.getFormVersionId().isEmpty(), "form_version_id", "調査票の版", "The version of the form");
        boolean isOfWorkplace = response.getSubject() == ResponseSubject.RESPONSE_SUBJECT_WORKPLACE;
        found.warnIf(
                isOfWorkplace && !response.getMatchCode().isEmpty(),
                "match_code",
                "code_of_workplace",
                "事業場についての調査票に照合コードは要りません。コードを消してください。",
                "A sheet about a workplace bears no code. Clear it.");
        found.warnIf(
                response.getValidity().getValidity() == Validity.VALIDITY_VALID
                        && response.getProgress().getState() == ResponseState.RESPONSE_STATE_BROKEN_OFF,
                "validity.validity",
                "valid_though_broken_off",
                "中断した回答票が「有効」と判断されています。判断を確かめてください。",
                "A sheet that was broken off is judged valid. Check the judgement.");
        others.find(Round.getDefaultInstance(), response.getRoundId())
                .ifPresent(round -> checkRound(response, round, found));
        if (!response.getMeetingId().isEmpty()) {
            checkEvaluation(response, found, others);
        }
    }

    private static void checkRound(Response response, Round round, Findings found) {
        checkIdentity(response, round.getIdentity(), found);
        Days.expectOrder(
                found,
                round.getOpensOn(),
                response.getWrittenOn(),
                "written_on",
                "記入日が調査の始まりより前です",
                "It was written before the round opened");
        Days.expectOrder(
                found,
                response.getWrittenOn(),
                round.getClosesOn(),
                "written_on",
                "記入日が調査の終わりより後です",
                "It was written after the round closed");
        response.getConsentsMap()
                .forEach((scope, consent) -> found.warnIf(
                        isGiven(consent) && !round.getConsentScopesList().contains(scope),
                        "consents." + scope,
                        "scope_not_asked",
                        "この調査回では尋ねていない範囲(" + scope + ")の同意が入っています。",
                        "There is consent to a scope (" + scope + ") that the round does not ask for."));
    }

    private static boolean isGiven(Consent consent) {
        return consent.getState() == ConsentState.CONSENT_STATE_GIVEN;
    }

    private static void checkIdentity(Response response, RoundIdentity identity, Findings found) {
        boolean hasCode = !response.getMatchCode().isEmpty();
        boolean hasName = !response.getParticipantId().isEmpty();
        boolean isAnonymous = identity == RoundIdentity.ROUND_IDENTITY_ANONYMOUS
                || identity == RoundIdentity.ROUND_IDENTITY_UNSPECIFIED;
        if (isAnonymous && hasCode) {
            found.error(
                    "match_code",
                    "code_in_anonymous_round",
                    "無記名の調査回なのに照合コードが入っています。コードを消してください。",
                    "The round is anonymous, but the sheet bears a code. Clear it.");
        }
        if (identity != RoundIdentity.ROUND_IDENTITY_NAMED && hasName) {
            found.error(
                    "participant_id",
                    "name_in_nameless_round",
                    "記名の調査回ではないのに、受講者が結び付けられています。結び付きを消してください。",
                    "The round is not named, but the sheet bears a participant. Clear it.");
        }
        boolean asksForCode = response.getSubject() != ResponseSubject.RESPONSE_SUBJECT_WORKPLACE;
        found.warnIf(
                identity == RoundIdentity.ROUND_IDENTITY_CODED && asksForCode && !hasCode,
                "match_code",
                "code_lost",
                "照合コードがありません。前後の比較には使えません(推測して入れないでください)。",
                "There is no code; the sheet stays unpaired. Do not guess one.");
        found.warnIf(
                identity == RoundIdentity.ROUND_IDENTITY_CODED
                        && hasCode
                        && !(MatchCode.read(response.getMatchCode()) instanceof CodeReading.Fits),
                "match_code",
                "code_misread",
                "照合コード「" + response.getMatchCode() + "」は正しくありません(7桁で、最後の1桁が検査数字です)。用紙と見比べてください。",
                "'" + response.getMatchCode()
                        + "' is no match code (7 digits, the last checks the others). Compare it with the" + " sheet.");
        found.warnIf(
                identity == RoundIdentity.ROUND_IDENTITY_NAMED && !hasName,
                "participant_id",
                "name_missing",
                "記名の調査回ですが、誰の回答か分かりません。",
                "The round is named, but nobody knows whose sheet it is.");
    }

    private static void checkEvaluation(Response response, Findings found, RuleContext others) {
        found.wanted(
                response.getRaterSide() != RaterSide.RATER_SIDE_UNSPECIFIED,
                "rater_side",
                "自己評価・他者評価の別",
                "Which side rates");
        Days.expectOrder(
                found,
                response.getRatedOn(),
                response.getWrittenOn(),
                "written_on",
                "記入日が評価の対象の日より前です",
                "It was written before the day it rates");
        Optional<Meeting> meeting = others.find(Meeting.getDefaultInstance(), response.getMeetingId());
        meeting.ifPresent(rated -> found.warnIf(
                !response.getRatedOn().isEmpty()
                        && !rated.getHeldOn().isEmpty()
                        && !response.getRatedOn().equals(rated.getHeldOn()),
                "rated_on",
                "other_day_than_meeting",
                "評価の対象の日(" + response.getRatedOn() + ")が会議の日(" + rated.getHeldOn() + ")と違います。",
                "The day that is rated is not the day of the meeting (" + rated.getHeldOn() + ")."));
    }
}
