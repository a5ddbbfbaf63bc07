package tsunagi.server.figures;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.Map;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.ReferralStrength;
import tsunagi.records.v1.RoundPhase;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.WordFile;

/** What figures and the values in their columns are called, in one language. */
final class FigureWords {
    private static final Map<String, ProtocolMessageEnum> CHOICES = Map.ofEntries(
            Map.entry("information", ReferralStrength.REFERRAL_STRENGTH_INFORMATION),
            Map.entry("introduction", ReferralStrength.REFERRAL_STRENGTH_INTRODUCTION),
            Map.entry("brokered", ReferralStrength.REFERRAL_STRENGTH_BROKERED),
            Map.entry("accepted", ReferralState.REFERRAL_STATE_ACCEPTED),
            Map.entry("done", ReferralState.REFERRAL_STATE_DONE),
            Map.entry("declined", ReferralState.REFERRAL_STATE_DECLINED),
            Map.entry("result_unknown", ReferralState.REFERRAL_STATE_RESULT_UNKNOWN),
            Map.entry("before", RoundPhase.ROUND_PHASE_BEFORE),
            Map.entry("after", RoundPhase.ROUND_PHASE_AFTER),
            Map.entry("approach", RecordType.RECORD_TYPE_APPROACH),
            Map.entry("request", RecordType.RECORD_TYPE_REQUEST),
            Map.entry("visit", RecordType.RECORD_TYPE_VISIT),
            Map.entry("consultation", RecordType.RECORD_TYPE_CONSULTATION),
            Map.entry("measuring", RecordType.RECORD_TYPE_MEASURING),
            Map.entry("meeting", RecordType.RECORD_TYPE_MEETING),
            Map.entry("referral", RecordType.RECORD_TYPE_REFERRAL),
            Map.entry("action", RecordType.RECORD_TYPE_ACTION),
            Map.entry("follow_up", RecordType.RECORD_TYPE_FOLLOW_UP),
            Map.entry("round", RecordType.RECORD_TYPE_ROUND));

    private static final FigureWords JAPANESE = new FigureWords(Language.JAPANESE);
    private static final FigureWords ENGLISH = new FigureWords(Language.ENGLISH);

    private final WordFile words;
    private final RecordWords choices;

    private FigureWords(Language language) {
        this.words = WordFile.of("figures", language);
        this.choices = RecordWords.in(language);
    }

    static FigureWords in(Language language) {
        return language == Language.JAPANESE ? JAPANESE : ENGLISH;
    }

    /** The word of a key; {0}, {1} … stand for the parts. */
    String say(String key, Object... parts) {
        String said = words.get(key);
        for (int i = 0; i < parts.length; i++) {
            said = said.replace("{" + i + "}", String.valueOf(parts[i]));
        }
        return said;
    }

    /** A value as it stands in a column of a view; what is not known as it stands there. */
    String value(String value) {
        ProtocolMessageEnum choice = CHOICES.get(value);
        return choice == null ? words.find("value." + value).orElse(value) : choices.value(choice);
    }
}
