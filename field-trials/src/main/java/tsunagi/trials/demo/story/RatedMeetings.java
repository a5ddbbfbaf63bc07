package tsunagi.trials.demo.story;

import java.util.List;
import tsunagi.records.v1.Attendee;
import tsunagi.records.v1.BetterDirection;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.MeetingKind;
import tsunagi.records.v1.MeetingMode;
import tsunagi.records.v1.MeetingPresence;
import tsunagi.records.v1.RaterSide;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;

/**
 * The meetings of the two support teams, each rated by both sides under four headings of four steps. The other side
 * rates half a step to one and a half steps higher than the helpers rate themselves.
 */
final class RatedMeetings implements Chapter {
    private static final List<String> HEADINGS = List.of("goal", "talk", "knowledge", "trust");
    private static final int RATERS_A_SIDE = 2;

    private static final List<Rated> RATED = List.of(
            new Rated("PTチーム", "2024-07-16", StoryPerson.MIKAMI),
            new Rated("OTチーム", "2024-07-31", StoryPerson.OMORI),
            new Rated("PTチーム", "2024-08-19", StoryPerson.MIKAMI),
            new Rated("合同", "2024-09-05", StoryPerson.ODA),
            new Rated("PTチーム", "2024-09-19", StoryPerson.MIKAMI),
            new Rated("OTチーム", "2024-09-27", StoryPerson.OMORI),
            new Rated("OTチーム", "2024-10-30", StoryPerson.OMORI),
            new Rated("PTチーム", "2024-11-25", StoryPerson.MIKAMI),
            new Rated("合同", "2024-12-05", StoryPerson.ODA));

    /** A meeting that was rated. */
    private record Rated(String group, String on, StoryPerson host) {
        String id() {
            return StoryId.of("meeting/" + on);
        }
    }

    @Override
    public String title() {
        return "7〜12月 支援チームの会議と評価";
    }

    @Override
    public void play(Stage stage) {
        Desk oda =
                Desk.of(stage, StoryTablet.PREFECTURAL_CENTRE, StoryTeam.BREWERY, StoryPerson.ODA, "2024-12-09T10:00");
        oda.sync();
        String form = oda.write(form());
        for (int i = 0; i < RATED.size(); i++) {
            Rated rated = RATED.get(i);
            oda.write(rated.id(), meeting(rated.group(), rated.on(), rated.host()));
            String round = StoryId.of("round/" + rated.on());
            oda.write(round, round(form, rated));
            for (int rater = 0; rater < RATERS_A_SIDE; rater++) {
                rate(oda, form, round, rated, RaterSide.RATER_SIDE_SELF, rater, 1 + (i + rater) / 5);
                rate(oda, form, round, rated, RaterSide.RATER_SIDE_OTHER, rater, 2 + (i + rater) / 5);
            }
        }
        oda.write(StoryId.of("meeting/2025-03-06"), meeting("合同", "2025-03-06", StoryPerson.ODA));
        oda.sync();
    }

    private static FormVersion.Builder form() {
        FormVersion.Builder form = FormVersion.newBuilder()
                .setFormKey("support_rating")
                .setVersion("2024-1")
                .setTitle("伴走支援のふりかえり")
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_SUPPORT)
                .setPublishedOn("2024-07-01");
        for (String heading : HEADINGS) {
            form.putScales(
                    heading,
                    Scale.newBuilder()
                            .addItems(ScaleItem.newBuilder().setQuestionPath("/data/" + heading))
                            .setBetter(BetterDirection.BETTER_DIRECTION_HIGHER)
                            .setLeast(1)
                            .setMost(4)
                            .build());
        }
        return form;
    }

    private static Meeting.Builder meeting(String group, String on, StoryPerson host) {
        Meeting.Builder meeting = Meeting.newBuilder()
                .setTitle(group + " 会議")
                .setKind(MeetingKind.MEETING_KIND_TEAM)
                .setGroupName(group)
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .setHostingBodyId(host.body().id())
                .setHeldOn(on)
                .setDurationMinutes(60)
                .setMode(MeetingMode.MEETING_MODE_HYBRID)
                .setWorkplaceId(BreweryBeginnings.BREWERY)
                .setAgenda("前回からの動き\n次の一歩");
        for (StoryPerson person : List.of(StoryPerson.ODA, StoryPerson.SAEKI, host)) {
            meeting.putAttendees(
                    person.id(),
                    Attendee.newBuilder()
                            .setPresence(MeetingPresence.MEETING_PRESENCE_CAME)
                            .setBodyId(person.body().id())
                            .build());
        }
        return meeting.putAttendees(
                BreweryBeginnings.GENERAL_AFFAIRS,
                Attendee.newBuilder()
                        .setPresence(MeetingPresence.MEETING_PRESENCE_CAME)
                        .setContactId(BreweryBeginnings.GENERAL_AFFAIRS)
                        .build());
    }

    private static Round.Builder round(String form, Rated rated) {
        return Round.newBuilder()
                .setFormVersionId(form)
                .setName(rated.group() + " " + rated.on())
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .setMeetingId(rated.id())
                .setPhase(RoundPhase.ROUND_PHASE_SINGLE)
                .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                .setOpensOn(rated.on());
    }

    private static void rate(Desk desk, String form, String round, Rated rated, RaterSide side, int rater, int step) {
        Response.Builder response = Response.newBuilder()
                .setRoundId(round)
                .setFormVersionId(form)
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_SUPPORT)
                .setMeetingId(rated.id())
                .setRatedOn(rated.on())
                .setWrittenOn(rated.on())
                .setRaterSide(side)
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                .setEntryMethod(EntryMethod.ENTRY_METHOD_PAPER);
        if (side == RaterSide.RATER_SIDE_SELF) {
            response.setRaterBodyId(rated.host().body().id());
        } else {
            response.setWorkplaceId(BreweryBeginnings.BREWERY);
        }
        for (int heading = 0; heading < HEADINGS.size(); heading++) {
            // The second rater of the helpers is stricter on one heading, the one of the workplace kinder on two.
            int lean = rater == 0 ? 0 : side == RaterSide.RATER_SIDE_SELF && heading == 0 ? 0 : heading % 2;
            response.putAnswers("/data/" + HEADINGS.get(heading), BreweryForm.number(Math.min(4, step + lean)));
        }
        desk.write(StoryId.of("response/" + rated.on() + "/" + side + "/" + rater), response);
    }
}
