package tsunagi.app.questionnaire;

import android.graphics.Bitmap;
import androidx.fragment.app.FragmentManager;
import com.google.protobuf.ByteString;
import java.time.LocalDate;
import java.util.Optional;
import tsunagi.questionnaires.Form;
import tsunagi.records.v1.Answer;

/** Where the views of questions hand in what a person does. */
interface Answering {
    Form form();

    FillSetting setting();

    /**
     * Answers a question.
     *
     * @param isChosen whether it was one choice of several, after which the next page may come by itself
     */
    void answer(String path, Answer answer, boolean isChosen);

    /** Keeps what is being typed, at once but without holding the typing up; empty contents take the answer back. */
    void type(String path, Answer answer);

    void clear(String path);

    void attach(String path, ByteString content, String mediaType);

    void add(String repeatPath);

    void remove(String partPath);

    /** Goes on, as the button does. */
    void next();

    /** Where pickers are shown; empty when the screen cannot show any. */
    Optional<FragmentManager> pickers();

    /** Whether photos can be taken here. */
    boolean hasCamera();

    /** Has a photo taken that answers a question. */
    void photograph(String path);

    /** What the tablet can find out by itself; empty where respondents hold it. */
    Optional<Instruments> instruments();

    /** The day it is. */
    LocalDate today();

    /** The picture that a form calls by this reference; empty when it has none or it cannot be read. */
    Optional<Bitmap> picture(String reference);
}
