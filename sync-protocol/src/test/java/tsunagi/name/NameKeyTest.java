package tsunagi.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "灯浜酒造株式会社|(株)灯浜酒造",
                "灯浜酒造株式会社|㈱灯浜酒造",
                "灯浜酒造株式会社|燈濱酒造（株）",
                "有限会社ヤマザキ製作所|㈲ﾔﾏｻﾞｷ製作所",
                "ＡＢＣ工業|abc 工業",
                "社会福祉法人みなと会|(福)みなと会",
                "特定非営利活動法人あおば|NPO法人 アオバ",
                "山田　太郎|山田太郎",
                "髙橋 花子|高橋花子",
                "宮﨑 一|宮崎一",
                "渡邊 洋|渡辺　洋",
                "斎藤 実|齋藤實",
                "𠮷田 健|吉田健",
                "塚本 恵|塚本 恵",
                "サトウ・ハナコ|さとうはなこ",
                "ｶﾌﾞｼｷ 一ヶ所|カブシキ一ケ所",
                "カフェ ラ・メール|かふぇらめーる",
            })
    void of_isOneForTheSameName(String name, String other) {
        assertThat(NameKey.of(name)).isEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"灯浜酒造, 灯浜酒店", "山田 太郎, 山田 次郎", "カフェ, カフエ", "ビール, ビル"})
    void of_keepsDifferentNamesApart(String name, String other) {
        assertThat(NameKey.of(name)).isNotEqualTo(NameKey.of(other));
    }

    @Test
    void of_whateverIsWritten_takesOffAllThatStandsBetweenTheWords() {
        String between = "[\\s\\p{Punct}・･‐‑–—−'’「」『』【】〔〕、。]";
        Random random = new Random(20240726);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder written = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                int any = random.nextInt(4);
                written.appendCodePoint(
                        any == 0
                                ? random.nextInt(0x80)
                                : any == 1 ? 0x2010 + random.nextInt(0x20) : 0x3000 + random.nextInt(0x100));
            }
            String even = Kana.evenWidth(written.toString()).toLowerCase(Locale.ROOT);
            String wanted = Kana.toHiragana(OldCharacters.toUsual(even).replaceAll(between, ""));

            assertThat(NameKey.withLegalForm(written.toString()).text())
                    .as(written.toString())
                    .isEqualTo(wanted);
        }
    }

    @Test
    void of_whenOnlyALegalFormIsThere_isEmpty() {
        assertThat(NameKey.of("株式会社").isEmpty()).isTrue();
    }

    @Test
    void searchWords_findByPartsOfNamesAndReadings() {
        List<String> names = List.of("株式会社 燈濱酒造", "ともしびはましゅぞう", "ともはま");

        assertThat(SearchWords.of("灯浜").find(names)).isTrue();
        assertThat(SearchWords.of("㈱灯浜　ｼｭｿﾞｳ").find(names)).isTrue();
        assertThat(SearchWords.of("トモハマ").find(names)).isTrue();
        assertThat(SearchWords.of("灯浜 醤油").find(names)).isFalse();
        assertThat(SearchWords.of(" 　").find(names)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ともしびはましゅぞう, true", "さとう　はなこ, true", "サトウ, false", "佐藤, false", "123, false"})
    void isReading_isHiragana(String text, boolean isReading) {
        assertThat(Kana.isReading(text)).isEqualTo(isReading);
    }

    @Test
    void toHiragana_takesHalfWidthKanaToo() {
        assertThat(Kana.toHiragana(" ｶﾞｸﾌﾞﾁ ヴァイオリン ")).isEqualTo("がくぶち ゔぁいおりん");
    }
}
