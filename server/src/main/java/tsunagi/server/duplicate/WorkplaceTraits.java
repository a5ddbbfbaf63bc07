package tsunagi.server.duplicate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Workplace;

/**
 * What of workplaces is compared.
 *
 * @param names its name, then the others it is known by
 * @param phone digits only
 */
record WorkplaceTraits(
        List<PlaceName> names,
        String reading,
        String corporateNumber,
        String phone,
        Address address,
        String municipality,
        String industry)
        implements Traits {

    static WorkplaceTraits of(Workplace workplace) {
        return new WorkplaceTraits(
                Stream.concat(Stream.of(workplace.getName()), workplace.getAliasesList().stream())
                        .filter(name -> !name.isBlank())
                        .map(PlaceName::of)
                        .toList(),
                SpokenKey.of(workplace.getNameReading()),
                Digits.of(workplace.getCorporateNumber()),
                Digits.of(workplace.getPhone()),
                Address.of(workplace.getAddress()),
                workplace.getMunicipalityCode(),
                workplace.getIndustry() == Industry.INDUSTRY_UNSPECIFIED
                        ? ""
                        : workplace.getIndustry().name());
    }

    @Override
    public Set<String> blocks() {
        Set<String> blocks = new LinkedHashSet<>();
        for (PlaceName name : names) {
            OneLetter.neighbours(name.core()).forEach(word -> blocks.add("name " + word));
        }
        add(blocks, "reading", reading);
        add(blocks, "number", corporateNumber);
        add(blocks, "phone", phone);
        add(blocks, "address", address.numbers().isEmpty() ? "" : address.key());
        return blocks;
    }

    static void add(Set<String> blocks, String kind, String word) {
        if (!word.isEmpty()) {
            blocks.add(kind + " " + word);
        }
    }

    @Override
    public Likeness likeness(Traits traits) {
        if (!(traits instanceof WorkplaceTraits other)) {
            return Likeness.NONE;
        }
        Weighing weighing = new Weighing();
        boolean isSameReading = !reading.isEmpty() && reading.equals(other.reading);
        Reason name = closestName(other, isSameReading);
        weighing.when(true, name, pointsOf(name));
        weighing.when(isSameReading, Reason.SAME_READING, isSameName(name) ? 5 : 30);
        weighBranch(other, weighing);
        weighing.either(
                corporateNumber,
                other.corporateNumber,
                Reason.SAME_CORPORATE_NUMBER,
                20,
                Reason.OTHER_CORPORATE_NUMBER,
                -45);
        weighing.either(phone, other.phone, Reason.SAME_PHONE, 30, Reason.OTHER_PHONE, -5);
        weighing.when(address.isSame(other.address), Reason.SAME_ADDRESS, 30);
        weighing.when(address.isNear(other.address), Reason.NEAR_ADDRESS, 10);
        weighing.when(address.isOther(other.address), Reason.OTHER_ADDRESS, -25);
        weighing.against(municipality, other.municipality, Reason.OTHER_MUNICIPALITY, -25);
        weighing.against(industry, other.industry, Reason.OTHER_INDUSTRY, -5);
        return weighing.likeness();
    }

    private static int pointsOf(Reason name) {
        return switch (name) {
            case SAME_NAME, SAME_NAME_WRITTEN_DIFFERENTLY -> 55;
            case SIMILAR_NAME -> 35;
            case PART_OF_NAME -> 20;
            default -> -25;
        };
    }

    private static boolean isSameName(Reason name) {
        return name == Reason.SAME_NAME || name == Reason.SAME_NAME_WRITTEN_DIFFERENTLY;
    }

    /** The best that can be said of any two of their names. */
    private Reason closestName(WorkplaceTraits other, boolean isSameReading) {
        Reason closest = isSameReading ? Reason.SIMILAR_NAME : Reason.OTHER_NAME;
        for (PlaceName mine : names) {
            for (PlaceName theirs : other.names) {
                Reason found = compare(mine, theirs);
                closest = pointsOf(found) > pointsOf(closest) ? found : closest;
            }
        }
        return closest;
    }

    private static Reason compare(PlaceName mine, PlaceName theirs) {
        if (mine.isSame(theirs)) {
            return mine.isWrittenAlike(theirs) ? Reason.SAME_NAME : Reason.SAME_NAME_WRITTEN_DIFFERENTLY;
        }
        if (mine.isSimilar(theirs)) {
            return Reason.SIMILAR_NAME;
        }
        return mine.isPart(theirs) ? Reason.PART_OF_NAME : Reason.OTHER_NAME;
    }

    private void weighBranch(WorkplaceTraits other, Weighing weighing) {
        if (names.isEmpty() || other.names.isEmpty()) {
            return;
        }
        PlaceName mine = names.get(0);
        PlaceName theirs = other.names.get(0);
        weighing.when(mine.isOtherBranch(theirs), Reason.OTHER_BRANCH, -60);
        weighing.when(mine.isBranchOfOneOnly(theirs), Reason.BRANCH_OF_ONE_ONLY, -15);
    }
}
