package tsunagi.trials.demo.story;

import java.util.List;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Response;

/** What 48 people answered after the training day, told by totals and dealt out to the sheets. */
final class TrainingDayAnswers {
    static final int SHEETS = 48;

    private static final int PHYSICAL_THERAPISTS = 21;
    private static final int NOT_ACTIVE = 38;

    private static final List<Rated> RATED = List.of(
            new Rated("/data/satisfaction", 0, List.of(27, 20, 1, 0, 0)),
            new Rated("/data/lectures/ministry", 13, List.of(21, 17, 9, 1, 0)),
            new Rated("/data/lectures/nurse", 26, List.of(29, 15, 4, 0, 0)),
            new Rated("/data/lectures/model_teams", 39, List.of(28, 17, 3, 0, 0)));

    private static final List<Lacking> LACKING = List.of(
            new Lacking("people", 0, 11),
            new Lacking("things", 9, 22),
            new Lacking("money", 18, 23),
            new Lacking("know_how", 27, 25),
            new Lacking("other", 36, 10));

    /**
     * A question answered by 5 to 1.
     *
     * @param shift where the dealing begins, so that not everybody answers all questions alike
     * @param counts how many gave 5, 4, 3, 2 and 1
     */
    private record Rated(String question, int shift, List<Integer> counts) {
        int on(int sheet) {
            // 5 and 48 have no common divisor, so every rank is dealt to just one sheet.
            int rank = (sheet * 5 + shift) % SHEETS;
            int rating = 5;
            for (int count : counts) {
                if (rank < count) {
                    return rating;
                }
                rank -= count;
                rating--;
            }
            throw new IllegalStateException(question + " has fewer ratings than sheets");
        }
    }

    /**
     * Why an association is not active; several reasons may be given.
     *
     * @param sheets on how many sheets it is given
     */
    private record Lacking(String choice, int shift, int sheets) {
        boolean isOn(int sheet) {
            return (sheet * 7 + shift) % NOT_ACTIVE < sheets;
        }
    }

    private TrainingDayAnswers() {}

    static void answer(Response.Builder response, int sheet) {
        response.putAnswers("/data/occupation", BreweryForm.choice(sheet < PHYSICAL_THERAPISTS ? "pt" : "ot"));
        for (Rated rated : RATED) {
            response.putAnswers(rated.question(), BreweryForm.number(rated.on(sheet)));
        }
        boolean isActive = sheet >= NOT_ACTIVE;
        response.putAnswers("/data/active", BreweryForm.choice(isActive ? "yes" : "no"));
        if (!isActive) {
            response.putAnswers("/data/lacking", lacking(sheet));
        }
    }

    private static Answer lacking(int sheet) {
        Answer.Builder answer = Answer.newBuilder();
        LACKING.stream().filter(reason -> reason.isOn(sheet)).forEach(reason -> answer.addChoices(reason.choice()));
        return answer.build();
    }
}
