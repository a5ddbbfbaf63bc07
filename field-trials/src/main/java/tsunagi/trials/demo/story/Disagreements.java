package tsunagi.trials.demo.story;

import tsunagi.records.v1.Contact;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.HazardLevel;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.trials.demo.story.BreweryWorkers.Worker;

/**
 * March 2025: two tablets without a signal write different things into the same fields. One disagreement (食い違い) is
 * settled, three stay open. And an instructor does what only the とりまとめ担当 may do: it waits (確認待ち).
 */
final class Disagreements implements Chapter {
    @Override
    public String title() {
        return "3月 食い違いと確認待ち";
    }

    @Override
    public void play(Stage stage) {
        Desk saeki = Desk.of(stage, StoryTablet.NURSE, StoryTeam.BREWERY, StoryPerson.SAEKI, "2025-03-04T16:20");
        Desk mikami = Desk.of(stage, StoryTablet.THERAPISTS, StoryTeam.BREWERY, StoryPerson.MIKAMI, "2025-03-04T18:45");
        Desk oda =
                Desk.of(stage, StoryTablet.PREFECTURAL_CENTRE, StoryTeam.BREWERY, StoryPerson.ODA, "2025-03-05T09:10");
        Desk fujii = Desk.of(stage, StoryTablet.REGIONAL_CENTRE, StoryTeam.CITY, StoryPerson.FUJII, "2025-03-05T11:00");
        saeki.sync();
        mikami.sync();
        oda.sync();
        fujii.sync();

        saeki.write(BreweryWalkThrough.WALK_THROUGH, Visit.newBuilder().setStartsAt("13:00"));
        mikami.write(BreweryWalkThrough.WALK_THROUGH, Visit.newBuilder().setStartsAt("13:30"));
        saeki.write(
                BreweryWalkThrough.STEAMED_RICE, Observation.newBuilder().setHazardLevel(HazardLevel.HAZARD_LEVEL_LOW));
        mikami.write(
                BreweryWalkThrough.STEAMED_RICE,
                Observation.newBuilder().setHazardLevel(HazardLevel.HAZARD_LEVEL_HIGH));
        saeki.write(BreweryBeginnings.GENERAL_AFFAIRS, Contact.newBuilder().setPhone("0990-00-1250"));
        oda.write(BreweryBeginnings.GENERAL_AFFAIRS, Contact.newBuilder().setPhone("0990-00-1253"));
        Desk saekiInTheCity = Desk.of(stage, StoryTablet.NURSE, StoryTeam.CITY, StoryPerson.SAEKI, "2025-03-05T10:30");
        saekiInTheCity.write(CityVisits.HAULIER_FOLLOW_UP, FollowUp.newBuilder().setDueOn("2025-04-18"));
        fujii.write(CityVisits.HAULIER_FOLLOW_UP, FollowUp.newBuilder().setDueOn("2025-03-28"));
        saeki.sync();
        mikami.sync();
        oda.sync();
        fujii.sync();

        oda.at("2025-03-06T09:40")
                .settle(BreweryBeginnings.GENERAL_AFFAIRS, Contact.newBuilder().setPhone("0990-00-1253"));
        oda.sync();
        Desk kuramoto = mikami.as(StoryPerson.KURAMOTO).at("2025-03-06T12:10");
        kuramoto.withdraw(RecordType.RECORD_TYPE_PARTICIPANT, neverCame().participantId());
        kuramoto.sync();
        saeki.sync();
    }

    /** Somebody who was on the roster, came to no lecture and does not want to stand in it. */
    private static Worker neverCame() {
        return BreweryWorkers.all().stream()
                .filter(worker -> worker.first() == 'A' && worker.second() == 'A')
                .findFirst()
                .orElseThrow();
    }
}
