package tsunagi.server.imports;

import com.google.protobuf.ProtocolMessageEnum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.calendar.JapaneseDays;
import tsunagi.name.Kana;

/** One row of a file while it is read: its cells by column, and what there is to say about them. */
final class ImportRow {
    private final int number;
    private final Map<String, String> cells;
    private final Map<String, String> places;
    private final List<Remark> remarks = new ArrayList<>();

    /**
     * A row.
     *
     * @param cells what stands in each column, by the column's key
     * @param places the letters and heading of each column, by the same keys
     */
    ImportRow(int number, Map<String, String> cells, Map<String, String> places) {
        this.number = number;
        this.cells = Map.copyOf(cells);
        this.places = places;
    }

    int number() {
        return number;
    }

    List<Remark> remarks() {
        return remarks;
    }

    boolean isRefused() {
        return remarks.stream().anyMatch(Remark::isRefusal);
    }

    /** What stands in all columns. */
    Map<String, String> cells() {
        return cells;
    }

    /** What stands in a column, in even width; empty where nothing does. */
    Optional<String> text(String key) {
        return Optional.ofNullable(cells.get(key)).map(Kana::evenWidth).filter(text -> !text.isEmpty());
    }

    Optional<String> day(String key) {
        return text(key).flatMap(text -> {
            Optional<LocalDate> day = JapaneseDays.parse(text);
            if (day.isEmpty()) {
                refuse(
                        key,
                        "「" + text + "」は日付として読めません。2024/7/26 や 令和6年7月26日 のように直してください。",
                        "'" + text + "' is no day. Write it like 2024-07-26 or R6.7.26.");
            }
            return day.map(LocalDate::toString);
        });
    }

    /** A whole number, 0 or more; with or without 人, 名 and commas. */
    Optional<Integer> count(String key) {
        return text(key).flatMap(text -> count(key, text));
    }

    Optional<Integer> count(String key, String text) {
        String digits = text.replaceAll("[,，\\s]|人$|名$|件$|所$", "").replaceAll("\\.0+$", "");
        if (digits.matches("[0-9]{1,8}")) {
            return Optional.of(Integer.parseInt(digits));
        }
        refuse(key, "「" + text + "」は数として読めません。0 以上の整数にしてください。", "'" + text + "' is no number. Write a whole one.");
        return Optional.empty();
    }

    /** One of the words that may stand in a column. */
    <E extends ProtocolMessageEnum> Optional<E> choice(String key, Words<E> words) {
        return text(key).flatMap(text -> {
            Optional<E> found = words.find(text);
            if (found.isEmpty()) {
                refuse(
                        key,
                        "「" + text + "」は分かりません。使える言葉: " + words.japanese() + "。",
                        "'" + text + "' is not known. There are: " + words.japanese() + ".");
            }
            return found;
        });
    }

    void refuse(String key, String japanese, String english) {
        remarks.add(new Remark(number, places.getOrDefault(key, ""), true, japanese, english));
    }

    void note(String key, String japanese, String english) {
        remarks.add(new Remark(number, places.getOrDefault(key, ""), false, japanese, english));
    }
}
