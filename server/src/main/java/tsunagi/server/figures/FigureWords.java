package tsunagi.server.figures;

import java.util.Map;

/** The Japanese of the words that stand in the columns of figures. */
final class FigureWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("information", "情報提供"),
            Map.entry("introduction", "紹介"),
            Map.entry("brokered", "橋渡し"),
            Map.entry("accepted", "受付"),
            Map.entry("done", "実施"),
            Map.entry("declined", "不成立"),
            Map.entry("result_unknown", "結果不明"),
            Map.entry("unspecified", "未了"),
            Map.entry("visit", "訪問"),
            Map.entry("workshop", "講座"),
            Map.entry("consultation", "個別相談"),
            Map.entry("measuring", "測定会"),
            Map.entry("meeting", "会議"),
            Map.entry("before", "実施前"),
            Map.entry("after", "実施後"),
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

    static String of(String word) {
        return WORDS.getOrDefault(word, word);
    }
}
