package tsunagi.trials.demo.story;

import java.util.List;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.ApproachAnswer;
import tsunagi.records.v1.ApproachChannel;
import tsunagi.records.v1.ApproachResult;
import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.ContactRole;
import tsunagi.records.v1.DeclineReason;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.InsurerKind;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.RequestAnswer;
import tsunagi.records.v1.RequestChannel;
import tsunagi.records.v1.RequestDecision;
import tsunagi.records.v1.Workplace;

/** May to August 2024: the workplaces the city's group knows, who was approached, and who asked by themselves. */
final class CityWorkplaces implements Chapter {
    static final Place IRONWORKS =
            new Place("ironworks", "有限会社 浜辺鉄工", "はまべてっこう", Industry.INDUSTRY_E_MANUFACTURING, 18);
    static final Place NURSERY =
            new Place("nursery", "灯浜こまどり保育園", "ひはまこまどりほいくえん", Industry.INDUSTRY_P_MEDICAL_WELFARE, 24);
    static final Place HAULIER = new Place("haulier", "沖田運輸株式会社", "おきたうんゆ", Industry.INDUSTRY_H_TRANSPORT_POSTAL, 32);
    static final Place FOODS = new Place("foods", "まるやま食品", "まるやましょくひん", Industry.INDUSTRY_E_MANUFACTURING, 12);
    static final Place BUILDERS = new Place("builders", "大槻建設株式会社", "おおつきけんせつ", Industry.INDUSTRY_D_CONSTRUCTION, 27);
    static final Place TAXIS = new Place("taxis", "灯浜こはく交通", "ひはまこはくこうつう", Industry.INDUSTRY_H_TRANSPORT_POSTAL, 38);
    static final Place HAIRDRESSER =
            new Place("hairdresser", "美容室 ひだまり坂", "びようしつ ひだまりざか", Industry.INDUSTRY_N_LIVING_AMUSEMENT, 4);
    static final Place DINER = new Place("diner", "うみかぜ食堂", "うみかぜしょくどう", Industry.INDUSTRY_M_ACCOMMODATION_FOOD, 6);
    static final Place STUDIO =
            new Place("studio", "合同会社 汐見デザイン", "しおみでざいん", Industry.INDUSTRY_L_RESEARCH_PROFESSIONAL, 5);
    static final Place INN = new Place("inn", "旅館 灯の宿", "りょかん ひのやど", Industry.INDUSTRY_M_ACCOMMODATION_FOOD, 15);
    static final Place DAY_CARE =
            new Place("day-care", "みさきデイサービス", "みさきでいさーびす", Industry.INDUSTRY_P_MEDICAL_WELFARE, 21);
    static final Place GARAGE = new Place("garage", "辻本自動車整備", "つじもとじどうしゃせいび", Industry.INDUSTRY_R_OTHER_SERVICES, 7);
    static final Place CANNERY = new Place("cannery", "浜野水産加工", "はまのすいさんかこう", Industry.INDUSTRY_E_MANUFACTURING, 29);
    static final Place LAUNDRY =
            new Place("laundry", "クリーニング しらかば堂", "くりーにんぐ しらかばどう", Industry.INDUSTRY_N_LIVING_AMUSEMENT, 3);

    static final String IRONWORKS_REQUEST = StoryId.of("request/ironworks");

    private static final List<Place> ALL = List.of(
            IRONWORKS,
            NURSERY,
            HAULIER,
            FOODS,
            BUILDERS,
            TAXIS,
            HAIRDRESSER,
            DINER,
            STUDIO,
            INN,
            DAY_CARE,
            GARAGE,
            CANNERY,
            LAUNDRY);

    /** A workplace by what the story needs of it. */
    record Place(String key, String name, String reading, Industry industry, int people) {
        String id() {
            return StoryId.of("workplace/" + key);
        }

        String contactId() {
            return StoryId.of("contact/" + key);
        }
    }

    @Override
    public String title() {
        return "5〜8月 市内の事業場への働きかけ";
    }

    @Override
    public void play(Stage stage) {
        Desk nomura =
                Desk.of(stage, StoryTablet.REGIONAL_CENTRE, StoryTeam.CITY, StoryPerson.NOMURA, "2024-05-13T10:30");
        nomura.sync();
        for (Place place : ALL) {
            nomura.write(place.id(), workplace(place));
        }
        contacts(nomura);
        RecordedTwice.first(nomura);
        approaches(nomura);
        nomura.sync();

        Desk hori = Desk.of(stage, StoryTablet.HEALTH_CENTRE, StoryTeam.CITY, StoryPerson.HORI, "2024-06-24T11:00");
        hori.write(IRONWORKS_REQUEST, request());
        RecordedTwice.second(hori);
        hori.sync();
    }

    private static Workplace.Builder workplace(Place place) {
        return Workplace.newBuilder()
                .setName(place.name())
                .setNameReading(place.reading())
                .setIndustry(place.industry())
                .setMunicipalityCode(SpringPlans.MUNICIPALITY)
                .putHeadcounts(
                        "2024",
                        Headcount.newBuilder()
                                .setPeople(place.people())
                                .setAsOfOn("2024-05-13")
                                .build())
                .addInsurerKinds(
                        place.people() < 5
                                ? InsurerKind.INSURER_KIND_MUNICIPAL
                                : InsurerKind.INSURER_KIND_KYOKAI_KENPO);
    }

    private static void contacts(Desk nomura) {
        contact(nomura, IRONWORKS, "浜辺 徹", ContactRole.CONTACT_ROLE_OWNER);
        contact(nomura, NURSERY, "真鍋 涼子", ContactRole.CONTACT_ROLE_HEALTH_MANAGER);
        contact(nomura, HAULIER, "沖田 大地", ContactRole.CONTACT_ROLE_SAFETY_OFFICER);
        contact(nomura, FOODS, "丸山 佳代", ContactRole.CONTACT_ROLE_OWNER);
        contact(nomura, BUILDERS, "大槻 進", ContactRole.CONTACT_ROLE_PERSONNEL);
    }

    private static void contact(Desk desk, Place place, String name, ContactRole role) {
        desk.write(
                place.contactId(),
                Contact.newBuilder().setWorkplaceId(place.id()).setName(name).addRoles(role));
    }

    private static void approaches(Desk nomura) {
        nomura.write(
                StoryId.of("approach/leaflet"),
                approach(ApproachChannel.APPROACH_CHANNEL_LABOUR_OFFICE, "2024-05-20")
                        .setApproachedWorkplaces(180)
                        .setRemarks("労働保険の封筒にちらしを同封"));
        accepted(nomura, NURSERY, "2024-06-04");
        accepted(nomura, HAULIER, "2024-06-06");
        accepted(nomura, FOODS, "2024-06-12");
        accepted(nomura, BUILDERS, "2024-06-19");
        answered(nomura, TAXIS, ApproachAnswer.APPROACH_ANSWER_LATER, DeclineReason.DECLINE_REASON_BUSY_SEASON);
        answered(nomura, INN, ApproachAnswer.APPROACH_ANSWER_LATER, DeclineReason.DECLINE_REASON_NO_STAFF);
        answered(nomura, CANNERY, ApproachAnswer.APPROACH_ANSWER_DECLINED, DeclineReason.DECLINE_REASON_NO_TIME);
        answered(nomura, LAUNDRY, ApproachAnswer.APPROACH_ANSWER_DECLINED, DeclineReason.DECLINE_REASON_NO_NEED);
    }

    private static void accepted(Desk desk, Place place, String on) {
        desk.write(
                StoryId.of("approach/" + place.key()),
                approach(ApproachChannel.APPROACH_CHANNEL_CHAMBER, on)
                        .setWorkplaceId(place.id())
                        .setResult(ApproachResult.newBuilder()
                                .setAnswer(ApproachAnswer.APPROACH_ANSWER_ACCEPTED)
                                .setAnsweredOn(on)));
    }

    private static void answered(Desk desk, Place place, ApproachAnswer answer, DeclineReason reason) {
        ApproachResult.Builder result = ApproachResult.newBuilder()
                .setAnswer(answer)
                .setAnsweredOn("2024-06-21")
                .addReasons(reason);
        if (answer == ApproachAnswer.APPROACH_ANSWER_LATER) {
            result.setRetryOn("2025-02-03");
        }
        desk.write(
                StoryId.of("approach/" + place.key()),
                approach(ApproachChannel.APPROACH_CHANNEL_PHONE, "2024-06-20")
                        .setWorkplaceId(place.id())
                        .setResult(result));
    }

    private static Approach.Builder approach(ApproachChannel channel, String on) {
        return Approach.newBuilder()
                .setProgramId(SpringPlans.CITY_PROGRAM)
                .setBodyId(StoryBody.CHAMBER.id())
                .setChannel(channel)
                .setApproachedOn(on);
    }

    private static Request.Builder request() {
        return Request.newBuilder()
                .setProgramId(SpringPlans.CITY_PROGRAM)
                .setWorkplaceId(IRONWORKS.id())
                .setContactId(IRONWORKS.contactId())
                .setChannel(RequestChannel.REQUEST_CHANNEL_FAX)
                .setReceivedOn("2024-06-24")
                .setWish("血圧の高い人が多いので、食事の話をしてほしい。")
                .addCourseIds(SpringPlans.DIET_COURSE)
                .addThemeKeys("diet")
                .setWishedTime("10月、昼休みのあと")
                .setAssignment(Assignment.newBuilder()
                        .setBodyId(StoryBody.DIETITIANS.id())
                        .setAssignedPersonId(StoryPerson.UEDA.id())
                        .setAssignedOn("2024-06-27"))
                .setDecision(RequestDecision.newBuilder()
                        .setAnswer(RequestAnswer.REQUEST_ANSWER_ACCEPTED)
                        .setDecidedOn("2024-06-27"));
    }
}
