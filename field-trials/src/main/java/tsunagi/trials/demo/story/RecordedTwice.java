package tsunagi.trials.demo.story;

import tsunagi.records.v1.Contact;
import tsunagi.records.v1.ContactRole;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.InsurerKind;
import tsunagi.records.v1.Workplace;

/** A joinery that two people record, each on a tablet that has not heard of the other's: it waits to be made one. Nobody visits it. */
public final class RecordedTwice {
    public static final String JOINERY = StoryId.of("workplace/joinery");
    public static final String JOINERY_AGAIN = StoryId.of("workplace/joinery-again");
    public static final String OWNER = StoryId.of("contact/joinery");
    public static final String OWNER_AGAIN = StoryId.of("contact/joinery-again");

    private RecordedTwice() {}

    /** As on the list of the chamber of commerce. */
    static void first(Desk nomura) {
        nomura.write(
                JOINERY,
                joinery("株式会社髙田木工所", 12, "2024-05-13")
                        .setNameReading("たかだもっこうしょ")
                        .setAddress("東浜二丁目5番8号")
                        .setPhone("0990-00-3120")
                        .addInsurerKinds(InsurerKind.INSURER_KIND_KYOKAI_KENPO));
        nomura.write(
                OWNER,
                Contact.newBuilder()
                        .setWorkplaceId(JOINERY)
                        .setName("髙田 実")
                        .setNameReading("たかだ みのる")
                        .addRoles(ContactRole.CONTACT_ROLE_OWNER)
                        .setJobTitle("代表取締役"));
    }

    /** As somebody wrote it down on the telephone. */
    static void second(Desk hori) {
        hori.write(
                JOINERY_AGAIN,
                joinery("(株)高田木工所", 11, "2024-06-24")
                        .setAddress("東浜2-5-8")
                        .setPhone("0990003120")
                        .setBusiness("建具と家具")
                        .setVisitingNotes("駐車場は裏。午前中は機械を止められない。")
                        .addInsurerKinds(InsurerKind.INSURER_KIND_MUNICIPAL));
        hori.write(
                OWNER_AGAIN,
                Contact.newBuilder()
                        .setWorkplaceId(JOINERY_AGAIN)
                        .setName("高田実")
                        .addRoles(ContactRole.CONTACT_ROLE_OWNER)
                        .setPhone("090-0000-3121"));
    }

    private static Workplace.Builder joinery(String name, int people, String asOfOn) {
        return Workplace.newBuilder()
                .setName(name)
                .setIndustry(Industry.INDUSTRY_E_MANUFACTURING)
                .setMunicipalityCode(SpringPlans.MUNICIPALITY)
                .putHeadcounts(
                        "2024",
                        Headcount.newBuilder()
                                .setPeople(people)
                                .setAsOfOn(asOfOn)
                                .build());
    }
}
