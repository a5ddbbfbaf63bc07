package tsunagi.app.participant;

import tsunagi.name.Kana;

/** A row of the syllabary (あかさたな), by which a roster is thumbed through. */
public enum KanaRow {
    A("あ", "ぁあぃいぅうぇえぉおゔ"),
    KA("か", "かがきぎくぐけげこごゕゖ"),
    SA("さ", "さざしじすずせぜそぞ"),
    TA("た", "ただちぢっつづてでとど"),
    NA("な", "なにぬねの"),
    HA("は", "はばぱひびぴふぶぷへべぺほぼぽ"),
    MA("ま", "まみむめも"),
    YA("や", "ゃやゅゆょよ"),
    RA("ら", "らりるれろ"),
    WA("わ", "ゎわゐゑをん"),
    /** Whatever does not begin with kana; stands last. */
    OTHER("他", "");

    private final String letter;
    private final String beginnings;

    KanaRow(String letter, String beginnings) {
        this.letter = letter;
        this.beginnings = beginnings;
    }

    public String letter() {
        return letter;
    }

    /** The row of a reading, or of a name that is written in kana. */
    public static KanaRow of(String reading) {
        String hiragana = Kana.toHiragana(reading);
        for (KanaRow row : values()) {
            if (!hiragana.isEmpty() && row.beginnings.indexOf(hiragana.charAt(0)) >= 0) {
                return row;
            }
        }
        return OTHER;
    }
}
