package tsunagi.server.plaintables;

/**
 * One column of a plain table.
 *
 * @param remark what stands in it, for people: behind it in the table's definition, and as its comment where the engine has
 *     such; empty when there is nothing to say
 */
record Column(String name, ColumnType type, boolean required, String remark) {
    static Column required(String name, ColumnType type, String remark) {
        return new Column(name, type, true, remark);
    }

    static Column optional(String name, ColumnType type, String remark) {
        return new Column(name, type, false, remark);
    }

    String definition() {
        return name + " " + type.sql() + (required ? " NOT NULL" : "");
    }
}
