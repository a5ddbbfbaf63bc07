package tsunagi.server.imports;

import static tsunagi.server.imports.ImportColumn.optional;
import static tsunagi.server.imports.ImportColumn.required;

import java.util.List;
import java.util.Locale;

/** What can be imported, and the columns it has. */
enum ImportKind {
    /** 事業場. */
    WORKPLACES(List.of(
            required("name", "事業場名", "灯浜酒造株式会社", "名称", "事業所名", "会社名", "企業名", "商号", "事業場の名称", "事業所の名称", "workplace"),
            optional("name_reading", "ふりがな", "ともしびはましゅぞう", "フリガナ", "よみ", "読み", "事業場名ふりがな", "事業所名フリガナ", "事業場名カナ", "カナ"),
            optional("corporate_number", "法人番号", "7000012050002"),
            optional("industry", "業種", "E 製造業", "産業", "産業大分類", "業種大分類", "大分類"),
            optional("business", "事業内容", "清酒の製造", "主な事業"),
            optional("postal_code", "郵便番号", "049-0111", "〒"),
            optional("municipality_code", "市区町村コード", "01236", "自治体コード", "団体コード", "全国地方公共団体コード"),
            optional("address", "住所", "七重浜1-2-3", "所在地", "事業場住所", "事業所所在地"),
            optional("phone", "電話番号", "0138-00-0000", "電話", "tel", "連絡先電話"),
            optional("people", "従業員数", "34", "従業者数", "労働者数", "人数", "社員数"),
            optional("as_of", "従業員数の基準日", "令和6年4月1日", "基準日", "調査日", "時点"),
            optional("insurers", "医療保険者", "協会けんぽ", "保険者", "加入保険", "健康保険"),
            optional("aliases", "別名", "灯浜の蔵", "通称", "屋号", "旧名称"),
            optional("visiting_notes", "訪問時の注意", "駐車場は裏手", "備考", "メモ"),
            optional("closed_on", "廃業日", "", "閉鎖日"))),

    /** 受講者. */
    PARTICIPANTS(List.of(
            required("name", "氏名", "佐藤 花子", "名前", "受講者", "受講者名", "参加者", "参加者名", "受講者氏名", "参加者氏名", "お名前"),
            optional("name_reading", "ふりがな", "さとう はなこ", "フリガナ", "よみ", "読み", "氏名カナ", "氏名ふりがな", "カナ"),
            optional("number", "番号", "", "受講番号", "受付番号", "no", "整理番号"),
            optional("side", "区分", "職域側", "地域側・職域側", "地域職域", "地域・職域の別"),
            optional("workplace", "事業場名", "灯浜酒造", "事業場", "事業所名", "勤務先", "会社名"),
            optional("department", "部署", "製造", "部署名", "所属部署"),
            optional("affiliation", "所属", "", "所属機関", "所属先", "団体名"),
            optional("occupation", "職種", "製造・現場作業", "職業"),
            optional("employment", "雇用形態", "正社員", "雇用区分"))),

    /** 出席. */
    ATTENDANCE(List.of(
            required("held_on", "開催日", "令和6年7月26日", "日付", "実施日", "受講日", "研修日"),
            optional("workshop", "開催回", "腰痛予防講座", "講座", "講座名", "研修名", "開催回名", "タイトル"),
            required("name", "氏名", "佐藤 花子", "名前", "受講者", "受講者名", "参加者", "参加者名", "受講者氏名", "参加者氏名"),
            optional("number", "番号", "", "受講番号", "受付番号", "no", "整理番号"),
            optional("workplace", "事業場名", "灯浜酒造", "事業場", "事業所名", "勤務先", "会社名"),
            optional("affiliation", "所属", "", "所属機関", "所属先", "団体名"),
            required("state", "出欠", "出席", "出席状況", "出欠区分", "参加", "出席"))),

    /** 回答; questions have columns of their own. */
    ANSWERS(List.of(
            optional("written_on", "記入日", "2024-07-15", "タイムスタンプ", "回答日時", "回答日", "完了時刻", "送信日時", "timestamp"),
            optional("match_code", "照合コード", "", "コード", "回答者コード"),
            optional("department", "部署", "", "部署名"),
            optional("employment", "雇用形態", "", "雇用区分"),
            optional("sex", "性別", ""),
            optional("age_band", "年代", "", "年齢層"))),

    /** 地域の事業場数, one line for each industry and size, or a column for each size. */
    COVERAGE(List.of(
            required("municipality_code", "市区町村コード", "01236", "自治体コード", "団体コード", "地域コード", "全国地方公共団体コード"),
            required("industry", "業種", "E 製造業", "産業", "産業大分類", "大分類"),
            optional("size", "規模", "5～9人", "従業者規模", "事業所規模", "規模区分"),
            optional("workplaces", "事業場数", "12", "事業所数", "事業所"),
            optional("people", "従業者数", "81", "従業員数")));

    @SuppressWarnings("ImmutableEnumChecker") // List.copyOf makes it so, and records are
    private final List<ImportColumn> columns;

    ImportKind(List<ImportColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    List<ImportColumn> columns() {
        return columns;
    }

    ImportColumn column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this + " has no column " + key));
    }

    /** A file to begin with: headings and one line as an example, with the mark by which Excel knows UTF-8. */
    String template() {
        String headings =
                String.join(",", columns.stream().map(ImportColumn::heading).toList());
        String example =
                String.join(",", columns.stream().map(ImportColumn::example).toList());
        return "\uFEFF" + headings + "\r\n" + example + "\r\n";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
