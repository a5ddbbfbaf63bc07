package tsunagi.server.imports;

/** Says that a row lacks what it cannot do without. */
final class Missing {
    private Missing() {}

    static void refuse(ImportRow row, String key, ImportKind kind) {
        String heading = kind.column(key).heading();
        row.refuse(key, heading + "が空です。入れてください。", "'" + key + "' is empty. Fill it in.");
    }
}
