package tsunagi.server.words;

import tsunagi.records.v1.Action;
import tsunagi.records.v1.AreaCensus;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;

/** What workplaces are called, and what belongs to them. */
final class PlaceTitles {
    private final TitleWords words;

    PlaceTitles(TitleWords words) {
        this.words = words;
    }

    Title of(Workplace workplace) {
        String where = workplace.getAddress().isEmpty()
                ? words.municipality(workplace.getMunicipalityCode())
                : workplace.getAddress();
        return words.title(
                words.named(workplace.getName()),
                where,
                words.value(workplace.getIndustry()),
                workplace.getPhone(),
                words.day("title.closed", workplace.getClosedOn()));
    }

    Title of(Contact contact) {
        String where = TitleWords.first(words.workplace(contact.getWorkplaceId()), words.body(contact.getBodyId()));
        return words.title(
                words.of(words.named(contact.getName()), where),
                words.values(contact.getRolesList()),
                contact.getJobTitle(),
                TitleWords.first(contact.getPhone(), contact.getEmail()),
                words.day("title.left", contact.getLeftOn()));
    }

    Title of(Action action) {
        return words.title(
                words.of(words.named(action.getTitle()), words.workplace(action.getWorkplaceId())),
                words.value(action.getStanding().getState()),
                words.day("title.since", action.getStartedOn()),
                words.themes(action.getThemeKeysList()));
    }

    Title of(AreaCensus census) {
        String statistic = TitleWords.first(
                words.statistic(census.getStatistic()), words.type(RecordType.RECORD_TYPE_AREA_CENSUS));
        return words.title(
                words.of(statistic, words.municipality(census.getMunicipalityCode())),
                words.day("title.as_of", census.getAsOfOn()));
    }
}
