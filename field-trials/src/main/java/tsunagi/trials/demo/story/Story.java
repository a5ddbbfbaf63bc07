package tsunagi.trials.demo.story;

import java.util.List;

/**
 * The fiscal year 2024 of a sake brewery and of a city's working group. Everybody in it and every place is invented;
 * who meets whom, when, and what is counted follows how such years go.
 */
public final class Story {
    private Story() {}

    /** All of it, in the order in which it happens. */
    public static List<Chapter> chapters() {
        return List.of(
                new SpringPlans(),
                new SurveyBefore(),
                new BreweryBeginnings(),
                new BreweryQuestionnaireBefore(),
                new BreweryWalkThrough(),
                new BreweryLectures(),
                new CityWorkplaces(),
                new CityVisits(),
                new CitySeminars(),
                new TrainingDay(),
                new BreweryQuestionnaireAfter(),
                new RatedMeetings(),
                new CityCouncil(),
                new Disagreements(),
                new Moved(),
                new NextYearsRequests());
    }
}
