package tsunagi.trials.demo.story;

/** The bodies (機関) of the story: the nineteen of the city's working group; the brewery's team comes from five of them. */
public enum StoryBody {
    CITY("灯浜市 健康づくり課"),
    HEALTH_CENTRE("灯浜保健所"),
    REGIONAL_CENTRE("灯浜地域産業保健センター"),
    PREFECTURAL_CENTRE("青嶺産業保健総合支援センター"),
    HEALTH_INSURANCE("協会けんぽ 青嶺支部"),
    NATIONAL_INSURANCE("青嶺県国保連合会"),
    CHAMBER("灯浜商工会議所"),
    NORTH_COMMERCE("北灯浜商工会"),
    SOUTH_COMMERCE("南灯浜商工会"),
    LABOUR_OFFICE("灯浜労働基準監督署"),
    PHYSICIANS("灯浜市医師会"),
    DENTISTS("灯浜市歯科医師会"),
    PHARMACISTS("灯浜市薬剤師会"),
    DIETITIANS("青嶺県栄養士会"),
    DENTAL_HYGIENISTS("青嶺県歯科衛生士会"),
    PHYSICAL_THERAPISTS("青嶺県理学療法士会"),
    OCCUPATIONAL_THERAPISTS("青嶺県作業療法士会"),
    PSYCHOLOGISTS("青嶺県公認心理師会"),
    LABOUR_CONSULTANTS("青嶺県社会保険労務士会");

    private final String title;

    StoryBody(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String id() {
        return StoryId.of("body/" + name());
    }
}
