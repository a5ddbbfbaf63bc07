package tsunagi.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A type of question as the convention knows it.
 *
 * @param control the element of the body; empty where nobody is asked
 * @param bind the type of its node
 * @param attribute of the control, or the property that fills it in
 */
record QuestionKind(String name, String control, String bind, String attribute) {
    /** Types that the convention knows and Tsunagi does not take, with what to do instead. */
    static final Map<String, String[]> REFUSED = refused();

    private static final Map<String, QuestionKind> ALL = new LinkedHashMap<>();

    static {
        put("text", "input", "string", "", "string");
        put("integer", "input", "int", "", "int");
        put("decimal", "input", "decimal", "");
        put("range", "range", "", "");
        put("select_one", "select1", "string", "");
        put("select_multiple", "select", "string", "");
        put("rank", "odk:rank", "odk:rank", "");
        put("note", "input", "string", "");
        put("geopoint", "input", "geopoint", "", "gps", "location");
        put("geotrace", "input", "geotrace", "");
        put("geoshape", "input", "geoshape", "");
        put("date", "input", "date", "");
        put("time", "input", "time", "");
        put("datetime", "input", "dateTime", "", "date_time");
        put("image", "upload", "binary", "image/*", "photo", "signature", "picture");
        put("audio", "upload", "binary", "audio/*");
        put("video", "upload", "binary", "video/*");
        put("file", "upload", "binary", "application/*");
        put("barcode", "input", "barcode", "");
        put("acknowledge", "trigger", "string", "", "trigger");
        put("calculate", "", "string", "");
        put("hidden", "", "string", "");
        put("background-audio", "", "binary", "", "background_audio");
        put("background-geopoint", "", "geopoint", "", "background_geopoint");
        put("start-geopoint", "", "geopoint", "", "start_geopoint");
        put("start", "", "dateTime", "timestamp", "start_time", "get_start_time");
        put("end", "", "dateTime", "timestamp", "end_time", "get_end_time");
        put("today", "", "date", "date", "get_today");
        for (String property :
                new String[] {"deviceid", "username", "phonenumber", "email", "subscriberid", "simserial"}) {
            put(property, "", "string", "property");
        }
        alias("imei", "deviceid");
        alias("device_id", "deviceid");
        alias("phone_number", "phonenumber");
        put("audit", "", "binary", "");
        put("xml-external", "", "", "", "xml_external");
        put("csv-external", "", "", "", "csv_external");
    }

    /** The type somebody typed, without what belongs to a selection. */
    static Optional<QuestionKind> of(String key) {
        String asked = key.startsWith("add_") && key.endsWith("_prompt") ? key.substring(4, key.length() - 7) : key;
        return Optional.ofNullable(ALL.get(asked.startsWith("q_") ? asked.substring(2) : asked));
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    boolean isSelection() {
        return name.equals("select_one") || name.equals("select_multiple") || name.equals("rank");
    }

    boolean isList() {
        return name.endsWith("-external");
    }

    boolean isAsked() {
        return !control.isEmpty();
    }

    private static void put(String name, String control, String bind, String attribute, String... aliases) {
        QuestionKind kind = new QuestionKind(name, control, bind, attribute);
        ALL.put(name, kind);
        for (String alias : aliases) {
            ALL.put(alias, kind);
        }
    }

    private static void alias(String alias, String name) {
        ALL.put(alias, ALL.get(name));
    }

    private static Map<String, String[]> refused() {
        Map<String, String[]> refused = new LinkedHashMap<>();
        refused.put("select_one_external", new String[] {
            "select_one_from_file か、choice_filter を付けた select_one を使ってください。",
            "Use select_one_from_file, or select_one with a choice_filter."
        });
        refused.put("cascading_select", new String[] {
            "choice_filter を付けた select_one を並べてください。", "Use several select_one with a choice_filter."
        });
        refused.put("begin_loop", new String[] {"begin repeat を使ってください。", "Use begin repeat."});
        refused.put("end_loop", new String[] {"begin repeat を使ってください。", "Use begin repeat."});
        refused.put("osm", new String[] {"geopoint を使ってください。", "Use geopoint."});
        refused.put("url", new String[] {"note のラベルにリンクを書いてください。", "Put the link into the label of a note."});
        refused.put("printer", new String[] {"この行を消してください。", "Take the row out."});
        refused.put("thermal_printer", new String[] {"この行を消してください。", "Take the row out."});
        return refused;
    }
}
