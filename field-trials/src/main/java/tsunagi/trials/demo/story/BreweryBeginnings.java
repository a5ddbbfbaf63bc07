package tsunagi.trials.demo.story;

import java.util.List;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.ApproachAnswer;
import tsunagi.records.v1.ApproachChannel;
import tsunagi.records.v1.ApproachResult;
import tsunagi.records.v1.BusySeason;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.ContactRole;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.Disclosure;
import tsunagi.records.v1.DisclosureItem;
import tsunagi.records.v1.DutyFact;
import tsunagi.records.v1.DutyState;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.HeadcountPart;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.InsurerKind;
import tsunagi.records.v1.PermissionState;
import tsunagi.records.v1.PhotoConsent;
import tsunagi.records.v1.PhotoPermission;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.ReportingGroup;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;

/** May to July 2024: the brewery is approached and its owner talked to on 8 July. */
final class BreweryBeginnings implements Chapter {
    static final String BREWERY = StoryId.of("workplace/brewery");
    static final String OWNER = StoryId.of("contact/brewery-owner");
    static final String GENERAL_AFFAIRS = StoryId.of("contact/brewery-general-affairs");
    static final String FIRST_TALK = StoryId.of("visit/brewery-first-talk");

    /** The departments, with their regular staff and part-timers, in the order of lists. */
    static final List<Size> DEPARTMENTS = List.of(
            new Size("brewing", "製造(蔵)", 8, 1),
            new Size("bottling", "瓶詰・出荷", 4, 8),
            new Size("office", "事務所", 3, 1),
            new Size("shop", "売店", 2, 4),
            new Size("sales", "営業", 3, 0));

    record Size(String key, String name, int regular, int partTime) {}

    @Override
    public String title() {
        return "5〜7月 酒蔵への働きかけと初回相談";
    }

    @Override
    public void play(Stage stage) {
        Desk oda =
                Desk.of(stage, StoryTablet.PREFECTURAL_CENTRE, StoryTeam.BREWERY, StoryPerson.ODA, "2024-05-20T15:40");
        oda.write(BREWERY, brewery());
        oda.write(OWNER, owner());
        oda.write(GENERAL_AFFAIRS, generalAffairs());
        oda.at("2024-06-11T11:15").write(StoryId.of("approach/brewery"), approach());
        oda.sync();

        Desk saeki = Desk.of(stage, StoryTablet.NURSE, StoryTeam.BREWERY, StoryPerson.SAEKI, "2024-07-08T16:40");
        saeki.sync();
        saeki.write(FIRST_TALK, firstTalk());
        saeki.sync();
    }

    private static Workplace.Builder brewery() {
        Workplace.Builder brewery = Workplace.newBuilder()
                .setName("灯浜酒造株式会社")
                .setNameReading("ひはましゅぞう")
                .addAliases("灯の蔵")
                .setIndustry(Industry.INDUSTRY_E_MANUFACTURING)
                .setBusiness("清酒の製造・販売")
                .setMunicipalityCode(SpringPlans.MUNICIPALITY)
                .setAddress("蔵前町 4-12")
                .setPhone("0990-00-1234")
                .putReportingGroups(
                        "office_sales",
                        ReportingGroup.newBuilder().setName("事務・営業").build())
                .addInsurerKinds(InsurerKind.INSURER_KIND_KYOKAI_KENPO)
                .addInsurerKinds(InsurerKind.INSURER_KIND_MUNICIPAL)
                .addInsurerBodyIds(StoryBody.HEALTH_INSURANCE.id())
                .putCheckups("2023", duty(DutyState.DUTY_STATE_PARTLY, 29, 32))
                .putDoctorOpinions("2023", duty(DutyState.DUTY_STATE_NOT_DONE, 0, 9))
                .putSafetyOfficers(
                        "2024",
                        DutyFact.newBuilder()
                                .setState(DutyState.DUTY_STATE_DONE)
                                .setAsOfOn("2024-05-20")
                                .build())
                .putBusySeasons(
                        "brewing",
                        BusySeason.newBuilder()
                                .setFromMonthDay("11-01")
                                .setUntilMonthDay("03-31")
                                .setReason("仕込み")
                                .build())
                .setPhotoRule(PhotoRule.PHOTO_RULE_ASK_EACH_VISIT)
                .setVisitingNotes("駐車は売店の裏。午前は蒸しの時間なので午後がよい。\n正面ではなく通用口から。");
        Headcount.Builder headcount = Headcount.newBuilder().setPeople(34).setAsOfOn("2024-05-20");
        for (Size size : DEPARTMENTS) {
            brewery.putDepartments(size.key(), department(size));
            headcount.addParts(part(size.key(), Employment.EMPLOYMENT_REGULAR, size.regular()));
            if (size.partTime() > 0) {
                headcount.addParts(part(size.key(), Employment.EMPLOYMENT_PART_TIME, size.partTime()));
            }
        }
        return brewery.putHeadcounts("2024", headcount.build());
    }

    private static Department department(Size size) {
        Department.Builder department =
                Department.newBuilder().setName(size.name()).setDisplayOrder(DEPARTMENTS.indexOf(size) + 1);
        if (List.of("office", "sales").contains(size.key())) {
            department.setReportingGroupKey("office_sales");
        }
        return department.build();
    }

    private static HeadcountPart.Builder part(String department, Employment employment, int people) {
        return HeadcountPart.newBuilder()
                .setDepartmentKey(department)
                .setEmployment(employment)
                .setPeople(people);
    }

    private static DutyFact duty(DutyState state, int done, int owed) {
        return DutyFact.newBuilder()
                .setState(state)
                .setDonePeople(done)
                .setOwedPeople(owed)
                .setAsOfOn("2024-05-20")
                .build();
    }

    private static Contact.Builder owner() {
        return Contact.newBuilder()
                .setWorkplaceId(BREWERY)
                .setName("浜野 宗一")
                .setNameReading("はまの そういち")
                .addRoles(ContactRole.CONTACT_ROLE_OWNER)
                .setJobTitle("代表取締役")
                .setPhone("0990-00-1230")
                .setReachable("平日の夕方")
                .putDisclosures("everyone", disclosure(DisclosureItem.DISCLOSURE_ITEM_NAME));
    }

    private static Contact.Builder generalAffairs() {
        return Contact.newBuilder()
                .setWorkplaceId(BREWERY)
                .setName("黒瀬 まどか")
                .setNameReading("くろせ まどか")
                .addRoles(ContactRole.CONTACT_ROLE_PERSONNEL)
                .addRoles(ContactRole.CONTACT_ROLE_HEALTH_MANAGER)
                .setJobTitle("総務課長")
                .setPhone("0990-00-1235")
                .putDisclosures(
                        StoryBody.PHYSICAL_THERAPISTS.id(), disclosure(DisclosureItem.DISCLOSURE_ITEM_REACHING));
    }

    private static Disclosure disclosure(DisclosureItem item) {
        return Disclosure.newBuilder()
                .addItems(DisclosureItem.DISCLOSURE_ITEM_NAME)
                .addItems(item)
                .setAgreedOn("2024-05-20")
                .build();
    }

    private static Approach.Builder approach() {
        return Approach.newBuilder()
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .setWorkplaceId(BREWERY)
                .setBodyId(StoryBody.PREFECTURAL_CENTRE.id())
                .setChannel(ApproachChannel.APPROACH_CHANNEL_WORD_OF_MOUTH)
                .setApproachedOn("2024-06-11")
                .setResult(ApproachResult.newBuilder()
                        .setAnswer(ApproachAnswer.APPROACH_ANSWER_ACCEPTED)
                        .setAnsweredOn("2024-06-18"))
                .setRemarks("腰痛で休む人が続いており、社長から相談があった。");
    }

    private static Visit.Builder firstTalk() {
        return Staff.with(Visit.newBuilder(), StoryPerson.SAEKI, 90, 40)
                .setWorkplaceId(BREWERY)
                .setVisitOn("2024-07-08")
                .setStartsAt("15:00")
                .setOutcome(Staff.outcome(VisitState.VISIT_STATE_DONE))
                .addKinds(VisitKind.VISIT_KIND_FIRST_TALK)
                .addAllThemeKeys(List.of("low_back", "falls"))
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .addMetContactIds(OWNER)
                .addMetContactIds(GENERAL_AFFAIRS)
                .putMembers(StoryPerson.MIKAMI.id(), Staff.member(StoryPerson.MIKAMI))
                .putPermissions(
                        StoryPerson.MIKAMI.id(),
                        Staff.permission(PermissionState.PERMISSION_STATE_GRANTED, "2024-07-01"))
                .setNeeds("腰痛で休む人を減らしたい。\n売店の床が滑りやすく、昨年2人が転んだ。")
                .setAdvice("仕込みが始まる11月までに、全員への質問票と2回の講座を行う。")
                .setPhotoPermission(PhotoPermission.newBuilder()
                        .setConsent(PhotoConsent.PHOTO_CONSENT_LIMITED)
                        .setContactId(OWNER)
                        .setExceptWhere("麹室"));
    }
}
