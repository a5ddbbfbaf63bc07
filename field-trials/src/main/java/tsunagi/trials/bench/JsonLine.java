package tsunagi.trials.bench;

import com.google.gson.JsonObject;

/** The line of JSON that a bench ends with. */
final class JsonLine {
    private final JsonObject figures = new JsonObject();

    JsonLine with(String name, String value) {
        figures.addProperty(name, value);
        return this;
    }

    JsonLine with(String name, long value) {
        figures.addProperty(name, value);
        return this;
    }

    /** A figure, rounded to three places. */
    JsonLine with(String name, double value) {
        figures.addProperty(name, Math.round(value * 1000) / 1000.0);
        return this;
    }

    @Override
    public String toString() {
        return figures.toString();
    }
}
