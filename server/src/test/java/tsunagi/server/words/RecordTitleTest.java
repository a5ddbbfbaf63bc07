package tsunagi.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Action;
import tsunagi.records.v1.ActionStanding;
import tsunagi.records.v1.ActionState;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.ApproachChannel;
import tsunagi.records.v1.AreaCensus;
import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Attendee;
import tsunagi.records.v1.Consultation;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.ContactRole;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.HazardLevel;
import tsunagi.records.v1.HoldingMode;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.MaterialKind;
import tsunagi.records.v1.Measuring;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.MeetingKind;
import tsunagi.records.v1.MeetingPresence;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Occupation;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralStrength;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.RequestAnswer;
import tsunagi.records.v1.RequestDecision;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewExclusion;
import tsunagi.records.v1.ReviewQuestion;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Theme;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

class RecordTitleTest {
    private static final String BREWERY = "44444444-0000-4000-8000-000000000001";
    private static final String LECTURE = "44444444-0000-4000-8000-000000000002";
    private static final String WORKER = "44444444-0000-4000-8000-000000000003";
    private static final String BEFORE = "44444444-0000-4000-8000-000000000004";
    private static final String FORM = "44444444-0000-4000-8000-000000000005";
    private static final String VISIT = "44444444-0000-4000-8000-000000000006";
    private static final String NURSE = "11111111-0000-4000-8000-000000000001";
    private static final String GONE = "99999999-0000-4000-8000-000000000001";

    private final Names names = new Names();

    @Test
    void of_whenPlacesAndPeople_saysNameAndWhere() {
        expect(
                Workplace.newBuilder()
                        .setName("丸山酒造")
                        .setAddress("東灘区御影町1-2")
                        .setMunicipalityCode("28101")
                        .setIndustry(Industry.INDUSTRY_E_MANUFACTURING)
                        .setPhone("078-000-0000")
                        .build(),
                "丸山酒造",
                "東灘区御影町1-2 ・ E 製造業 ・ 078-000-0000");
        expect(
                Workplace.newBuilder()
                        .setName("西田製麺")
                        .setMunicipalityCode("28101")
                        .build(),
                "西田製麺",
                "市区町村 28101");
        expect(
                Contact.newBuilder()
                        .setName("丸山 一郎")
                        .setWorkplaceId(BREWERY)
                        .addRoles(ContactRole.CONTACT_ROLE_OWNER)
                        .setPhone("078-000-0000")
                        .setLeftOn("2025-03-31")
                        .build(),
                "丸山 一郎（丸山酒造）",
                "事業主・代表者 ・ 078-000-0000 ・ 2025年3月31日退任");
        expect(
                Participant.newBuilder()
                        .setName("山田 太郎")
                        .setWorkplaceId(BREWERY)
                        .setDepartmentKey("b")
                        .setOccupation(Occupation.OCCUPATION_PRODUCTION)
                        .setEmployment(Employment.EMPLOYMENT_REGULAR)
                        .build(),
                "山田 太郎",
                "丸山酒造 醸造 ・ 製造・現場作業 ・ 正社員");
        expect(
                Action.newBuilder()
                        .setTitle("朝礼での体操")
                        .setWorkplaceId(BREWERY)
                        .setStartedOn("2024-11-01")
                        .setStanding(ActionStanding.newBuilder().setState(ActionState.ACTION_STATE_GOING_ON))
                        .build(),
                "朝礼での体操（丸山酒造）",
                "継続 ・ 2024年11月1日開始");
        expect(
                AreaCensus.newBuilder()
                        .setMunicipalityCode("28101")
                        .setStatistic("economic_census_2021")
                        .setAsOfOn("2021-06-01")
                        .build(),
                "令和3年経済センサス（市区町村 28101）",
                "2021年6月1日現在");
    }

    @Test
    void of_whenSomethingWasDone_saysDayWhatAndWhere() {
        expect(
                Visit.newBuilder()
                        .setVisitOn("2024-07-08")
                        .setWorkplaceId(BREWERY)
                        .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE))
                        .addKinds(VisitKind.VISIT_KIND_INTERVIEW)
                        .addKinds(VisitKind.VISIT_KIND_WALK_THROUGH)
                        .putMembers(NURSE, StaffMember.getDefaultInstance())
                        .putMembers(
                                GONE, StaffMember.newBuilder().setName("高橋 学").build())
                        .build(),
                "2024年7月8日 訪問（丸山酒造）",
                "実施 ・ 聞き取り、職場見学 ・ 佐藤 恵、高橋 学");
        expect(
                Observation.newBuilder()
                        .setTask("蒸米の運搬")
                        .setDepartmentKey("b")
                        .setVisitId(VISIT)
                        .setHazardLevel(HazardLevel.HAZARD_LEVEL_HIGH)
                        .build(),
                "蒸米の運搬（醸造）",
                "2024年7月8日 訪問（丸山酒造） ・ 緊急度 高");
        expect(
                FollowUp.newBuilder()
                        .setTask("体操の資料を届ける\n部数は後日")
                        .setWorkplaceId(BREWERY)
                        .setDueOn("2024-08-01")
                        .setAssignment(Assignment.newBuilder().setAssignedPersonId(NURSE))
                        .build(),
                "体操の資料を届ける（丸山酒造）",
                "期限 2024年8月1日 ・ 佐藤 恵 ・ 未完了");
        expect(
                Approach.newBuilder()
                        .setApproachedOn("2024-06-01")
                        .setApproachedWorkplaces(30)
                        .setChannel(ApproachChannel.APPROACH_CHANNEL_LABOUR_OFFICE)
                        .build(),
                "2024年6月1日 働きかけ（30か所）",
                "労働基準監督署の封筒に同封 ・ 返答待ち");
        expect(
                Request.newBuilder()
                        .setReceivedOn("2024-06-10")
                        .setWorkplaceId(BREWERY)
                        .setWish("腰痛の話をしてほしい")
                        .setDecision(RequestDecision.newBuilder().setAnswer(RequestAnswer.REQUEST_ANSWER_ACCEPTED))
                        .build(),
                "2024年6月10日 依頼（丸山酒造）",
                "腰痛の話をしてほしい ・ 受諾");
        expect(
                Referral.newBuilder()
                        .setReferredOn("2024-07-08")
                        .setWorkplaceId(BREWERY)
                        .setToBodyId("sanpo")
                        .setService("健康相談")
                        .setStrength(ReferralStrength.REFERRAL_STRENGTH_BROKERED)
                        .build(),
                "2024年7月8日 紹介・つなぎ（丸山酒造）",
                "地さんぽ、健康相談 ・ 橋渡し ・ 結果待ち");
    }

    @Test
    void of_whenCoursesAndCounts_saysDayTitleAndPlace() {
        expect(
                Course.newBuilder()
                        .setTitle("腰痛予防講座")
                        .setOfferingBodyId("sanpo")
                        .addThemeKeys("low_back")
                        .setDurationMinutes(90)
                        .build(),
                "腰痛予防講座",
                "地さんぽ ・ 腰痛 ・ 1時間30分");
        expect(
                Workshop.newBuilder()
                        .setHeldOn("2024-07-26")
                        .setTitle("腰痛予防講座")
                        .setWorkplaceId(BREWERY)
                        .setStartsAt("10:00")
                        .setEndsAt("11:30")
                        .setAudience("パート従業員")
                        .build(),
                "2024年7月26日 腰痛予防講座",
                "丸山酒造 ・ 10:00～11:30 ・ パート従業員 ・ 予定");
        expect(
                Attendance.newBuilder()
                        .setParticipantId(WORKER)
                        .setWorkshopId(LECTURE)
                        .setMark(AttendanceMark.newBuilder().setState(AttendanceState.ATTENDANCE_STATE_LATE))
                        .build(),
                "山田 太郎（2024年7月26日 腰痛予防講座）",
                "遅刻");
        expect(
                Consultation.newBuilder()
                        .setHeldOn("2024-09-06")
                        .setPlace("商工会館")
                        .setMode(HoldingMode.HOLDING_MODE_INDIVIDUAL)
                        .setPeople(5)
                        .putMembers(NURSE, StaffMember.getDefaultInstance())
                        .build(),
                "2024年9月6日 個別相談（商工会館）",
                "5人 ・ 佐藤 恵");
        expect(
                Measuring.newBuilder()
                        .setHeldOn("2024-09-06")
                        .setWorkplaceId(BREWERY)
                        .build(),
                "2024年9月6日 測定会（丸山酒造）",
                "");
        expect(
                Material.newBuilder()
                        .setTitle("腰痛予防リーフレット")
                        .setIssuerName("厚生労働省")
                        .setKind(MaterialKind.MATERIAL_KIND_LEAFLET)
                        .build(),
                "腰痛予防リーフレット",
                "厚生労働省 ・ リーフレット・パンフレット");
    }

    @Test
    void of_whenQuestionnaires_saysWhichRoundAndCode() {
        expect(
                FormVersion.newBuilder()
                        .setTitle("腰痛調査票")
                        .setFormKey("low_back")
                        .setVersion("2")
                        .setPublishedOn("2024-06-01")
                        .build(),
                "腰痛調査票（版 2）",
                "low_back ・ 2024年6月1日公開");
        expect(
                Round.newBuilder()
                        .setName("実施前（7月）")
                        .setWorkplaceId(BREWERY)
                        .setFormVersionId(FORM)
                        .setPhase(RoundPhase.ROUND_PHASE_BEFORE)
                        .setIdentity(RoundIdentity.ROUND_IDENTITY_CODED)
                        .setOpensOn("2024-07-08")
                        .build(),
                "丸山酒造 実施前（7月）",
                "腰痛調査票（版 2） ・ 実施前 ・ コード ・ 2024年7月8日開始");
        expect(
                Round.newBuilder()
                        .setWorkplaceId(BREWERY)
                        .setPhase(RoundPhase.ROUND_PHASE_AFTER)
                        .build(),
                "丸山酒造 調査回（実施後）",
                "実施後");
        expect(
                Response.newBuilder()
                        .setRoundId(BEFORE)
                        .setMatchCode("1234567")
                        .setWrittenOn("2024-07-10")
                        .setDepartmentKey("b")
                        .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                        .setEntryMethod(EntryMethod.ENTRY_METHOD_PAPER)
                        .build(),
                "丸山酒造 実施前（7月） 回答票 1234567",
                "2024年7月10日記入 ・ 醸造 ・ 完了 ・ 紙から入力");
    }

    @Test
    void of_whenPlansMeetingsAndReviews_saysYearDayAndWhatItIsAbout() {
        expect(
                Program.newBuilder()
                        .setName("中小企業健康支援事業")
                        .setFiscalYear(2024)
                        .setHostingBodyId("sanpo")
                        .addThemeKeys("low_back")
                        .build(),
                "2024年度 中小企業健康支援事業",
                "地さんぽ ・ 腰痛");
        expect(
                Meeting.newBuilder()
                        .setHeldOn("2024-07-16")
                        .setKind(MeetingKind.MEETING_KIND_TEAM)
                        .setGroupName("PTチーム")
                        .putAttendees(NURSE, came(MeetingPresence.MEETING_PRESENCE_CAME))
                        .putAttendees("b", came(MeetingPresence.MEETING_PRESENCE_BY_PROXY))
                        .putAttendees("c", came(MeetingPresence.MEETING_PRESENCE_ABSENT))
                        .build(),
                "2024年7月16日 支援チーム",
                "PTチーム ・ 出席 2人");
        expect(Theme.newBuilder().setKey("low_back").build(), "腰痛", "low_back");
        expect(
                Review.newBuilder()
                        .setAboutId(VISIT)
                        .setAboutType(RecordType.RECORD_TYPE_VISIT)
                        .setExclusion(
                                ReviewExclusion.newBuilder().setLeftOut(true).setReason("二重の記録"))
                        .putQuestions("q", ReviewQuestion.getDefaultInstance())
                        .build(),
                "確認：2024年7月8日 訪問（丸山酒造）",
                "集計から除く（二重の記録） ・ 確認のお願い 1件");
    }

    @Test
    void of_whenNothingIsFilledIn_saysWhatIsMissing() {
        expect(Visit.getDefaultInstance(), "（日付なし）訪問", "予定");
        expect(Workplace.getDefaultInstance(), "（名称なし）", "");
        expect(Contact.getDefaultInstance(), "（名称なし）", "");
        expect(Participant.getDefaultInstance(), "（氏名なし）", "");
        expect(Attendance.getDefaultInstance(), "（氏名なし）", "");
        expect(Workshop.getDefaultInstance(), "（日付なし）開催回", "予定");
        expect(Response.getDefaultInstance(), "回答票", "");
        expect(FollowUp.getDefaultInstance(), "（内容なし）", "未完了");
        expect(Review.getDefaultInstance(), "確認", "");
        expect(AreaCensus.getDefaultInstance(), "地域の事業場数", "");
    }

    @Test
    void of_whenAnotherRecordIsNotKnown_saysSoWithoutItsId() {
        expect(Visit.newBuilder().setVisitOn("2024-07-08").setWorkplaceId(GONE).build(), "2024年7月8日 訪問（事業場不明）", "予定");
    }

    @Test
    void of_whenManyWent_namesTheFirstAndCountsTheRest() {
        Visit.Builder visit = Visit.newBuilder();
        for (int i = 1; i <= 6; i++) {
            visit.putMembers("m" + i, StaffMember.newBuilder().setName("職員" + i).build());
        }
        visit.putMembers(
                "m7",
                StaffMember.newBuilder()
                        .setName("主任")
                        .setRole(StaffRole.STAFF_ROLE_LEAD)
                        .build());

        expect(visit.build(), "（日付なし）訪問", "予定 ・ 主任、職員1、職員2、職員3 ほか3人");
    }

    @Test
    void of_whenATaskIsLong_isCut() {
        expect(FollowUp.newBuilder().setTask("長".repeat(50)).build(), "長".repeat(40) + "…", "未完了");
    }

    @Test
    void of_whenTypeOrBytesAreNothingKnown_neverFails() {
        var broken = ShownRecord.of(
                new RecordKey(FullRecord.TEAM, RecordType.RECORD_TYPE_VISIT_VALUE, FullRecord.ID),
                ByteString.copyFrom(new byte[] {10, 100, 1}));
        var newer = ShownRecord.of(new RecordKey(FullRecord.TEAM, 999, FullRecord.ID), ByteString.EMPTY);
        var strange =
                Review.newBuilder().setAboutTypeValue(999).setAboutId(GONE).build();

        assertThat(japanese(broken).line()).isEqualTo("（日付なし）訪問");
        assertThat(japanese(newer).line()).isEqualTo("不明な種類（999）");
        expect(strange, "確認：不明な種類（999）不明", "");
        expect(Visit.newBuilder().addKindsValue(99).build(), "（日付なし）訪問", "予定");
    }

    @Test
    void of_whenARecordOfAnyTypeIsFullOrEmpty_hasATitleInBothLanguages() {
        for (RecordSchema schema : RecordSchemas.standard().all()) {
            ShownRecord full = FullRecord.of(schema.descriptor());
            ShownRecord empty = ShownRecord.of(full.key(), ByteString.EMPTY);

            for (Language language : Language.values()) {
                Title title = new RecordTitle(language, names).of(full);
                assertThat(title.line()).isNotBlank().doesNotContain("2024-");
                assertThat(title.detail()).doesNotContain("2024-");
                assertThat(new RecordTitle(language, names).of(empty).line()).isNotBlank();
            }
        }
    }

    @Test
    void of_whenEnglish_isSaidInEnglish() {
        Visit visit = Visit.newBuilder()
                .setVisitOn("2024-07-08")
                .setWorkplaceId(BREWERY)
                .addKinds(VisitKind.VISIT_KIND_WALK_THROUGH)
                .build();

        assertThat(new RecordTitle(Language.ENGLISH, names).of(shown(visit)))
                .isEqualTo(new Title("Visit on 8 Jul 2024 (丸山酒造)", "Planned · Walk-through"));
    }

    private void expect(Message body, String line, String detail) {
        assertThat(japanese(shown(body))).isEqualTo(new Title(line, detail));
    }

    private Title japanese(ShownRecord record) {
        return new RecordTitle(Language.JAPANESE, names).of(record);
    }

    private static ShownRecord shown(Message body) {
        int type = body.getDescriptorForType().getOptions().getExtension(Options.recordType);
        return ShownRecord.of(new RecordKey(FullRecord.TEAM, type, FullRecord.ID), body);
    }

    private static Attendee came(MeetingPresence presence) {
        return Attendee.newBuilder().setPresence(presence).build();
    }

    private static final class Names implements NameSource {
        private final Map<String, String> records = new HashMap<>(Map.of(
                BREWERY, "丸山酒造",
                LECTURE, "2024年7月26日 腰痛予防講座",
                WORKER, "山田 太郎",
                BEFORE, "丸山酒造 実施前（7月）",
                FORM, "腰痛調査票（版 2）",
                VISIT, "2024年7月8日 訪問（丸山酒造）"));

        @Override
        public Optional<String> person(String personId) {
            return personId.equals(NURSE) ? Optional.of("佐藤 恵") : Optional.empty();
        }

        @Override
        public Optional<String> body(String bodyId) {
            return bodyId.equals("sanpo") ? Optional.of("地さんぽ") : Optional.empty();
        }

        @Override
        public Optional<String> record(RecordKey key) {
            return Optional.ofNullable(records.get(key.id().toString()));
        }

        @Override
        public Optional<String> department(RecordKey about, String departmentKey) {
            return departmentKey.equals("b") ? Optional.of("醸造") : Optional.empty();
        }

        @Override
        public Optional<String> theme(String themeKey) {
            return Optional.empty();
        }
    }
}
