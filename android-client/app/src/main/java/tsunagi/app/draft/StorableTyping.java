package tsunagi.app.draft;

/** What is typed, without halves of characters: a keyboard may put in the first half of an emoji before the second. */
public final class StorableTyping {
    private StorableTyping() {}

    public static String of(String typed) {
        StringBuilder whole = new StringBuilder(typed.length());
        typed.codePoints().filter(point -> point != 0 && !isHalf(point)).forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
