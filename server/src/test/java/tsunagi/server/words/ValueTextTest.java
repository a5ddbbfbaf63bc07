package tsunagi.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.AnswerGap;
import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.BusySeason;
import tsunagi.records.v1.CensusCount;
import tsunagi.records.v1.CodeRange;
import tsunagi.records.v1.DeclineReason;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.HandedOut;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.HeadcountPart;
import tsunagi.records.v1.HealthDeclaration;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewAnswer;
import tsunagi.records.v1.ReviewQuestion;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.SheetCount;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.TallyRow;
import tsunagi.records.v1.TallySheet;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.WorkedTime;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

class ValueTextTest {
    private static final UUID TEAM = FullRecord.TEAM;
    private static final String NURSE = "11111111-0000-4000-8000-000000000001";
    private static final String GUEST = "22222222-0000-4000-8000-000000000002";
    private static final String CITY = "33333333-0000-4000-8000-000000000003";
    private static final String BREWERY = "44444444-0000-4000-8000-000000000004";
    private static final String NOBODY = "0190abcd-0000-7000-8000-000000000005";

    private final ValueText japanese = new ValueText(Language.JAPANESE, new Names());
    private final ValueText english = new ValueText(Language.ENGLISH, new Names());

    @Test
    void value_whenADay_isWrittenInFullWithItsWeekday() {
        Visit visit = Visit.newBuilder().setVisitOn("2024-07-08").build();

        assertThat(japanese.value(shown(visit), FieldPath.field(2), visit.toByteString()))
                .isEqualTo("2024年7月8日（月）");
        assertThat(english.value(shown(visit), FieldPath.field(2), visit.toByteString()))
                .isEqualTo("8 Jul 2024 (Mon)");
    }

    @Test
    void value_whenNoDayStandsThere_isAsItStands() {
        Visit visit = Visit.newBuilder().setVisitOn("7月ごろ").build();

        assertThat(says(visit)).containsEntry("訪問日", "7月ごろ");
    }

    @Test
    void value_whenItIsCleared_saysThatItIsEmpty() {
        assertThat(japanese.value(shown(Visit.getDefaultInstance()), FieldPath.field(2), ByteString.EMPTY))
                .isEqualTo("（空欄）");
    }

    @Test
    void value_whenATextIsEmptyButSet_saysThatItIsEmpty() {
        assertThat(says(Visit.newBuilder().setNeeds("").build())).containsEntry("ニーズ・要望", "（空欄）");
    }

    @Test
    void lines_whenAVisit_saysAllOfItInWords() {
        Visit visit = Visit.newBuilder()
                .setWorkplaceId(BREWERY)
                .setOutcome(VisitOutcome.newBuilder()
                        .setState(VisitState.VISIT_STATE_CUT_SHORT)
                        .addReasons(DeclineReason.DECLINE_REASON_BUSY_SEASON)
                        .addReasons(DeclineReason.DECLINE_REASON_NO_STAFF)
                        .setRetryOn("2024-08-01"))
                .addKinds(VisitKind.VISIT_KIND_INTERVIEW)
                .addKinds(VisitKind.VISIT_KIND_WALK_THROUGH)
                .addThemeKeys("low_back")
                .addThemeKeys("snow")
                .addThemeKeys("own")
                .putMembers(
                        NURSE,
                        StaffMember.newBuilder()
                                .setRole(StaffRole.STAFF_ROLE_LEAD)
                                .setBodyId(CITY)
                                .build())
                .putMembers(GUEST, StaffMember.newBuilder().setName("高橋 学").build())
                .putWorkedTimes(
                        GUEST,
                        WorkedTime.newBuilder()
                                .setWorkingMinutes(90)
                                .setTravelMinutes(45)
                                .setPreparationMinutes(120)
                                .build())
                .setMetWorkers(1200)
                .putMaterials(NOBODY, HandedOut.newBuilder().setCopies(20).build())
                .build();

        assertThat(says(visit))
                .containsEntry("事業場", "丸山酒造")
                .containsEntry("訪問の結果", "短縮\n理由：繁忙期、対応する人がいない\n再訪問の予定日：2024年8月1日（木）")
                .containsEntry("訪問の種類", "聞き取り、職場見学")
                .containsEntry("テーマ", "腰痛、雪かき、own")
                .containsEntry("訪問者「佐藤 恵」", "主担当\n機関：海辺市")
                .containsEntry("訪問者「高橋 学」", "氏名：高橋 学")
                .containsEntry("従事時間「高橋 学」", "現地での時間：1時間30分\n移動時間：45分\n準備・記録の時間：2時間")
                .containsEntry("話をした従業員の人数", "1,200人")
                .containsEntry("配布物「不明（0190abcd…）」", "部数：20部");
    }

    @Test
    void lines_whenAWorkplace_saysItsFactsByYearAndDepartment() {
        Workplace workplace = Workplace.newBuilder()
                .setPostalCode("6580000")
                .putDepartments(
                        "b",
                        Department.newBuilder().setName("醸造").setDisplayOrder(1).build())
                .putHeadcounts(
                        "2024",
                        Headcount.newBuilder()
                                .setPeople(42)
                                .addParts(HeadcountPart.newBuilder()
                                        .setDepartmentKey("b")
                                        .setEmployment(Employment.EMPLOYMENT_PART_TIME)
                                        .setPeople(10))
                                .addParts(HeadcountPart.newBuilder().setDepartmentKey(NOBODY))
                                .build())
                .putHealthDeclarations("2024/わが社の健康宣言", HealthDeclaration.getDefaultInstance())
                .putBusySeasons(
                        NOBODY,
                        BusySeason.newBuilder()
                                .setFromMonthDay("10-01")
                                .setUntilMonthDay("03-31")
                                .build())
                .build();

        assertThat(says(workplace))
                .containsEntry("郵便番号", "〒658-0000")
                .containsEntry("部署「醸造」", "部署名：醸造\n並び順：1")
                .containsEntry("従業員数「2024年度（令和6年度）」", "人数：42人\n内訳：\n  部署：醸造、雇用形態：パート・アルバイト、人数：10人\n  部署：不明（0190abcd…）")
                .containsEntry("健康宣言・認定「2024年度（令和6年度） わが社の健康宣言」", "（内容なし）")
                .containsEntry("繁忙期", "始まり：10月1日\n終わり：3月31日");
    }

    @Test
    void lines_whenAWorkshop_namesHeadCountsAndTheDepartmentsOfItsWorkplace() {
        Workshop workshop = Workshop.newBuilder()
                .setWorkplaceId(BREWERY)
                .putTallySheets(
                        NOBODY,
                        TallySheet.newBuilder()
                                .setCountingPersonId(NURSE)
                                .setCountedAtMs(1_721_958_120_000L)
                                .addRows(TallyRow.newBuilder().setPeople(12).setDepartmentKey("b"))
                                .build())
                .addRepeatedTallyKeys(NOBODY)
                .putPhotos(
                        GUEST,
                        Attachment.newBuilder()
                                .setMediaType("image/jpeg")
                                .setCaption("体操のようす")
                                .setTakenAtMs(1_721_958_120_000L)
                                .setSizeBytes(1_234_567)
                                .build())
                .build();

        assertThat(says(workshop))
                .containsEntry("人数のみの記録「佐藤 恵」", "数えた人：佐藤 恵\n数えた日時：2024年7月26日（金）10:42\n内訳：人数：12人、部署：醸造")
                .containsEntry("重複するため合計に入れない記録", "佐藤 恵")
                .containsEntry("写真「体操のようす」", "写真「体操のようす」（2024年7月26日（金）10:42、1.2 MB）");
    }

    @Test
    void lines_whenARoundOrASheet_saysPartsScopesCodesAndAnswers() {
        Round round = Round.newBuilder()
                .setWorkplaceId(BREWERY)
                .putAddressedPeople("all", SheetCount.newBuilder().setCount(42).build())
                .putAddressedPeople(
                        "b/part_time", SheetCount.newBuilder().setCount(10).build())
                .addConsentScopes("totals")
                .addConsentScopes("body:" + CITY)
                .putCodeRanges("0-33", CodeRange.newBuilder().setCount(34).build())
                .build();
        Response sheet = Response.newBuilder()
                .putAnswers("/data/days", Answer.newBuilder().setNumber(3).build())
                .putAnswers(
                        "/data/pain",
                        Answer.newBuilder().addChoices("a").addChoices("b").build())
                .putAnswers(
                        "/data/why",
                        Answer.newBuilder()
                                .setGap(AnswerGap.ANSWER_GAP_LEFT_EMPTY)
                                .build())
                .build();

        assertThat(says(round))
                .containsEntry("対象者数「全体」", "人数・枚数：42")
                .containsEntry("対象者数「醸造・パート・アルバイト」", "人数・枚数：10")
                .containsEntry("同意をたずねる範囲", "集計、海辺市")
                .containsEntry("配布した照合コード「1～34番」", "1～34番（34枚）");
        assertThat(says(sheet))
                .containsEntry("回答「/data/days」", "3")
                .containsEntry("回答「/data/pain」", "a、b")
                .containsEntry("回答「/data/why」", "無回答");
    }

    @Test
    void lines_whenAReview_namesWhatItIsAbout() {
        Review review = Review.newBuilder()
                .setAboutId(BREWERY)
                .setAboutType(RecordType.RECORD_TYPE_WORKPLACE)
                .putQuestions(
                        NOBODY,
                        ReviewQuestion.newBuilder()
                                .setQuestion("住所はこちらですか")
                                .setFieldNumber(Workplace.ADDRESS_FIELD_NUMBER)
                                .build())
                .putAnswers(NOBODY, ReviewAnswer.newBuilder().setAnswer("はい").build())
                .build();

        assertThat(says(review))
                .containsEntry("対象の記録", "丸山酒造")
                .containsEntry("記録の種類", "事業場")
                .containsEntry("確認のお願い「住所はこちらですか」", "確認したいこと：住所はこちらですか\n項目：住所")
                .containsEntry("お願いへの回答「住所はこちらですか」", "回答：はい");
    }

    @Test
    void value_whenAChangeAddsAnEntry_isNamedByWhatTheEntrySays() {
        Visit added = Visit.newBuilder()
                .putMembers(GUEST, StaffMember.newBuilder().setName("高橋 学").build())
                .build();

        assertThat(japanese.label(shown(Visit.getDefaultInstance()), FieldPath.entry(9, GUEST), added.toByteString()))
                .isEqualTo("訪問者「高橋 学」");
        assertThat(japanese.label(shown(Visit.getDefaultInstance()), FieldPath.entry(9, GUEST)))
                .isEqualTo("訪問者「不明（22222222…）」");
    }

    @Test
    void value_whenTheDepartmentIsToldByTheVisitBesideIt_isNamed() {
        Observation observation = Observation.newBuilder()
                .setVisitId(NOBODY)
                .setDepartmentKey("b")
                .build();
        Observation only = Observation.newBuilder().setDepartmentKey("b").build();

        assertThat(japanese.value(shown(observation), FieldPath.field(2), only.toByteString()))
                .isEqualTo("醸造");
    }

    @Test
    void value_whenOtherValuesStandInTheRecord_saysOnlyThisOne() {
        Visit standing =
                Visit.newBuilder().addKinds(VisitKind.VISIT_KIND_FIRST_TALK).build();
        Visit candidate =
                Visit.newBuilder().addKinds(VisitKind.VISIT_KIND_INTERVIEW).build();

        assertThat(japanese.value(shown(standing), FieldPath.field(5), candidate.toByteString()))
                .isEqualTo("聞き取り");
    }

    @Test
    void value_whenTheFieldIsNotKnownHere_saysWhatCanBeTold() {
        var fields = UnknownFieldSet.newBuilder()
                .addField(900, varint(15))
                .addField(901, bytes(ByteString.copyFromUtf8("新しい言葉")))
                .addField(902, bytes(ByteString.copyFrom(new byte[] {0, 1, 2})))
                .build();
        Visit visit = Visit.newBuilder().setUnknownFields(fields).build();

        assertThat(says(visit))
                .containsEntry("不明な項目（900）", "15")
                .containsEntry("不明な項目（901）", "新しい言葉")
                .containsEntry("不明な項目（902）", "3バイトのデータ");
    }

    @Test
    void value_whenAPartHasFieldsThatAreNotKnownHere_saysThatThereAreSome() {
        FollowUp followUp = FollowUp.newBuilder()
                .setAssignment(Assignment.newBuilder()
                        .setBodyId(CITY)
                        .setUnknownFields(UnknownFieldSet.newBuilder()
                                .addField(77, varint(1))
                                .build()))
                .build();

        assertThat(says(followUp)).containsEntry("担当", "担当機関：海辺市\n不明な項目（77）");
    }

    @Test
    void value_whenTypeOrBytesAreNothingKnown_neverFails() {
        ShownRecord newer =
                ShownRecord.of(new RecordKey(TEAM, 999, FullRecord.ID), ByteString.copyFrom(new byte[] {8, 5}));
        ByteString broken = ByteString.copyFrom(new byte[] {10, 100, 1});

        assertThat(japanese.lines(newer)).containsExactly(new ValueText.Line(FieldPath.field(1), "不明な項目（1）", "5"));
        assertThat(japanese.value(shown(Visit.getDefaultInstance()), FieldPath.field(1), broken))
                .isEqualTo("（読み取れない内容）");
        assertThat(japanese.value(newer, FieldPath.entry(3, "k"), broken)).isEqualTo("（読み取れない内容）");
        assertThat(japanese.label(newer, FieldPath.entry(3, "k"))).isEqualTo("不明な項目（3）");
        assertThat(japanese.lines(
                        ShownRecord.of(shown(Visit.getDefaultInstance()).key(), broken)))
                .isEmpty();
    }

    @Test
    void value_whenAFieldHasAnotherTypeOnTheWire_isToldAsUnknown() {
        Visit number = Visit.newBuilder()
                .setUnknownFields(
                        UnknownFieldSet.newBuilder().addField(2, varint(7)).build())
                .build();

        assertThat(japanese.value(shown(Visit.getDefaultInstance()), FieldPath.field(2), number.toByteString()))
                .isEqualTo("7");
    }

    @Test
    void lines_whenARecordOfAnyTypeIsFull_sayEveryFieldInBothLanguages() {
        for (RecordSchema schema : RecordSchemas.standard().all()) {
            ShownRecord full = FullRecord.of(schema.descriptor());

            for (ValueText text : new ValueText[] {japanese, english}) {
                assertThat(text.lines(full))
                        .as(schema.descriptor().getName())
                        .hasSize(schema.descriptor().getFields().size())
                        .allSatisfy(line -> assertThat(line.value())
                                .isNotBlank()
                                .doesNotContain("不明な", "Unknown field", "low_back", "2024-07", "brewing/", "E/5-9"));
            }
        }
    }

    @Test
    void value_whenYesOrACensus_isSaidInWords() {
        Program program =
                Program.newBuilder().setEffectMeasured(true).setFiscalYear(2024).build();
        var census = tsunagi.records.v1.AreaCensus.newBuilder()
                .setStatistic("economic_census_2021")
                .putCounts("E/5-9", CensusCount.newBuilder().setWorkplaces(1234).build())
                .build();

        assertThat(says(program)).containsEntry("効果の測定", "はい").containsEntry("年度", "2024年度（令和6年度）");
        assertThat(says(census))
                .containsEntry("統計の名称", "令和3年経済センサス")
                .containsEntry("業種・規模別の数「E 製造業・5～9人」", "事業場数：1,234か所");
    }

    private Map<String, String> says(Message body) {
        Map<String, String> lines = new LinkedHashMap<>();
        japanese.lines(shown(body)).forEach(line -> lines.put(line.label(), line.value()));
        assertThat(lines).hasSameSizeAs(FieldValues.of(body).paths());
        return lines;
    }

    private static ShownRecord shown(Message body) {
        int type = body.getDescriptorForType().getOptions().getExtension(Options.recordType);
        return ShownRecord.of(new RecordKey(TEAM, type, FullRecord.ID), body);
    }

    private static UnknownFieldSet.Field varint(long number) {
        return UnknownFieldSet.Field.newBuilder().addVarint(number).build();
    }

    private static UnknownFieldSet.Field bytes(ByteString bytes) {
        return UnknownFieldSet.Field.newBuilder().addLengthDelimited(bytes).build();
    }

    private static final class Names implements NameSource {
        @Override
        public Optional<String> person(String personId) {
            return only(NURSE, personId, "佐藤 恵");
        }

        @Override
        public Optional<String> body(String bodyId) {
            return only(CITY, bodyId, "海辺市");
        }

        @Override
        public Optional<String> record(RecordKey key) {
            return only(BREWERY, key.id().toString(), "丸山酒造");
        }

        @Override
        public Optional<String> department(RecordKey about, String departmentKey) {
            return only("b", departmentKey, "醸造");
        }

        @Override
        public Optional<String> theme(String themeKey) {
            return only("snow", themeKey, "雪かき");
        }

        private static Optional<String> only(String known, String asked, String name) {
            return known.equals(asked) ? Optional.of(name) : Optional.empty();
        }
    }
}
