package tsunagi.server.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How what is exported is written down. */
public enum ExportFormat {
    /** A workbook: a sheet a table, and one that explains the columns. */
    XLSX,
    /** UTF-8 with its mark at the beginning, by which Excel knows it; several tables come in a ZIP. */
    CSV,
    /** CSV in the Windows code page 932, for programs that know nothing else; in a ZIP, with a list of what it cannot hold. */
    CSV_CP932,
    /** A JSON object a line. */
    JSON_LINES;

    /** As it stands in forms and in the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> find(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** What a browser is told that it gets. */
    public String mediaType(int tables) {
        return switch (ending(tables)) {
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "csv" -> "text/csv; charset=utf-8";
            case "jsonl" -> "application/x-ndjson";
            default -> "application/zip";
        };
    }

    /** How the name of the file ends, without the dot. */
    public String ending(int tables) {
        return switch (this) {
            case XLSX -> "xlsx";
            case CSV -> tables == 1 ? "csv" : "zip";
            case CSV_CP932 -> "zip";
            case JSON_LINES -> "jsonl";
        };
    }
}
