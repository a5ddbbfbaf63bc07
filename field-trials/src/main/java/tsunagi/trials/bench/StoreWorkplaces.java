package tsunagi.trials.bench;

import java.util.List;
import java.util.Random;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.InsurerKind;
import tsunagi.records.v1.Workplace;

/** Invented workplaces with names, readings and addresses as they are found in a town, hardly two of them alike. */
final class StoreWorkplaces {
    private record Word(String written, String reading) {}

    private static final List<Word> OWNERS = List.of(
            new Word("灯浜", "ともしびはま"),
            new Word("髙橋", "たかはし"),
            new Word("山田", "やまだ"),
            new Word("渡邊", "わたなべ"),
            new Word("北斗", "ほくと"),
            new Word("みなと", "みなと"),
            new Word("ﾔﾏｻﾞｷ", "やまざき"),
            new Word("青葉", "あおば"),
            new Word("小川", "おがわ"),
            new Word("サンライズ", "さんらいず"),
            new Word("丸二", "まるに"),
            new Word("斎藤", "さいとう"),
            new Word("七重", "ななえ"),
            new Word("松風", "まつかぜ"),
            new Word("エイト", "えいと"),
            new Word("佐々木", "ささき"));
    private static final List<Word> TRADES = List.of(
            new Word("酒造", "しゅぞう"),
            new Word("製作所", "せいさくしょ"),
            new Word("建設", "けんせつ"),
            new Word("運輸", "うんゆ"),
            new Word("水産", "すいさん"),
            new Word("自動車整備", "じどうしゃせいび"),
            new Word("印刷", "いんさつ"),
            new Word("食品", "しょくひん"),
            new Word("クリーニング", "くりーにんぐ"),
            new Word("介護センター", "かいごせんたー"),
            new Word("電機", "でんき"),
            new Word("木工", "もっこう"));
    private static final List<Word> PARTS = List.of(
            new Word("", ""),
            new Word(" 本店", "ほんてん"),
            new Word(" 北事業所", "きたじぎょうしょ"),
            new Word(" 第二工場", "だいにこうじょう"),
            new Word(" 港事業場", "みなとじぎょうじょう"));
    private static final List<String> FORMS = List.of("株式会社", "有限会社", "合同会社", "㈱", "");
    private static final List<String> STREETS = List.of("七重浜", "本町", "港町", "大手町", "桔梗", "中央", "昭和", "美原", "上磯", "飯生");

    private StoreWorkplaces() {}

    static Workplace one(int number, Random random) {
        Word owner = one(OWNERS, random);
        Word trade = one(TRADES, random);
        Word part = one(PARTS, random);
        String street = one(STREETS, random);
        String numbers = 1 + random.nextInt(9) + "-" + (1 + random.nextInt(30)) + "-" + (1 + random.nextInt(20));
        return Workplace.newBuilder()
                .setName(one(FORMS, random) + owner.written() + trade.written() + part.written())
                .setNameReading(owner.reading() + trade.reading() + part.reading())
                .addAliases(owner.reading() + "さん")
                .setCorporateNumber(String.format("%013d", 1_000_000_000_000L + number))
                .setIndustry(Industry.forNumber(1 + random.nextInt(18)))
                .setBusiness(trade.written() + "と小売")
                .setPostalCode(String.format("%07d", 400_000 + random.nextInt(9_999)))
                .setMunicipalityCode("01236")
                .setAddress(street + numbers)
                .setPhone("0138-" + (10 + random.nextInt(90)) + "-" + (1000 + random.nextInt(9000)))
                .putDepartments("a", department("製造"))
                .putDepartments("b", department("出荷"))
                .putDepartments("c", department("事務"))
                .putHeadcounts(
                        "2026",
                        Headcount.newBuilder().setPeople(1 + random.nextInt(49)).build())
                .addInsurerKinds(InsurerKind.INSURER_KIND_KYOKAI_KENPO)
                .setVisitingNotes("裏口から入る。" + (10 + random.nextInt(8)) + "時ごろがよい。")
                .build();
    }

    private static Department department(String name) {
        return Department.newBuilder().setName(name).build();
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
