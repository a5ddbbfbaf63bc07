package tsunagi.matchcode;

/** What came of reading a match code. */
public sealed interface CodeReading {
    /** It is one; whether anybody was given it is another question. */
    record Fits(MatchCode code) implements CodeReading {}

    /** It is none. */
    record Unfit(Fault fault) implements CodeReading {}

    /** Why something is no match code. */
    enum Fault {
        EMPTY("コードがありません。", "There is no code."),
        NOT_ONLY_DIGITS(
                "コードは数字だけです。文字が入っていないか確かめてください。", "A code has digits only; see whether there is a letter in it."),
        WRONG_LENGTH("コードは 7 けたの数字です。けた数を確かめてください。", "A code has seven digits; count them."),
        WRONG_CHECK_DIGIT(
                "コードの数字がどこか違っています。1 文字ずつ確かめてください。",
                "A digit of this code is wrong, or two have changed places; compare them one by one.");

        private final String ja;
        private final String en;

        Fault(String ja, String en) {
            this.ja = ja;
            this.en = en;
        }

        public String ja() {
            return ja;
        }

        public String en() {
            return en;
        }
    }
}
