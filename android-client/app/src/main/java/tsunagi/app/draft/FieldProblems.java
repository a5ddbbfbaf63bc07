package tsunagi.app.draft;

import android.content.Context;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagi.change.FieldPath;
import tsunagi.rules.Problem;

/** What the rules say of the fields that somebody entered something in; what was left alone is nobody's fault yet. */
final class FieldProblems {
    private static final int LONG = 300;

    /** What somebody typed, as it is quoted; of very much of it the beginning is enough. */
    private static final Pattern LONG_QUOTE = Pattern.compile("([「'])([^」']{30})[^」']+([」'])");

    private final DraftPage<?> page;
    private final boolean isJapanese;

    FieldProblems(Context context, DraftPage<?> page) {
        this.page = page;
        Locale locale = context.getResources().getConfiguration().getLocales().get(0);
        this.isJapanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
    }

    Optional<String> of(FieldPath path) {
        if (!page.entered().contains(path)) {
            return Optional.empty();
        }
        String name = name(path);
        return page.problems().stream()
                .filter(problem ->
                        problem.field().equals(name) || problem.field().startsWith(name + "."))
                .map(this::words)
                .findFirst();
    }

    private String name(FieldPath path) {
        FieldDescriptor field = page.now().getDescriptorForType().findFieldByNumber(path.number());
        return path.isMapEntry() ? field.getName() + "." + path.mapKey() : field.getName();
    }

    private String words(Problem problem) {
        String text = isJapanese ? problem.japanese() : problem.english();
        return text.length() < LONG ? text : LONG_QUOTE.matcher(text).replaceAll("$1$2…$3");
    }
}
