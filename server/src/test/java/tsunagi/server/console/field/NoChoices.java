package tsunagi.server.console.field;

import java.util.List;
import java.util.Optional;
import tsunagi.records.v1.RecordType;

/** A team in which there is nothing to choose from. */
final class NoChoices implements Choices {
    @Override
    public List<Option> people() {
        return List.of();
    }

    @Override
    public List<Option> bodies() {
        return List.of();
    }

    @Override
    public List<Option> themes() {
        return List.of();
    }

    @Override
    public List<Option> records(RecordType type, String words) {
        return List.of();
    }

    @Override
    public Optional<String> title(RecordType type, String id) {
        return Optional.empty();
    }

    @Override
    public List<Option> departments(String workplaceId) {
        return List.of();
    }

    @Override
    public Optional<String> workplaceOfVisit(String visitId) {
        return Optional.empty();
    }

    @Override
    public List<Option> questions(String formVersionId) {
        return List.of();
    }

    @Override
    public int fiscalYear() {
        return 2024;
    }

    @Override
    public Optional<String> bodyOf(String personId) {
        return Optional.empty();
    }
}
