package tsunagi.server.console.duplicate;

import java.util.List;
import java.util.Locale;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.page.Page;
import tsunagi.server.duplicate.DuplicatePair;
import tsunagi.server.duplicate.Likeness;
import tsunagi.server.duplicate.Reason;
import tsunagi.server.search.TypeWords;

/** How pairs are named in addresses, and their reasons in words. */
final class DuplicateWords {
    private DuplicateWords() {}

    static List<DuplicateList.ReasonTag> reasons(Page page, Likeness likeness) {
        return likeness.reasons().stream()
                .map(reason -> new DuplicateList.ReasonTag(word(page, reason), reason.isAgainst()))
                .toList();
    }

    static String word(Page page, Reason reason) {
        return page.say("duplicate.reason." + reason.name().toLowerCase(Locale.ROOT));
    }

    static String type(int type) {
        return TypeWords.of(RecordType.forNumber(type));
    }

    static String value(DuplicatePair pair) {
        return type(pair.type()) + "/" + pair.first() + "/" + pair.second();
    }

    static String address(Page page, DuplicatePair pair) {
        return page.in("/duplicates/pair/" + value(pair));
    }
}
