package tsunagi.server.export;

import tsunagi.server.words.Language;

/** What exported tables say beside the words of the records. */
enum Said {
    CODE_BOOK("項目の説明", "Code book"),
    UNWRITTEN("書けなかった文字", "Characters not written"),
    TABLE("表", "Table"),
    COLUMN("列", "Column"),
    HEADING("見出し", "Heading"),
    ID("項目名", "Column id"),
    KIND("種類", "Kind"),
    EXPLANATION("説明", "Explanation"),
    UNIT("単位", "Unit"),
    CHOICES("選択肢（＝のあとは項目値）", "Choices (= value)"),
    LINE("行", "Line"),
    CHARACTER("文字", "Character"),
    CODE_POINT("文字コード", "Code point"),
    WRITTEN_AS("置き換え", "Written as"),
    MORE("これより多いため、ここまでを載せています", "There are more; the list ends here"),
    NOTHING_UNWRITTEN("書けなかった文字はありません", "All characters were written"),
    DROPPED("（なし）", "(nothing)"),
    YES("はい", "Yes"),
    NO("いいえ", "No"),
    LEFT_OUT("集計から除く", "Left out of totals"),
    LEFT_OUT_SAYS(
            "「はい」の記録は集計に入りません。書き出しでは消さずに印を付けています。",
            "Records with Yes are in no totals; here they are marked, not dropped."),
    CONFLICTS("食い違いの数", "Conflicts"),
    PROBLEMS("確認事項の数", "Problems"),
    FIRST_PERSON("記録者", "Recorded by"),
    FIRST_AT("記録日時", "Recorded at"),
    LAST_PERSON("最終更新者", "Changed last by"),
    LAST_AT("最終更新日時", "Changed last at"),
    RECORD_ID("記録ID", "Record id"),
    ID_OF("%s（ID）", "%s (id)"),
    PART("%s：%s", "%s: %s"),
    CONSENT("同意：%s", "Consent: %s"),
    SCORE("得点：%s", "Score: %s"),
    HIGHER_BETTER("高いほどよい", "Higher is better"),
    LOWER_BETTER("低いほどよい", "Lower is better"),
    STANDING("有効・無効", "Valid"),
    VALID("有効", "Valid"),
    INVALID("無効", "Invalid"),
    BROKEN_OFF("中断", "Broken off"),
    FORM_UNKNOWN("判定できない", "Cannot be judged"),
    SCORE_MISSING("無効（必要な回答がない）", "Invalid (answers missing)"),
    FREE_TEXT_SAYS(
            "自由記述です。個人が分かる内容がないか確かめてから使い、事業場には渡さないでください。",
            "Free text: look for what tells of people before using it, and never hand it to the workplace."),
    FREE_TEXT_HEADING("%s【自由記述】", "%s [free text]"),
    GAP_SAYS(
            "聞いたのに答えがないときは、無回答・判読不能・複数回答と書いてあります。空欄は聞いていない問いです。",
            "Left empty, illegible or too many say why there is no answer; blank was not asked."),
    SHEETS("回答票", "Sheets"),
    ANSWERS("回答：%s", "Answers: %s"),
    FILE("ファイルあり", "file"),
    RECORDS("記録", "records"),
    YEAR("%d年度", "FY%d"),
    KIND_TEXT("文字", "Text"),
    KIND_FREE_TEXT("自由記述", "Free text"),
    KIND_NUMBER("数", "Number"),
    KIND_DAY("日付", "Date"),
    KIND_MOMENT("日時", "Date and time"),
    KIND_CHOICE("選択（ひとつ）", "One choice"),
    KIND_CHOICES("選択（いくつでも）", "Several choices"),
    KIND_ID("ID", "Id");

    private final String japanese;
    private final String english;

    Said(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    String in(Language language, Object... parts) {
        String words = language == Language.JAPANESE ? japanese : english;
        return parts.length == 0 ? words : String.format(language.locale(), words, parts);
    }

    static Said kind(ExportColumn.Kind kind) {
        return valueOf("KIND_" + kind.name());
    }
}
