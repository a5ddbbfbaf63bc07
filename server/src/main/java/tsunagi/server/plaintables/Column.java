package tsunagi.server.plaintables;

/**
 * One column of a plain table.
 *
 * @param remark what stands behind it in the table's definition, for people; empty when there is nothing to say
 */
record Column(String name, ColumnType type, boolean required, String remark) {
    static Column required(String name, ColumnType type) {
        return new Column(name, type, true, "");
    }

    static Column optional(String name, ColumnType type, String remark) {
        return new Column(name, type, false, remark);
    }

    String definition() {
        return name + " " + type.sql() + (required ? " NOT NULL" : "");
    }
}
