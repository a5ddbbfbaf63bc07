package tsunagi.server.console.records;

import java.util.Optional;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.desk.DeskWord;

/** Says what became of what was written at the desk. */
final class WrittenNotice {
    private WrittenNotice() {}

    /**
     * The notice.
     *
     * @param done the word key for what went as it was meant
     */
    static Notice of(Page page, DeskWord word, String done) {
        String text = text(page, word, done);
        Optional<String> undo =
                RecordEdits.revision(word).map(revision -> RecordAddress.of(word.key()) + "/undo?revision=" + revision);
        return undo.isPresent() ? Notice.of(text, undo.get()) : Notice.of(text);
    }

    private static String text(Page page, DeskWord word, String done) {
        if (word instanceof DeskWord.Taken taken) {
            return switch (taken.verdict().getOutcomeCase()) {
                case MERGED ->
                    taken.verdict().getMerged().getKeptAlive()
                            ? page.say("records.kept_alive")
                            : page.say(done) + page.say("records.merged");
                case CONFLICTED ->
                    page.say(
                            "records.conflicted",
                            taken.verdict().getConflicted().getPathsCount());
                default -> page.say(done);
            };
        }
        if (word instanceof DeskWord.Unchanged) {
            return page.say("records.unchanged");
        }
        if (word instanceof DeskWord.Parked parked) {
            return page.say("records.parked", parked.detail());
        }
        return page.say(word instanceof DeskWord.Erased ? "records.erased" : "records.unfit");
    }
}
