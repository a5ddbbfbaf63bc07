package tsunagi.trials.load;

import java.util.List;
import java.util.Random;

/** What nurses write about a visit, put together so that hardly two sentences are alike. */
final class VisitWords {
    private static final List<String> PLACES = List.of(
            "瓶詰め場", "麹室", "出荷口", "事務所", "休憩室", "直売所", "倉庫", "洗い場", "組立ライン", "厨房", "積込場", "更衣室", "溶接場", "検品台", "駐車場",
            "配送車");
    private static final List<String> TASKS = List.of(
            "一升瓶ケースの運搬",
            "立ち仕事",
            "中腰での洗浄",
            "長時間の運転",
            "袋詰め",
            "パソコン作業",
            "脚立の上での作業",
            "蒸米の掘り出し",
            "台車の押し引き",
            "荷下ろし",
            "ラベル貼り",
            "床の清掃");
    private static final List<String> BURDENS = List.of(
            "腰への負担が大きい",
            "肩こりを訴える人が多い",
            "転びそうになった人がいる",
            "休憩がとれていない",
            "暑さで体調を崩した人がいる",
            "手順が人によって違う",
            "照明が暗い",
            "足元が濡れて滑りやすい",
            "夜勤明けの眠気が強い",
            "昼食を抜く人がいる");
    private static final List<String> WISHES = List.of(
            "腰痛予防の講話", "健診結果の見方", "禁煙の進め方", "朝の体操", "こころの相談先", "野菜をとる工夫", "睡眠の話", "歯科健診の案内", "転倒予防の測定", "家族も読める資料");
    private static final List<String> WHEN =
            List.of("仕込みの前に", "年度内に", "昼休みに", "始業前に", "閑散期に", "次の健診までに", "朝礼の後に", "月末を避けて", "秋口に", "早めに");
    private static final List<String> ADVICE = List.of(
            "台の高さを10cm上げる",
            "二人で持つことを徹底する",
            "1時間ごとに体を伸ばす",
            "滑り止めの靴を試す",
            "水分の置き場を決める",
            "重い物は下の棚に置く",
            "通路に物を置かない",
            "健診の再検査をすすめる",
            "地域の教室を紹介する",
            "手すりを付ける");

    private VisitWords() {}

    static String needs(Random random) {
        return one(WHEN, random) + one(WISHES, random) + "をしてほしい。" + number(random) + "名が希望。";
    }

    static String findings(Random random) {
        return one(PLACES, random) + "での" + one(TASKS, random) + "で" + one(BURDENS, random) + "。" + number(random)
                + "名中" + number(random) + "名。";
    }

    static String advice(Random random) {
        return one(WHEN, random) + one(ADVICE, random) + "よう伝えた。";
    }

    static String place(Random random) {
        return one(PLACES, random);
    }

    private static int number(Random random) {
        return 2 + random.nextInt(48);
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
