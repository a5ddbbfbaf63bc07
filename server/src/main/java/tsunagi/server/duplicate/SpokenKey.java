package tsunagi.server.duplicate;

import java.util.Map;
import tsunagi.name.NameKey;

/** A name as it sounds, as far as letters tell: what kana spelling leaves open is taken off a {@link NameKey}. */
final class SpokenKey {
    private static final Map<Character, Character> ONE_FOR_ANOTHER = Map.ofEntries(
            Map.entry('ぁ', 'あ'),
            Map.entry('ぃ', 'い'),
            Map.entry('ぅ', 'う'),
            Map.entry('ぇ', 'え'),
            Map.entry('ぉ', 'お'),
            Map.entry('っ', 'つ'),
            Map.entry('ゃ', 'や'),
            Map.entry('ゅ', 'ゆ'),
            Map.entry('ょ', 'よ'),
            Map.entry('ぢ', 'じ'),
            Map.entry('づ', 'ず'),
            Map.entry('を', 'お'),
            Map.entry('ゐ', 'い'),
            Map.entry('ゑ', 'え'));

    /** Behind these, う and お only make the vowel longer: おおつき, おうつき. */
    private static final String LONG_O = "おこそとのほもよろごぞどぼぽ";

    private SpokenKey() {}

    static String of(String name) {
        String key = NameKey.of(name)
                .text()
                .replace("ゔぁ", "ば")
                .replace("ゔぃ", "び")
                .replace("ゔぇ", "べ")
                .replace("ゔぉ", "ぼ")
                .replace("ゔ", "ぶ")
                .replace("ー", "");
        StringBuilder spoken = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            char plain = ONE_FOR_ANOTHER.getOrDefault(c, c);
            boolean isLength = (plain == 'う' || plain == 'お')
                    && spoken.length() > 0
                    && LONG_O.indexOf(spoken.charAt(spoken.length() - 1)) >= 0;
            if (!isLength) {
                spoken.append(plain);
            }
        }
        return spoken.toString();
    }
}
