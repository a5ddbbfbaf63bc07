package tsunagi.server.duplicate;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagi.name.Kana;
import tsunagi.name.NameKey;

/**
 * The name of a workplace taken apart: one company has many, and what tells them apart is what they are called behind the company.
 *
 * @param raw as it was written
 * @param core the company, as it sounds
 * @param branch which of its places, such as 第2工場; empty when the name does not say
 */
record PlaceName(String raw, String core, String branch) {
    private static final String BRANCHES = "本社|本店|支社|支店|支所|営業所|事業所|工場|出張所|作業所|倉庫|せんたー|号店|分院|本院|分室|こうじょう";
    private static final Pattern IN_ONE_WORD =
            Pattern.compile("(.{2,}?)((?:第?[0-9一二三四五六七八九十]+|本|東|西|南|北|中央|新|旧)?(?:" + BRANCHES + "))");
    /** A word of its own that ends like this says which place is meant; 商店 and 工務店 say what it is. */
    private static final Pattern A_WORD =
            Pattern.compile(".*(?:" + BRANCHES + "|(?<!商|工務|酒|書|薬|茶|飲食|百貨|販売|代理|理髪|理容|専門)店|園舎)");
    /** Names of the one place that many companies have. */
    private static final Set<String> HEAD = Set.of("本社", "本店", "本院");

    private static final String NUMERALS = "一二三四五六七八九";

    static PlaceName of(String name) {
        String even = Kana.evenWidth(name);
        int gap = Math.max(even.lastIndexOf(' '), even.lastIndexOf('\u3000'));
        if (gap > 0) {
            String last = NameKey.of(even.substring(gap)).text();
            String before = SpokenKey.of(even.substring(0, gap));
            if (A_WORD.matcher(last).matches() && !before.isEmpty()) {
                return new PlaceName(name, before, branch(last));
            }
        }
        Matcher inOneWord = IN_ONE_WORD.matcher(NameKey.of(even).text());
        return inOneWord.matches()
                ? new PlaceName(name, SpokenKey.of(inOneWord.group(1)), branch(inOneWord.group(2)))
                : new PlaceName(name, SpokenKey.of(even), "");
    }

    private static String branch(String words) {
        String branch = words.startsWith("第") ? words.substring(1) : words;
        for (int i = 0; i < NUMERALS.length(); i++) {
            branch = branch.replace(NUMERALS.charAt(i), (char) ('1' + i));
        }
        return branch;
    }

    /** Company and place, as one word to find it by. */
    String whole() {
        return HEAD.contains(branch) ? core : core + branch;
    }

    boolean isSame(PlaceName other) {
        return !core.isEmpty() && whole().equals(other.whole());
    }

    boolean isWrittenAlike(PlaceName other) {
        return Kana.evenWidth(raw).equals(Kana.evenWidth(other.raw));
    }

    boolean isSimilar(PlaceName other) {
        return OneLetter.apart(core, other.core) || (core.equals(other.core) && !core.isEmpty());
    }

    boolean isPart(PlaceName other) {
        boolean isInIt = core.contains(other.core) || other.core.contains(core);
        return isInIt && Math.min(core.length(), other.core.length()) >= OneLetter.LENGTH_MIN - 1;
    }

    boolean isOtherBranch(PlaceName other) {
        return !branch.isEmpty() && !other.branch.isEmpty() && !branch.equals(other.branch);
    }

    boolean isBranchOfOneOnly(PlaceName other) {
        return branch.isEmpty() != other.branch.isEmpty() && !HEAD.contains(branch + other.branch);
    }
}
