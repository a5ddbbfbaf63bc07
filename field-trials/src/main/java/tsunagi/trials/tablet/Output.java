package tsunagi.trials.tablet;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

/** JSON as this program prints it. */
final class Output {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private Output() {}

    static String text(JsonElement json) {
        return GSON.toJson(json);
    }
}
