package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.Correspondence.Link;
import org.millwright.contract.Correspondence.Shift;
import org.millwright.error.Problems;

/** From one classification to another: {@code old} has the codes 10, 20 and 30, {@code new} has A, B and C. */
class CorrespondenceTest {
    private static final String HEADER = "from,to,weight,basis,year,judgement,note\n";
    private static final String CONCORDANCE = "from,to,weight,role,basis,year,judgement,alternative,note\n";

    @TempDir
    private Path folder;

    private OwnDefinitions own;

    @BeforeEach
    void open() {
        own = new OwnDefinitions(folder)
                .write("industries/old.csv", CONCORDANCE + """
                        10,steel,1,part,,,,,
                        20,textiles,1,part,,,,,
                        30,machinery,1,part,,,,,
                        99,,1,outside,,,,,
                        """)
                .write("industries/new.csv", CONCORDANCE + """
                        A,steel,1,part,,,,,
                        B,textiles,1,part,,,,,
                        C,machinery,0.5,part,,,,,
                        C,other_manufacturing,0.5,part,,,,,
                        X,,1,outside,,,,,
                        """)
                .contract("classification: gb-t-4754-2017-divisions", "classification: old, convert-to: new");
    }

    private OwnDefinitions links(String... lines) {
        return own.write("industries/old-to-new.csv", HEADER + String.join("\n", lines) + "\n");
    }

    private List<Shift> shifts() {
        Definitions definitions = own.read(new Problems());
        return definitions.shifts(definitions.sources().get("tiny"));
    }

    @Test
    void linksWithinAnIndustryMoveNothing() {
        own.write("industries/new.csv", CONCORDANCE + """
                A,steel,1,part,,,,,
                B,textiles,1,part,,,,,
                C,machinery,1,part,,,,,
                """);
        links("101,A1,1,,,,", "102,A2,0.4,,,,", "102,A3,0.6,,,,", "20,B,1,,,,", "30,C,1,,,,");
        assertThat(own.problems()).isEmpty();
        assertThat(shifts()).isEmpty();
    }

    /** 30 % of 10 go from steel to textiles: both stand below the traditional industries. Half of 30 leaves machinery. */
    @Test
    void whatCrossesABorderLeavesOneIndustryAndAllAboveItForAnother() {
        links("10,A,0.7,,,,", "10,B,0.3,,,,", "20,B,1,,,,", "30,C,1,,,,");
        assertThat(own.problems()).isEmpty();
        assertThat(shifts())
                .extracting(Shift::code, Shift::industry, shift -> Math.rint(shift.share() * 1e9) / 1e9)
                .containsExactlyInAnyOrder(
                        tuple("10", "steel", -0.3),
                        tuple("10", "metallurgy", -0.3),
                        tuple("10", "textiles", 0.3),
                        tuple("30", "machinery", -0.5),
                        tuple("30", "traditional", -0.5),
                        tuple("30", "other_manufacturing", 0.5));
    }

    @Test
    void whatLeavesManufacturingIsTakenFromAllOfIt() {
        links("10,A,1,,,,", "20,X,1,,,,", "30,C,1,,,,");
        assertThat(shifts())
                .filteredOn(shift -> shift.code().equals("20"))
                .extracting(Shift::industry, Shift::share)
                .containsExactlyInAnyOrder(
                        tuple("textiles", -1.0), tuple("traditional", -1.0), tuple("manufacturing", -1.0));
    }

    @Test
    void everyCodeWithoutARowAndEveryUnknownTargetIsNamedAtOnce() {
        links("10,A,1,,,,", "10x,D,1,,,,", "11,E,1,,,,");
        assertThat(own.problems())
                .containsExactly(
                        "sources/tiny.yaml:1: the correspondence leads to codes that new does not know: D, E."
                                + " Correct them, or add them to industries/new.csv",
                        "sources/tiny.yaml:1: the correspondence to new has no row for the codes 20, 30."
                                + " Add them, or their figures are lost");
    }

    @Test
    void weightsMustSumToOneAndALinkStandOnce() {
        links("10,A,0.7,,,,", "10,A,0.2,,,,", "20,B,-1,,,,", "30,C,1,,,,");
        assertThat(own.problems())
                .containsExactly(
                        "industries/old-to-new.csv:4: the weight -1.0 is not positive. Write a weight above 0, or remove the"
                                + " line",
                        "industries/old-to-new.csv: the weights of '10' sum to 0.8999999999999999."
                                + " Make them sum to 1, or figures are lost or doubled",
                        "industries/old-to-new.csv: the weights of '20' sum to -1.0."
                                + " Make them sum to 1, or figures are lost or doubled",
                        "industries/old-to-new.csv: the link from 10 to A stands twice. Remove one of them");
    }

    @Test
    void aMissingCorrespondenceOrClassificationIsNamed() {
        assertThat(own.problems())
                .containsExactly("sources/tiny.yaml:1: there is no correspondence 'old-to-new'."
                        + " Write it as industries/old-to-new.csv");
        own.contract("classification: gb-t-4754-2017-divisions", "classification: old, convert-to: naics-2021");
        assertThat(own.problems().get(0))
                .startsWith("sources/tiny.yaml:1: there is no classification 'naics-2021' to convert to."
                        + " Did you mean 'naics-2007'?");
    }

    /** Where every code of the data goes through its longest prefix, one without a row is unknown and its figure rejected. */
    @Test
    void codesOfTheDataWithoutARowAreUnknown() {
        links("101,A,1,,,,", "20,B,1,,,,", "30,C,1,,,,");
        own.contract(
                "classification: gb-t-4754-2017-divisions", "classification: old, convert-to: new, select: prefix");
        ActivityCodes codes = own.read(new Problems()).activityCodes(own.tiny());
        assertThat(List.of("101", "1011", "10", "20", "99")).allMatch(codes::know);
        assertThat(List.of("102", "40")).noneMatch(codes::know);
    }

    @Test
    void thereAndBackConservesEveryTotal() {
        Random random = new Random(12);
        for (int round = 0; round < 50; round++) {
            Map<String, Double> figures = new TreeMap<>();
            Map<String, Map<String, Double>> there = new HashMap<>();
            for (int code = 0; code < 30; code++) {
                figures.put("f" + code, 100 * random.nextDouble());
                double weight = random.nextDouble();
                there.put("f" + code, Map.of("t" + random.nextInt(10), weight, "u" + random.nextInt(10), 1 - weight));
            }
            Correspondence forward = RoundTrip.correspondence(there);
            Map<String, Double> converted = RoundTrip.convert(forward, figures);
            assertThat(RoundTrip.total(converted)).isCloseTo(RoundTrip.total(figures), within(1e-9));
            // With the weights of these figures the way back restores each of them.
            Map<String, Double> back = RoundTrip.convert(RoundTrip.back(forward, figures), converted);
            figures.forEach((code, figure) -> assertThat(back.get(code)).isCloseTo(figure, within(1e-9)));
            // With those of other figures it still restores their total.
            Map<String, Double> others = new TreeMap<>();
            figures.keySet().forEach(code -> others.put(code, 1 + random.nextDouble()));
            Map<String, Double> otherwise = RoundTrip.convert(RoundTrip.back(forward, others), converted);
            assertThat(RoundTrip.total(otherwise)).isCloseTo(RoundTrip.total(figures), within(1e-9));
        }
    }

    @Test
    void aLinkKeepsWhatItsWeightRestsOn() {
        links("10,A,1,shipments,2014,cameras,a note", "20,B,1,,,,", "30,C,1,,,,");
        assertThat(own.read(new Problems()).correspondences().get("old-to-new").links())
                .contains(new Link("10", "A", 1, "shipments", "2014", "cameras", "a note"));
    }
}
