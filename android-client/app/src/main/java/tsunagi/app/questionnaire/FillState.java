package tsunagi.app.questionnaire;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.questionnaires.Form;

/**
 * All that is shown of a sheet at one moment.
 *
 * @param language empty when the form has just one
 * @param at the page that is shown, counted from 0; behind the last one is the overview
 * @param findings what is to be said at questions, by path
 * @param entries all questions that are asked now
 * @param files photos and signatures of this page, by path
 * @param isHeldUp whether the last step did not lead on, because of what is said at the questions
 */
record FillState(
        Form form,
        Optional<FormLanguage> language,
        List<FillPage> pages,
        int at,
        Map<String, List<String>> findings,
        List<FillEntry> entries,
        Map<String, ByteString> files,
        boolean isHeldUp) {
    /** True where there is no page: the overview of all questions, where the sheet is finished. */
    boolean isOverview() {
        return at >= pages.size();
    }

    /** Whether the form speaks easy Japanese now. */
    boolean isEasy() {
        return language.filter(FormLanguage::isEasy).isPresent();
    }

    FillPage page() {
        return pages.get(at);
    }

    /** How many questions stand on the pages before this one, and on it. */
    int asked() {
        int asked = 0;
        for (FillEntry entry : entries) {
            asked += entry.page() < at ? 1 : 0;
        }
        return asked;
    }

    int answered() {
        int answered = 0;
        for (FillEntry entry : entries) {
            answered += entry.mark() == FillEntry.Mark.ANSWERED ? 1 : 0;
        }
        return answered;
    }

    /** The questions without an answer that the form would take. */
    List<FillEntry> open() {
        List<FillEntry> open = new ArrayList<>();
        for (FillEntry entry : entries) {
            if (entry.mark() != FillEntry.Mark.ANSWERED) {
                open.add(entry);
            }
        }
        return open;
    }

    boolean canBeFinished() {
        return entries.stream().noneMatch(FillEntry::isInTheWay);
    }

    List<String> findings(String path) {
        return findings.getOrDefault(path, Collections.emptyList());
    }
}
