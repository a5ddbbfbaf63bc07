package tsunagi.questionnaires;

import java.util.Map;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.utils.IPreloadHandler;
import org.javarosa.core.model.utils.QuestionPreloader;

/** What the tablet fills in by itself: its properties; times and dates are JavaRosa's. */
final class Preloads implements IPreloadHandler {
    private final Map<String, String> properties;

    Preloads(Map<String, String> properties) {
        this.properties = properties;
    }

    QuestionPreloader preloader() {
        QuestionPreloader preloader = new QuestionPreloader();
        preloader.addPreloadHandler(this);
        return preloader;
    }

    @Override
    public String preloadHandled() {
        return "property";
    }

    @Override
    public IAnswerData handlePreload(String name) {
        String value = properties.get(name);
        return value == null ? null : new StringData(value);
    }

    @Override
    public boolean handlePostProcess(TreeElement node, String name) {
        return false;
    }
}
