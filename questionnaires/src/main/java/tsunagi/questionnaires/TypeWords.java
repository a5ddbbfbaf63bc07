package tsunagi.questionnaires;

import java.util.EnumMap;
import java.util.Map;

/** How people call what a question takes. */
final class TypeWords {
    private static final Map<QuestionType, Wording> WORDS = new EnumMap<>(QuestionType.class);

    static {
        put(QuestionType.TEXT, "文字", "text");
        put(QuestionType.WHOLE_NUMBER, "整数", "a whole number");
        put(QuestionType.NUMBER, "数", "a number");
        put(QuestionType.DATE, "日付(YYYY-MM-DD)", "a date (YYYY-MM-DD)");
        put(QuestionType.TIME, "時刻(HH:MM)", "a time (HH:MM)");
        put(QuestionType.MOMENT, "日時(YYYY-MM-DDTHH:MM)", "a date and time (YYYY-MM-DDTHH:MM)");
        put(QuestionType.CHOICE, "選択肢 1 つ", "one choice");
        put(QuestionType.CHOICES, "選択肢(いくつでも)", "choices");
        put(QuestionType.RANKING, "順位をつけた選択肢", "choices in order");
        put(QuestionType.PLACE, "位置(緯度 経度 高度 精度)", "a place (latitude, longitude, altitude, accuracy)");
        put(QuestionType.LINE, "線(位置を ; で区切る)", "a line (places, separated by ;)");
        put(QuestionType.AREA, "範囲(位置を ; で区切り、最初に戻る)", "an area (places, separated by ;, back to the first)");
        put(QuestionType.FILE, "写真などのファイル", "a file");
        put(QuestionType.BARCODE, "バーコードの文字", "the text of a barcode");
        put(QuestionType.ACKNOWLEDGEMENT, "確認(OK)", "OK");
        put(QuestionType.TRUTH, "true か false", "true or false");
    }

    private TypeWords() {}

    static String ja(QuestionType type) {
        return WORDS.get(type).ja();
    }

    static String en(QuestionType type) {
        return WORDS.get(type).en();
    }

    private static void put(QuestionType type, String ja, String en) {
        WORDS.put(type, new Wording(ja, en));
    }
}
