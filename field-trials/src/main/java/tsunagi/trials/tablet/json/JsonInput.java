package tsunagi.trials.tablet.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** What somebody typed as JSON. */
public final class JsonInput {
    private JsonInput() {}

    /**
     * Reads an object.
     *
     * @param shape what to say to somebody who typed anything else
     */
    public static JsonObject object(String json, String shape) throws BadInputException {
        try {
            JsonElement parsed = JsonParser.parseString(json);
            if (parsed.isJsonObject()) {
                return parsed.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            throw new BadInputException("bad_json", "This is not JSON: " + e.getMessage());
        }
        throw new BadInputException("bad_json", shape);
    }
}
