package tsunagi.server.console.conflict;

import java.util.ArrayList;
import java.util.List;
import tsunagi.server.conflict.SettledTogether;
import tsunagi.server.conflict.SettlementWord;
import tsunagi.server.conflict.TakenBack;
import tsunagi.server.console.page.Page;

/** What became of decisions, in sentences. */
final class Outcomes {
    private Outcomes() {}

    /**
     * What became of them.
     *
     * @param left how many were not decided at all, since the way that was chosen tells nothing of them or somebody wrote meanwhile
     */
    static String text(Page page, SettledTogether settled, int left) {
        List<String> sentences = new ArrayList<>();
        int others = settled.count(SettlementWord.Parked.class)
                + settled.count(SettlementWord.Erased.class)
                + settled.count(SettlementWord.Unfit.class);
        add(page, sentences, "conflict.settled", settled.settled());
        add(page, sentences, "conflict.still_open", settled.count(SettlementWord.StillOpen.class));
        add(page, sentences, "conflict.not_open", settled.count(SettlementWord.NotOpen.class));
        add(page, sentences, "conflict.not_taken", others);
        add(page, sentences, "conflict.left", left);
        return String.join(" ", sentences);
    }

    /** What became of taking back. */
    static String text(Page page, TakenBack back) {
        List<String> sentences = new ArrayList<>();
        add(page, sentences, "conflict.back", back.back());
        add(page, sentences, "conflict.same", back.same());
        add(page, sentences, "conflict.moved", back.moved());
        if (sentences.isEmpty()) {
            sentences.add(page.say("conflict.nothing_back"));
        } else {
            sentences.add(page.say("conflict.from_history"));
        }
        return String.join(" ", sentences);
    }

    private static void add(Page page, List<String> sentences, String key, int count) {
        if (count > 0) {
            sentences.add(page.say(key, count));
        }
    }
}
