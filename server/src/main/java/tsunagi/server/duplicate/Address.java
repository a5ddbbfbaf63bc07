package tsunagi.server.duplicate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagi.name.Kana;
import tsunagi.name.NameKey;

/**
 * An address taken apart, whichever way its numbers are written.
 *
 * @param town what stands before the numbers, without 大字 and spaces
 * @param numbers 1-2-3 for 一丁目2番3号; empty when there are none
 */
record Address(String town, String numbers) {
    static final Address NONE = new Address("", "");

    private static final Pattern NUMERALS = Pattern.compile("[一二三四五六七八九十]+(?=丁目|番|号|の|-)");
    private static final Pattern HYPHENS = Pattern.compile("[-‐‑‒–—―−ーｰ](?=[0-9])");
    private static final Pattern FIRST_NUMBERS = Pattern.compile("([^0-9]*)([0-9]+(?:-[0-9]+)*).*");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int TEN = 10;

    static Address of(String written) {
        String even = Kana.evenWidth(written).replaceAll("\\s", "").replaceFirst("^〒?\\d{3}-?\\d{4}", "");
        String plain = HYPHENS.matcher(even).replaceAll("-");
        String digits = NUMERALS.matcher(plain).replaceAll(found -> String.valueOf(number(found.group())));
        String parted =
                digits.replaceAll("(?<=[0-9])(?:丁目|番地の?|番|の)(?=[0-9])", "-").replaceAll("(?<=[0-9])(?:丁目|番地|番|号)", "");
        Matcher numbers = FIRST_NUMBERS.matcher(parted);
        return numbers.matches()
                ? new Address(town(numbers.group(1)), numbers.group(2))
                : new Address(town(parted), "");
    }

    private static String town(String written) {
        return NameKey.of(written.replace("大字", "").replaceAll("字(?=.)", "")).text();
    }

    private static int number(String numerals) {
        int number = 0;
        int last = 0;
        for (int i = 0; i < numerals.length(); i++) {
            char c = numerals.charAt(i);
            if (c == '十') {
                number += Math.max(last, 1) * TEN;
                last = 0;
            } else {
                last = DIGITS.indexOf(c);
            }
        }
        return number + last;
    }

    boolean isKnown() {
        return !town.isEmpty() || !numbers.isEmpty();
    }

    /** Prefecture and city may be left out of one of them. */
    private boolean isSameTown(Address other) {
        return !town.isEmpty() && !other.town.isEmpty() && (town.endsWith(other.town) || other.town.endsWith(town));
    }

    boolean isSame(Address other) {
        return isSameTown(other) && !numbers.isEmpty() && numbers.equals(other.numbers);
    }

    /** The same block, or one of them leaves the last number out. */
    boolean isNear(Address other) {
        return isSameTown(other) && !isSame(other) && block(numbers).equals(block(other.numbers));
    }

    boolean isOther(Address other) {
        return isKnown() && other.isKnown() && !isSame(other) && !isNear(other);
    }

    private static String block(String numbers) {
        int second = numbers.indexOf('-', numbers.indexOf('-') + 1);
        return second < 0 ? numbers : numbers.substring(0, second);
    }

    /** The end of the town and the numbers, to find it by. */
    String key() {
        return town.substring(Math.max(0, town.length() - 2)) + numbers;
    }
}
