package tsunagi.questionnaires;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.records.v1.AgeBand;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Sex;

/**
 * What the answers of a sheet say of the person who answers: a form asks for it by single choices called {@code sex}, {@code
 * age_band}, {@code employment} and {@code department}, outside of all repeats, whose values are called as the records call them.
 */
public final class RespondentFacts {
    private final Form form;
    private final Map<String, Answer> answers;

    private RespondentFacts(Form form, Map<String, Answer> answers) {
        this.form = form;
        this.answers = answers;
    }

    /** A heading with these facts and nothing else; what was not asked or not answered is not in it. */
    public static Response of(Form form, Map<String, Answer> answers) {
        Response.Builder heading = Response.newBuilder();
        if (form.subject().orElse(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                == ResponseSubject.RESPONSE_SUBJECT_RESPONDENT) {
            RespondentFacts facts = new RespondentFacts(form, answers);
            facts.choice("department").ifPresent(heading::setDepartmentKey);
            facts.find("employment", Employment.class, heading::setEmployment);
            facts.find("sex", Sex.class, heading::setSex);
            facts.find("age_band", AgeBand.class, heading::setAgeBand);
        }
        return heading.build();
    }

    private <E extends Enum<E>> void find(String name, Class<E> type, Consumer<E> setter) {
        choice(name)
                .filter(word -> !word.equals("unspecified") && !word.equals("unrecognized"))
                .flatMap(word -> EnumWord.find(type, word))
                .ifPresent(setter);
    }

    /** What is asked within a repeat has a key in its path and is found by none of these. */
    private Optional<String> choice(String name) {
        return form.questions().stream()
                .filter(question -> question.type() == QuestionType.CHOICE
                        && question.path().endsWith("/" + name))
                .map(question -> answers.get(question.path()))
                .filter(answer -> answer != null && answer.getChoicesCount() == 1)
                .map(answer -> answer.getChoices(0))
                .findFirst();
    }
}
