package tsunagi.server.figures;

import java.util.Optional;

/** How often a question was answered by each of 5 to 1. */
final class FiveSteps {
    static final int STEPS = 5;

    private final long[] sheets = new long[STEPS + 1];
    private boolean hasOthers;

    /** An answer as it stands in the views; a gap stands in brackets there. */
    void add(Optional<String> answer, long count) {
        String said = answer.orElse("");
        if (said.matches("[1-5]")) {
            sheets[Integer.parseInt(said)] += count;
        } else if (!said.startsWith("(")) {
            hasOthers = true;
        }
    }

    /** Whether there are any, and no other answers. */
    boolean areAllThereIs() {
        return answered() > 0 && !hasOthers;
    }

    /** From 5 down to 1, and of how many who answered. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int step = STEPS; step > 0; step--) {
            text.append(sheets[step]).append(step > 1 ? "・" : "");
        }
        return text + "(回答" + answered() + "枚)";
    }

    /** How many said this. */
    long at(int step) {
        return sheets[step];
    }

    /** How many answered. */
    long answered() {
        long all = 0;
        for (long each : sheets) {
            all += each;
        }
        return all;
    }
}
