package tsunagi.server.figures;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.Map;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.ReferralStrength;
import tsunagi.records.v1.RoundPhase;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;

/** The Japanese of the words that stand in the columns of figures. */
final class FigureWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("information", word(ReferralStrength.REFERRAL_STRENGTH_INFORMATION)),
            Map.entry("introduction", word(ReferralStrength.REFERRAL_STRENGTH_INTRODUCTION)),
            Map.entry("brokered", word(ReferralStrength.REFERRAL_STRENGTH_BROKERED)),
            Map.entry("accepted", word(ReferralState.REFERRAL_STATE_ACCEPTED)),
            Map.entry("done", word(ReferralState.REFERRAL_STATE_DONE)),
            Map.entry("declined", word(ReferralState.REFERRAL_STATE_DECLINED)),
            Map.entry("result_unknown", word(ReferralState.REFERRAL_STATE_RESULT_UNKNOWN)),
            Map.entry("unspecified", "未了"),
            Map.entry("visit", word(RecordType.RECORD_TYPE_VISIT)),
            Map.entry("workshop", "講座"),
            Map.entry("consultation", word(RecordType.RECORD_TYPE_CONSULTATION)),
            Map.entry("measuring", word(RecordType.RECORD_TYPE_MEASURING)),
            Map.entry("meeting", word(RecordType.RECORD_TYPE_MEETING)),
            Map.entry("before", word(RoundPhase.ROUND_PHASE_BEFORE)),
            Map.entry("after", word(RoundPhase.ROUND_PHASE_AFTER)),
            Map.entry("left", "実施後の回答なし(退職・未提出など)"),
            Map.entry("new", "実施前の回答なし(新しく加わった人など)"),
            Map.entry("code_unknown", "配布していないコード(書き間違いなど)"),
            Map.entry("code_lost", "コードなし"),
            Map.entry("code_twice", "同じコードが2枚以上"),
            Map.entry("invalid", "無効回答"),
            Map.entry("withdrawn", "同意の撤回"),
            Map.entry("left_out", "集計から除く"),
            Map.entry("satisfaction", "満足度"));

    private FigureWords() {}

    private static String word(ProtocolMessageEnum value) {
        return RecordWords.in(Language.JAPANESE).value(value);
    }

    static String of(String word) {
        return WORDS.getOrDefault(word, word);
    }
}
