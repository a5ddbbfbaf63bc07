package tsunagi.app.draft;

import android.content.Context;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Locale;
import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.rules.Problem;

/** What the rules say of the fields that somebody entered something in; what was left alone is nobody's fault yet. */
final class FieldProblems {
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
        return isJapanese ? problem.japanese() : problem.english();
    }
}
