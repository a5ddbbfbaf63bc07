package tsunagi.questionnaires;

/** One sentence in the two languages that people who write or fill in forms read. */
public record Wording(String ja, String en) {
    @Override
    public String toString() {
        return ja + " / " + en;
    }
}
