package tsunagi.rules;

import tsunagi.records.v1.AreaCensus;
import tsunagi.records.v1.CensusCount;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.SizeClass;
import tsunagi.records.v1.Theme;

/** Rules for what is made once and named by others: themes, materials, forms, censuses; and for reviews. */
final class ListRules {
    private ListRules() {}

    static void check(Theme theme, Findings found, RuleContext others) {
        found.required(!theme.getKey().isEmpty(), "key", "テーマのキー", "The theme's key");
        if (!theme.getKey().isEmpty() && !theme.getKey().matches("[a-z][a-z0-9_]*")) {
            found.error(
                    "key",
                    "not_a_key",
                    "テーマのキー「" + theme.getKey() + "」は半角の小文字・数字・下線で付けてください。",
                    "Give the theme's key '" + theme.getKey() + "' in lower-case letters, digits and underscores.");
        }
    }

    static void check(Material material, Findings found, RuleContext others) {
        found.required(!material.getTitle().isEmpty(), "title", "配布物の名称", "The title");
    }

    static void check(FormVersion form, Findings found, RuleContext others) {
        found.required(!form.getFormKey().isEmpty(), "form_key", "調査票のキー", "The form's key");
        found.required(!form.getVersion().isEmpty(), "version", "調査票の版", "The version");
        found.required(!form.getTitle().isEmpty(), "title", "調査票の名称", "The title");
        found.required(form.hasXform(), "xform", "調査票の本体(XForm)", "The XForm");
        Days.expectOrder(
                found,
                form.getPublishedOn(),
                form.getRetiredOn(),
                "retired_on",
                "使用終了日が公開日より前です",
                "It was retired before it was published");
    }

    static void check(AreaCensus census, Findings found, RuleContext others) {
        found.required(!census.getMunicipalityCode().isEmpty(), "municipality_code", "市区町村", "The municipality");
        found.required(!census.getStatistic().isEmpty(), "statistic", "統計の名称と年", "The statistic");
        census.getCountsMap()
                .forEach((key, count) -> found.warnIf(
                        !isNamed(count),
                        "counts." + key,
                        "class_missing",
                        "「" + key + "」の業種か規模が読み取れません。取り込みをやり直してください。",
                        "The industry or size of '" + key + "' is not known. Import it again."));
    }

    private static boolean isNamed(CensusCount count) {
        return count.getIndustry() != Industry.INDUSTRY_UNSPECIFIED
                && count.getSizeClass() != SizeClass.SIZE_CLASS_UNSPECIFIED;
    }

    static void check(Review review, Findings found, RuleContext others) {
        found.required(!review.getAboutId().isEmpty(), "about_id", "どの記録の確認か", "The record it is about");
        found.warnIf(
                review.getExclusion().getLeftOut()
                        && review.getExclusion().getReason().isEmpty(),
                "exclusion.reason",
                "reason_missing",
                "集計から除く理由が入っていません。",
                "It is left out of totals without a reason.");
        review.getAnswersMap()
                .keySet()
                .forEach(key -> found.warnIf(
                        !review.containsQuestions(key),
                        "answers." + key,
                        "question_missing",
                        "回答はありますが、もとの「確認のお願い」が見つかりません。",
                        "There is an answer without its question."));
    }
}
