package tsunagi.xlsform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A file that should be a spreadsheet, whatever its name says. */
final class SpreadsheetFile {
    static final long MOST_BYTES = 32L * 1024 * 1024;

    /** The old format is read as a whole, at about ten times its size. */
    static final long MOST_XLS_BYTES = 16L * 1024 * 1024;

    static final long MOST_CSV_BYTES = 16L * 1024 * 1024;

    private SpreadsheetFile() {}

    /** The sheets that a form is made of. */
    static List<Grid> read(Path file) throws UnreadableException {
        return read(file, Sheets::isOfAForm, CsvFiles::read);
    }

    /** All sheets, whatever they are about. */
    static List<Grid> readAll(Path file) throws UnreadableException {
        return read(file, name -> true, CsvFiles::readPlain);
    }

    /** How the cells of a .csv file are meant. */
    private interface CsvReading {
        List<Grid> read(Path file, Grid.Budget budget) throws UnreadableException, IOException;
    }

    private static List<Grid> read(Path file, Predicate<String> isWanted, CsvReading csv) throws UnreadableException {
        try {
            return read(file, isWanted, csv, new Grid.Budget());
        } catch (IOException e) {
            throw new UnreadableException(
                    "ファイル " + file.getFileName() + " を開けません。",
                    "The file " + file.getFileName() + " cannot be opened: " + e.getMessage());
        }
    }

    private static List<Grid> read(Path file, Predicate<String> isWanted, CsvReading csv, Grid.Budget budget)
            throws UnreadableException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableException(
                    "ファイル " + file.getFileName() + " がありません。", "There is no file " + file.getFileName() + ".");
        }
        byte[] start = start(file);
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K') {
            limit(file, MOST_BYTES);
            return XlsxFile.read(file, isWanted, budget);
        }
        if (start.length >= 4 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
            limit(file, MOST_XLS_BYTES);
            return XlsFile.read(file, isWanted, budget);
        }
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            limit(file, MOST_CSV_BYTES);
            return csv.read(file, budget);
        }
        throw new UnreadableException(
                file.getFileName() + " は表計算ファイルではありません。使えるのは .xlsx、.xls、.csv です。",
                file.getFileName() + " is no spreadsheet. What can be used is .xlsx, .xls and .csv.");
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static void limit(Path file, long mostBytes) throws UnreadableException, IOException {
        if (Files.size(file) > mostBytes) {
            throw new UnreadableException(
                    "ファイルが大きすぎます(上限 " + mostBytes / 1024 / 1024 + " MiB)。貼り付けた画像や使っていないシートを消してください。",
                    "The file is too large (the limit is " + mostBytes / 1024 / 1024
                            + " MiB). Take out pictures and sheets that are not needed.");
        }
    }
}
