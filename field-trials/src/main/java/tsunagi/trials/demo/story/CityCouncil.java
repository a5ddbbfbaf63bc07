package tsunagi.trials.demo.story;

import java.util.Set;
import tsunagi.records.v1.Attendee;
import tsunagi.records.v1.CouncilCheck;
import tsunagi.records.v1.CouncilLevel;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.MeetingKind;
import tsunagi.records.v1.MeetingMode;
import tsunagi.records.v1.MeetingPresence;
import tsunagi.records.v1.MinutesSent;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewQuestion;

/** June 2024 and February 2025: the council of nineteen bodies meets, and looks at where it stands. */
final class CityCouncil implements Chapter {
    private static final Set<StoryBody> AWAY_IN_FEBRUARY =
            Set.of(StoryBody.DENTAL_HYGIENISTS, StoryBody.PSYCHOLOGISTS, StoryBody.SOUTH_COMMERCE);

    @Override
    public String title() {
        return "6月・2月 協議会(19機関)";
    }

    @Override
    public void play(Stage stage) {
        Desk hori = Desk.of(stage, StoryTablet.HEALTH_CENTRE, StoryTeam.CITY, StoryPerson.HORI, "2025-02-13T17:30");
        hori.sync();
        hori.write(
                StoryId.of("meeting/council-1"),
                council("第1回協議会", "2024-06-20", Set.of()).setDecisions("今年度の訪問先5か所を決めた。"));
        hori.write(
                StoryId.of("meeting/council-2"),
                council("第2回協議会", "2025-02-13", AWAY_IN_FEBRUARY).setDecisions("次の5年の質問票は同じ設問で行う。\n訪問先の選び方を文書にする。"));
        hori.write(
                SpringPlans.CITY_PROGRAM,
                Program.newBuilder()
                        .putCouncilChecks(
                                "2-1",
                                CouncilCheck.newBuilder()
                                        .setLevel(CouncilLevel.COUNCIL_LEVEL_2_1)
                                        .setMeasure("訪問先の選び方を文書にする")
                                        .setStartingTime("2025年度前半")
                                        .setJudgedOn("2025-02-13")
                                        .build()));
        hori.write(askBack());
        hori.sync();
    }

    private static Meeting.Builder council(String title, String on, Set<StoryBody> away) {
        Meeting.Builder meeting = Meeting.newBuilder()
                .setTitle(title)
                .setKind(MeetingKind.MEETING_KIND_COUNCIL)
                .setGroupName("協議会")
                .setProgramId(SpringPlans.CITY_PROGRAM)
                .setHostingBodyId(StoryBody.CITY.id())
                .setHeldOn(on)
                .setStartsAt("13:30")
                .setDurationMinutes(120)
                .setMode(MeetingMode.MEETING_MODE_IN_PERSON)
                .setPlace("市役所 大会議室");
        for (StoryBody body : StoryBody.values()) {
            meeting.putAttendees(
                    StoryId.of("council-member/" + body),
                    Attendee.newBuilder()
                            .setPresence(
                                    away.contains(body)
                                            ? MeetingPresence.MEETING_PRESENCE_ABSENT
                                            : MeetingPresence.MEETING_PRESENCE_CAME)
                            .setBodyId(body.id())
                            .setName("委員(" + body.title() + ")")
                            .build());
            meeting.putMinutesSent(
                    body.id(), MinutesSent.newBuilder().setSentOn(on).build());
        }
        return meeting;
    }

    private static Review.Builder askBack() {
        return Review.newBuilder()
                .setAboutId(StoryId.of("visit/" + CityWorkplaces.NURSERY.key()))
                .setAboutType(RecordType.RECORD_TYPE_VISIT)
                .putQuestions(
                        StoryId.of("question/nursery"),
                        ReviewQuestion.newBuilder()
                                .setQuestion("休憩室のことは園長も承知していますか。")
                                .setAskedPersonId(StoryPerson.SAEKI.id())
                                .setAskedOn("2025-02-13")
                                .build());
    }
}
