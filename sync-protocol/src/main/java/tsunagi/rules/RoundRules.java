package tsunagi.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.matchcode.RoundCodes;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.SheetCount;

/** Rules for rounds. */
final class RoundRules {
    private static final String ALL = "all";
    private static final List<String> SCOPES = Arrays.asList("totals", "own_sheet", "manager", "research");

    private RoundRules() {}

    static void check(Round round, Findings found, RuleContext others) {
        found.required(!round.getFormVersionId().isEmpty(), "form_version_id", "使う調査票", "The form");
        found.required(
                round.getIdentity() != RoundIdentity.ROUND_IDENTITY_UNSPECIFIED,
                "identity",
                "回答者の識別(無記名・コード・記名)",
                "The identity (anonymous, coded or named)");
        found.wanted(
                round.getPhase() != RoundPhase.ROUND_PHASE_UNSPECIFIED,
                "phase",
                "実施の時期(実施前・実施後・フォローアップ・単回)",
                "The phase (before, after, follow-up, single)");
        boolean isSomewhere = !round.getWorkplaceId().isEmpty()
                || !round.getWorkshopId().isEmpty()
                || !round.getMeetingId().isEmpty()
                || round.getMunicipalityCodesCount() > 0;
        found.wanted(isSomewhere, "workplace_id", "どこで行うか(事業場・開催回・会議・地域)", "Where it is asked");
        Days.requireOrder(
                found,
                round.getOpensOn(),
                round.getClosesOn(),
                "closes_on",
                "調査の終わりが始まりより前です",
                "It closes before it opens");
        Days.requireOrder(
                found,
                round.getClosesOn(),
                round.getKeepUntilOn(),
                "keep_until_on",
                "保存期限が調査の終わりより前です",
                "The sheets would be destroyed before it closes");
        Days.expectInProgramme(found, round.getOpensOn(), "opens_on", round.getProgramId(), others);
        Days.expectInProgramme(found, round.getClosesOn(), "closes_on", round.getProgramId(), others);
        for (String scope : round.getConsentScopesList()) {
            found.warnIf(
                    !SCOPES.contains(scope) && !scope.startsWith("body:"),
                    "consent_scopes",
                    "unknown_scope",
                    "同意の範囲「" + scope + "」は知られていません。",
                    "The scope of consent '" + scope + "' is not known.");
        }
        round.getCodeRangesMap()
                .forEach((key, range) -> found.warnIf(
                        !RoundCodes.has(range.getFirstNumber(), range.getCount()),
                        "code_ranges",
                        "code_range_unfit",
                        "配布した照合コードの番号の範囲「" + key + "」は正しくありません。直すまで、配布していないコードを見分けられません。",
                        "The range '" + key
                                + "' of codes that were given out is none. Until it is mended, wrong codes cannot be told"
                                + " from new people."));
        checkCounts(round, found);
        checkPairing(round, found, others);
    }

    /** Valid ≤ back ≤ out ≤ addressed. */
    private static void checkCounts(Round round, Findings found) {
        checkAtMost(round.getSheetsOutMap(), round.getAddressedPeopleMap(), "sheets_out", "配布数", "対象者数", found);
        checkAtMost(round.getSheetsBackMap(), round.getSheetsOutMap(), "sheets_back", "回収数", "配布数", found);
        checkAtMost(round.getSheetsValidMap(), round.getSheetsBackMap(), "sheets_valid", "有効回答数", "回収数", found);
    }

    private static void checkAtMost(
            Map<String, SheetCount> smaller,
            Map<String, SheetCount> larger,
            String field,
            String smallerName,
            String largerName,
            Findings found) {
        if (smaller.isEmpty() || larger.isEmpty()) {
            return;
        }
        int less = sum(smaller);
        int more = sum(larger);
        found.warnIf(
                less > more,
                field,
                "more_than_all",
                smallerName + "(" + less + ")が" + largerName + "(" + more + ")より多くなっています。数を確かめてください。",
                "There are more (" + less + ") than there can be (" + more + "). Check the counts.");
    }

    /** Where there are parts, they are added and {@code all} is not read. */
    private static int sum(Map<String, SheetCount> counts) {
        boolean hasParts = counts.keySet().stream().anyMatch(key -> !key.equals(ALL));
        return counts.entrySet().stream()
                .filter(entry -> !hasParts || !entry.getKey().equals(ALL))
                .mapToInt(entry -> entry.getValue().getCount())
                .sum();
    }

    private static void checkPairing(Round round, Findings found, RuleContext others) {
        boolean isLater = round.getPhase() == RoundPhase.ROUND_PHASE_AFTER;
        found.warnIf(
                isLater
                        && round.getPairedRoundId().isEmpty()
                        && round.getIdentity() != RoundIdentity.ROUND_IDENTITY_ANONYMOUS,
                "paired_round_id",
                "pair_missing",
                "「実施後」ですが、対になる実施前の調査回が選ばれていません。前後の比較ができません。",
                "It is an 'after' without its 'before'; nothing can be compared.");
        Optional<Round> before = others.find(Round.getDefaultInstance(), round.getPairedRoundId());
        before.ifPresent(paired -> {
            found.warnIf(
                    isAnonymous(paired) || isAnonymous(round),
                    "paired_round_id",
                    "pair_anonymous",
                    "無記名の調査回どうしは、同じ人の前後を結べません。",
                    "Sheets of an anonymous round cannot be paired.");
            Days.expectOrder(
                    found,
                    paired.getOpensOn(),
                    round.getOpensOn(),
                    "opens_on",
                    "対になる調査回より前に始まっています",
                    "It opens before the round it is paired with");
        });
    }

    private static boolean isAnonymous(Round round) {
        return round.getIdentity() == RoundIdentity.ROUND_IDENTITY_ANONYMOUS;
    }
}
