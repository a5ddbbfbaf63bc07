package tsunagi.app.questionnaire;

/**
 * In which way a sheet is filled in.
 *
 * @param goesOn whether a single choice leads to the next page by itself
 * @param isLarge whether everything is a good deal larger, for somebody who reads it once and stands
 * @param isPaper whether somebody types what stands on paper: nothing holds them up, gaps have their reasons, digits are shown
 */
public record FillSetting(boolean goesOn, boolean isLarge, boolean isPaper) {
    /** One of the helpers asks and enters, or answers about a workplace. */
    public static FillSetting ofHelper() {
        return new FillSetting(true, false, false);
    }

    /** A worker answers on a tablet handed over. */
    public static FillSetting ofRespondent() {
        return new FillSetting(true, true, false);
    }

    /** Somebody types a sheet of paper. */
    public static FillSetting ofPaper() {
        return new FillSetting(true, false, true);
    }
}
